import type { EventLoopUtilization } from 'node:perf_hooks';
import type { Worker } from 'node:worker_threads';
import { Gauge, type Registry } from 'prom-client';
import { METRICS } from './metric-catalogue.ts';
import { readCounter } from './read-at-scrape.ts';

interface Workers {
  readonly threads: readonly Worker[];
  readonly workerRestarts: number;
}

/**
 * How busy each worker thread was since the last scrape, and for how much of that time it made steps. A thread that has died
 * is no longer asked: what it did since the last scrape is lost to these figures.
 */
export function registerWorkerMetrics(
  registry: Registry,
  workers: Workers,
  advanceSeconds: () => number,
): void {
  const registers = [registry];
  const atLastScrape = new WeakMap<Worker, EventLoopUtilization>();
  let busySeconds = 0;
  let advancedBefore = 0;
  // The first of these to be registered, so that the others read what it has found.
  new Gauge({
    ...METRICS.workerUtilisation,
    registers,
    collect() {
      this.reset();
      const busyBefore = busySeconds;
      for (const [i, worker] of workers.threads.entries()) {
        const total = worker.performance.eventLoopUtilization();
        const before = atLastScrape.get(worker);
        const { active, utilization } =
          before === undefined ? total : worker.performance.eventLoopUtilization(total, before);
        atLastScrape.set(worker, total);
        // The thread goes on while it is asked, so that a difference can come out a little below 0; a counter cannot fall.
        busySeconds += Math.max(0, active) / 1000;
        // Two scrapes at once: no time between them.
        this.set({ worker: String(i) }, Number.isFinite(utilization) ? Math.max(0, utilization) : 0);
      }
      const busy = busySeconds - busyBefore;
      const advanced = advanceSeconds() - advancedBefore;
      advancedBefore += advanced;
      // A slice counts when its answer arrives, so a short interval can have more of it than it is long.
      advanceRatio.set(busy > 0 ? Math.min(1, advanced / busy) : 0);
    },
  });
  const advanceRatio = new Gauge({ ...METRICS.workerAdvanceRatio, registers });
  readCounter(registry, METRICS.workerBusy, () => busySeconds);
  readCounter(registry, METRICS.workerRestarts, () => workers.workerRestarts);
}

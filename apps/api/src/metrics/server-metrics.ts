import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { AnnealingPool } from '../annealing/annealing-pool.ts';
import type { DepictionPool } from '../annealing/depiction-pool.ts';
import type { SliceObserver } from '../annealing/slice-observer.ts';
import type { SessionRegistry } from '../sessions/session-registry.ts';
import type { WriteQueue } from '../store/write-queue.ts';
import type { StreamHub } from '../streaming/stream-hub.ts';
import { METRICS } from './metric-catalogue.ts';
import { readCounter, readGauge } from './read-at-scrape.ts';
import { SliceMetrics } from './slice-metrics.ts';
import { registerStoreMetrics } from './store-metrics.ts';
import { registerWorkerMetrics } from './worker-metrics.ts';

interface Measured {
  readonly pool: Pick<AnnealingPool, 'queueLength' | 'threads' | 'workerRestarts'>;
  readonly depictions: Pick<DepictionPool, 'waiting' | 'workerRestarts'>;
  readonly registry: Pick<SessionRegistry, 'countByState'>;
  readonly streams: Pick<StreamHub, 'streamCount' | 'tally'>;
  readonly writeQueue: WriteQueue;
}

/** The figures of a running server for Prometheus: most are kept elsewhere as plain numbers, and looked up at a scrape. */
export class ServerMetrics {
  private readonly registry = new Registry();
  private readonly sliceMetrics = new SliceMetrics(this.registry);

  /** To be told of slices by the annealing pool. */
  get slices(): SliceObserver {
    return this.sliceMetrics;
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Has everything else measured; called once, when it is all there. */
  measure({ pool, depictions, registry: sessions, streams, writeQueue }: Measured): void {
    const { registry, sliceMetrics } = this;
    collectDefaultMetrics({ register: registry });
    readGauge(registry, METRICS.readyQueueLength, () => pool.queueLength);
    const workers = {
      get threads() {
        return pool.threads;
      },
      get workerRestarts() {
        return pool.workerRestarts + depictions.workerRestarts;
      },
    };
    registerWorkerMetrics(registry, workers, () => sliceMetrics.advanceSeconds);
    registerStoreMetrics(registry, writeQueue);
    readGauge(registry, METRICS.drawingsWaiting, () => depictions.waiting);
    readGauge(registry, METRICS.streams, () => streams.streamCount);
    readCounter(registry, METRICS.events, () => streams.tally.events);
    readCounter(registry, METRICS.eventsConflated, () => streams.tally.conflated);
    readCounter(registry, METRICS.streamsDropped, () => streams.tally.dropped);
    new Gauge({
      ...METRICS.sessions,
      registers: [registry],
      collect() {
        for (const [state, count] of Object.entries(sessions.countByState())) this.set({ state }, count);
      },
    });
  }

  /** All figures of this moment in Prometheus' text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}

import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';

/** Two threads that make the same run at the same time, and are kept from one run to the next. */
export class TwoThreads {
  #workers = [0, 1].map(() => new Worker(new URL('./thread.worker.mjs', import.meta.url)));

  /** Seconds until both are ready, for the steps of one: so the rate of both is twice that of these seconds. */
  async timeRuns(run) {
    const begin = performance.now();
    const answers = this.#workers.map((worker) => once(worker, 'message'));
    for (const worker of this.#workers) worker.postMessage(run);
    const [[{ invalid }]] = await Promise.all(answers);
    return { seconds: (performance.now() - begin) / 1000, invalid };
  }

  async close() {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

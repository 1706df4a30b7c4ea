import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Two threads that make the same run at the same time, and are kept from one run to the next. */
export class TwoThreads {
  #workers = [0, 1].map(() => new Worker(new URL('./thread.worker.mjs', import.meta.url)));

  /** Seconds by the clock of the slower of the two, for the steps of one: so the rate of both is twice that of these seconds. */
  async timeRuns(run) {
    const answers = this.#workers.map((worker) => once(worker, 'message'));
    for (const worker of this.#workers) worker.postMessage(run);
    const [[first], [second]] = await Promise.all(answers);
    return { seconds: Math.max(first.clockSeconds, second.clockSeconds), invalid: first.invalid };
  }

  async close() {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

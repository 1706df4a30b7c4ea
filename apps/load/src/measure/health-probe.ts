import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Spread } from './spread.ts';

export interface HealthReport {
  /** undefined if nothing was answered. */
  readonly spread: Spread | undefined;
  readonly failures: number;
}

/** How soon the server answers GET /health, asked about twenty times a second. */
export class HealthProbe {
  private readonly worker: Worker;

  /** @param seconds after which it stops by itself */
  constructor(url: string, seconds: number) {
    const file = new URL('./health-probe.worker.js', import.meta.url);
    this.worker = new Worker(file, { workerData: { url, seconds } });
  }

  async stop(): Promise<HealthReport> {
    const answer = once(this.worker, 'message');
    this.worker.postMessage('stop');
    const [report] = (await answer) as [HealthReport];
    return report;
  }
}

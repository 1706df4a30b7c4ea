import { DistantRunner } from './distant-runner.ts';
import type { Runner } from './runner.ts';
import { workerLine } from './worker-line.ts';

/** A runner that computes in a worker of the browser: no server takes part. */
export function startLocalRunner(): Runner {
  const worker = new Worker(new URL('./local.worker.ts', import.meta.url), { type: 'module' });
  return new DistantRunner('browser', workerLine(worker));
}

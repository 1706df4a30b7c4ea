import { DistantRunner } from './distant-runner.ts';
import type { Runner } from './runner.ts';
import { workerLine } from './worker-line.ts';

/** Loaded and idle, for when the server that the page came from is lost and could no longer send it. */
let spare: Worker | undefined;

/** Has a worker ready for {@link startLocalRunner}. */
export function prepareLocalRunner(): void {
  spare ??= startWorker();
}

/** A runner that computes in a worker of the browser: no server takes part. */
export function startLocalRunner(): Runner {
  const worker = spare ?? startWorker();
  spare = undefined;
  return new DistantRunner('browser', workerLine(worker));
}

function startWorker(): Worker {
  return new Worker(new URL('./local.worker.ts', import.meta.url), { type: 'module' });
}

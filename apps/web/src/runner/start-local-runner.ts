import { DistantRunner } from './distant-runner.ts';
import type { Runner } from './runner.ts';
import { lineToLater } from './worker-line.ts';

/** Loaded and idle: for the first run, or for when the server that the page came from is lost and could no longer send it. */
let spare: Worker | undefined;

/** Has a worker ready for {@link startLocalRunner}. */
export function prepareLocalRunner(): void {
  spare ??= startWorker();
}

/** A runner that computes in a worker of the browser, which is loaded with the first run: no server takes part. */
export function startLocalRunner(): Runner {
  const takeWorker = () => {
    const worker = spare ?? startWorker();
    spare = undefined;
    return worker;
  };
  return new DistantRunner('browser', lineToLater(takeWorker));
}

function startWorker(): Worker {
  return new Worker(new URL('./local.worker.ts', import.meta.url), { type: 'module' });
}

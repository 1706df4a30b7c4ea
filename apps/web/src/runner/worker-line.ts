import type { MessageLine } from './distant-runner.ts';

/** The line to a worker, or, given a worker's own scope, the line to its page. */
export function workerLine(worker: Worker): MessageLine {
  return {
    send: (message) => worker.postMessage(message),
    receive: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    close: () => worker.terminate(),
  };
}

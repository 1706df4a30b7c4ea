import type { MessageLine } from './distant-runner.ts';

/** The line to a worker, or, given a worker's own scope, the line to its page. */
export function workerLine(worker: Worker): MessageLine {
  return {
    send: (message) => worker.postMessage(message),
    receive: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    close: () => worker.terminate(),
  };
}

/** The line to a worker that is started with the first message to it. */
export function lineToLater(start: () => Worker): MessageLine {
  const listeners: ((message: unknown) => void)[] = [];
  let line: MessageLine | undefined;
  const begin = () => {
    const begun = workerLine(start());
    for (const listener of listeners) begun.receive(listener);
    return begun;
  };
  return {
    send: (message) => {
      line ??= begin();
      line.send(message);
    },
    receive: (listener) => {
      listeners.push(listener);
      line?.receive(listener);
    },
    close: () => line?.close(),
  };
}

import { type BatchTask, computeBatch } from './batch.ts';
import { nodeModule } from './host.ts';

declare let onmessage: (event: { readonly data: unknown }) => void;
declare const postMessage: (message: unknown) => void;

// One after the other, so that the answers come in the order of the questions.
let last = Promise.resolve();

function answer(message: unknown, reply: (outcome: unknown) => void): void {
  last = last.then(async () => reply(await computeBatch(message as BatchTask)));
}

const port = nodeModule('node:worker_threads')?.parentPort;
if (port) {
  port.on('message', (message) => answer(message, (outcome) => port.postMessage(outcome)));
} else {
  onmessage = ({ data }) => answer(data, postMessage);
}

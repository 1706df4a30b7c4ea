import type { BatchOutcome, BatchTask } from './batch.ts';
import { type Href, nodeModule, workerArguments } from './host.ts';
import { messageOf } from './thrown.ts';

/** A thread that computes batches, and answers in the order in which it was asked. */
export interface Thread {
  post(task: BatchTask): void;
  end(): void;
}

export interface ThreadListener {
  readonly onOutcome: (outcome: BatchOutcome) => void;
  /** The thread is dead. Told once or several times, and also after it was ended. */
  readonly onDeath: (why: string) => void;
}

interface WebWorker {
  onmessage: (event: { readonly data: unknown }) => void;
  onerror: (event: { readonly message?: string }) => void;
  onmessageerror: () => void;
  postMessage(message: unknown): void;
  terminate(): void;
}

declare const URL: new (address: string, base: string) => Href;
declare const Worker: new (file: Href, options: { readonly type: 'module' }) => WebWorker;

const WORKER_FILE = './anneal-many.worker.js';
const UNREADABLE = 'its answer could not be read';

/** Starts a worker thread of Node where there is one, and a Web Worker elsewhere. */
export function startThread(listener: ThreadListener): Thread {
  return startNodeThread(listener) ?? startWebThread(listener);
}

function startNodeThread({ onOutcome, onDeath }: ThreadListener): Thread | undefined {
  const threads = nodeModule('node:worker_threads');
  if (threads === undefined) return undefined;
  // Not written out as below: a bundler for browsers would take it for one more file to bring along.
  const file = new URL(WORKER_FILE, (import.meta as ImportMeta & { url: string }).url);
  const worker = new threads.Worker(file, { execArgv: workerArguments() });
  worker.on('message', (outcome) => onOutcome(outcome as BatchOutcome));
  worker.on('error', (error) => onDeath(messageOf(error)));
  worker.on('messageerror', () => onDeath(UNREADABLE));
  worker.on('exit', (code) => onDeath(`it ended with exit code ${code}`));
  return { post: (task) => worker.postMessage(task), end: () => void worker.terminate() };
}

function startWebThread({ onOutcome, onDeath }: ThreadListener): Thread {
  // Written out in one expression, which is how bundlers find the file of a worker.
  const worker = new Worker(
    new URL('./anneal-many.worker.js', (import.meta as ImportMeta & { url: string }).url),
    { type: 'module' },
  );
  worker.onmessage = ({ data }) => onOutcome(data as BatchOutcome);
  worker.onerror = ({ message }) => onDeath(message ?? 'its file could not be loaded');
  worker.onmessageerror = () => onDeath(UNREADABLE);
  return { post: (task) => worker.postMessage(task), end: () => worker.terminate() };
}

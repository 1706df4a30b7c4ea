import { parentPort } from 'node:worker_threads';
import { timeRun } from './one-run.mjs';

parentPort.on('message', (run) => parentPort.postMessage(timeRun(run)));

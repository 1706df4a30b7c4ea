import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { Durations } from './spread.ts';

/** Asks /health again and again, on a thread of its own, so that the load generator's own work does not count. */
const PAUSE_MILLISECONDS = 50;

const { url, seconds } = workerData as { readonly url: string; readonly seconds: number };
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const durations = new Durations();
let failures = 0;
/** In case nobody asks to stop. */
const end = performance.now() + seconds * 1000;
let isStopped = false;
parentPort?.on('message', () => {
  isStopped = true;
});
while (!isStopped && performance.now() < end) {
  const begin = performance.now();
  if (await isHealthy()) durations.add(performance.now() - begin);
  else failures++;
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
}
agent.destroy();
parentPort?.postMessage({ spread: durations.spread(), failures });
parentPort?.close();

function isHealthy(): Promise<boolean> {
  return new Promise((resolve) => {
    get(`${url}/health`, { agent }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode === 200));
      response.once('error', () => resolve(false));
    }).once('error', () => resolve(false));
  });
}

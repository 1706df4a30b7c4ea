import { setTimeout as delay } from 'node:timers/promises';

// As advance.worker, but it takes its time to come up, and for a slice of no steps.
await delay(1500);
const worker = await import('../../dist/annealing/advance.worker.js');

export async function advanceSlice(task) {
  if (task.steps === 0) await delay(100);
  return worker.advanceSlice(task);
}

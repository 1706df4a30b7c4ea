import { threadId } from 'node:worker_threads';
import * as worker from '../../dist/annealing/advance.worker.js';

// As advance.worker and depict.worker, but each thread ends in the midst of its work, after a dozen tasks: every other thread by
// process.exit, the others by an error outside of any task.
const TASKS_OF_A_LIFE = 12 + (threadId % 3);
let tasks = 0;

async function live() {
  if (++tasks <= TASKS_OF_A_LIFE) return;
  if (threadId % 2 === 0) process.exit(1);
  setImmediate(() => {
    throw new Error('outside of any task');
  });
  await new Promise(() => {});
}

export async function advanceSlice(task) {
  await live();
  return worker.advanceSlice(task);
}

export async function answerInquiry(inquiry) {
  await live();
  return worker.answerInquiry(inquiry);
}

export async function depictIsomer(isomer) {
  await live();
  // Takes half a second to load, which the other threads need not wait for.
  const { depictIsomer: depict } = await import('../../dist/annealing/depict.worker.js');
  return depict(isomer);
}

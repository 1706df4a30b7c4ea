import { createKernel } from '../dist/annealing/kernel/create-kernel.js';
import { Random, startCheckpoint } from '../dist/index.js';

/** As a server or a page hands the steps out. */
const STEPS_PER_SLICE = 32_768;

/** The kernel that an annealing runs on, at its start, and the generator that it draws from. */
export function createTimedKernel(annealing, create = createKernel) {
  const { current, best, generator } = startCheckpoint(annealing);
  const random = new Random(generator);
  const counts = { start: 0, invalid: 0, disconnected: 0, rejected: 0, accepted: 0 };
  return { kernel: create(annealing, { current, best, random, counts }), random };
}

/**
 * Takes the time of the steps of a run, made in slices: nothing else is in it.
 *
 * @param makeSlice makes the given number of steps from the given step on
 * @returns seconds of the processor, and of a clock
 */
export function timeSteps(steps, makeSlice) {
  const begin = performance.now();
  const processorBegin = process.cpuUsage();
  for (let t = 0; t < steps; t += STEPS_PER_SLICE) makeSlice(t, Math.min(STEPS_PER_SLICE, steps - t));
  const { user, system } = process.cpuUsage(processorBegin);
  return { seconds: (user + system) / 1e6, clockSeconds: (performance.now() - begin) / 1000 };
}

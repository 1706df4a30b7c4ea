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

/** Seconds of the processor that a kernel takes for the first steps of its run, made in slices; nothing else is in them. */
export function secondsOfSteps(kernel, steps) {
  const begin = process.cpuUsage();
  for (let t = 0; t < steps; t += STEPS_PER_SLICE) kernel.run(t, Math.min(STEPS_PER_SLICE, steps - t));
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1e6;
}

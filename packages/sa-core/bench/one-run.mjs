import { SpecificationKernel } from '../dist/annealing/kernel/specification-kernel.js';
import { Annealer, Discovery, prepareAnnealing, startCheckpoint } from '../dist/index.js';
import { createTimedKernel, timeSteps } from './steady-state.mjs';

/**
 * Makes one whole run and takes the time for its steps, without what comes before the first one.
 *
 * @param engine "fast": the kernel that the annealer chooses; "oracle": the specification; "discovery": the fast one watched
 * @returns seconds of the processor and of a clock, and how many of the steps were invalid proposals, which change nothing
 */
export function timeRun({ engine, configuration }) {
  const annealing = prepareAnnealing(configuration);
  if (engine === 'fast') return timeKernel(annealing, createTimedKernel(annealing));
  if (engine === 'discovery') return timeDiscovery(annealing);
  return timeKernel(
    annealing,
    createTimedKernel(annealing, (...start) => new SpecificationKernel(...start)),
  );
}

function timeKernel({ totalSteps }, { kernel }) {
  const times = timeSteps(totalSteps, (t, steps) => kernel.run(t, steps));
  return { ...times, invalid: kernel.counts.invalid };
}

function timeDiscovery(annealing) {
  const { totalSteps } = annealing;
  const annealer = new Annealer(annealing, startCheckpoint(annealing));
  const recorder = annealer.createRecorder(totalSteps);
  const discovery = new Discovery(annealing);
  const times = timeSteps(totalSteps, (_, steps) => annealer.run(steps, recorder, discovery));
  return { ...times, invalid: recorder.records.invalid_moves.at(-1) };
}

import { SpecificationKernel } from '../dist/annealing/kernel/specification-kernel.js';
import { Annealer, Discovery, prepareAnnealing, Random, startCheckpoint } from '../dist/index.js';

/**
 * Makes one whole run and takes the processor's time for it, without what comes before the first step.
 *
 * @param engine "fast": the kernel that the annealer chooses; "oracle": the specification; "discovery": the fast one watched
 * @returns seconds, and how many of the steps were invalid proposals, which change nothing
 */
export function timeRun({ engine, configuration }) {
  const annealing = prepareAnnealing(configuration);
  const checkpoint = startCheckpoint(annealing);
  return engine === 'oracle'
    ? timeOracle(annealing, checkpoint)
    : timeAnnealer(annealing, checkpoint, engine);
}

function timeAnnealer(annealing, checkpoint, engine) {
  const steps = annealing.totalSteps;
  const annealer = new Annealer(annealing, checkpoint);
  const recorder = annealer.createRecorder(steps);
  const discovery = engine === 'discovery' ? new Discovery(annealing) : undefined;
  const seconds = secondsOf(() => annealer.run(steps, recorder, discovery));
  return { seconds, invalid: recorder.records.invalid_moves.at(-1) };
}

function timeOracle(annealing, { current, best, generator }) {
  const counts = { start: 0, invalid: 0, disconnected: 0, rejected: 0, accepted: 0 };
  const kernel = new SpecificationKernel(annealing, { current, best, random: new Random(generator), counts });
  const seconds = secondsOf(() => kernel.run(0, annealing.totalSteps));
  return { seconds, invalid: counts.invalid };
}

function secondsOf(job) {
  const begin = process.cpuUsage();
  job();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1e6;
}

import type { AnnealOptions } from './annealing/anneal.ts';
import { prepareWith } from './annealing/annealing.ts';
import type { AnnealingStep } from './annealing/annealing-step.ts';
import type { Configuration } from './annealing/configuration.ts';
import type { StartReader } from './annealing/start-molecule.ts';
import { stepsOfRun } from './annealing/steps-of-run.ts';
import { SaCoreError } from './errors.ts';

export type { AnnealingStep, AnnealOptions, Configuration };

/**
 * The `anneal` of the whole package for bundles that have to be small: the same runs, bit for bit, but without the reader of
 * SMILES, so `initial` is "random" or "chain".
 *
 * @throws {SaCoreError} whatever is wrong with the configuration, at the first step
 */
export function* anneal(
  configuration: Configuration,
  options: AnnealOptions = {},
): Generator<AnnealingStep, AnnealingStep, void> {
  return yield* stepsOfRun(prepareWith(refuseSmiles, configuration, options.components), options.every);
}

const refuseSmiles: StartReader = () => {
  throw new SaCoreError(
    'configuration_value',
    'initial must be "random" or "chain" here; anneal of @webfaulon/sa-core starts at a SMILES, too.',
    { pointer: '/initial' },
  );
};

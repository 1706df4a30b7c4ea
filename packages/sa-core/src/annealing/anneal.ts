import type { ScoringComponent } from '../scoring/scoring-component.ts';
import { prepareAnnealing } from './annealing.ts';
import type { AnnealingStep } from './annealing-step.ts';
import type { Configuration } from './configuration.ts';
import { stepsOfRun } from './steps-of-run.ts';

export interface AnnealOptions {
  /** Further scoring components that the objective may weigh. */
  readonly components?: readonly ScoringComponent[];
  /** Tell only the steps divisible by it, and the last: cheaper where few steps are looked at. */
  readonly every?: number;
}

/**
 * Anneals a configuration and tells each step in turn; the value returned at the end is the last step. The run is
 * computed as it is consumed, so it can be left at any step.
 *
 * @throws {SaCoreError} whatever is wrong with the configuration, at the first step
 */
export function* anneal(
  configuration: Configuration,
  options: AnnealOptions = {},
): Generator<AnnealingStep, AnnealingStep, void> {
  return yield* stepsOfRun(prepareAnnealing(configuration, options.components), options.every);
}

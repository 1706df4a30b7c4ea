import type { ScoringComponent } from '../scoring/scoring-component.ts';
import { prepareAnnealing } from './annealing.ts';
import { type AnnealingStep, StepTeller } from './annealing-step.ts';
import type { Configuration } from './configuration.ts';
import { Course } from './course.ts';
import { startPosition } from './position.ts';

const STEPS_PER_SLICE = 1000;

/**
 * Anneals a configuration and tells each step in turn; the value returned at the end is the last step. The run is
 * computed as it is consumed, so it can be left at any step.
 *
 * @param options.components further scoring components that the objective may weigh
 * @param options.every tell only the steps divisible by it, and the last: cheaper where few steps are looked at
 * @throws {SaCoreError} whatever is wrong with the configuration, at the first step
 */
export function* anneal(
  configuration: Configuration,
  options: { readonly components?: readonly ScoringComponent[]; readonly every?: number } = {},
): Generator<AnnealingStep, AnnealingStep, void> {
  const annealing = prepareAnnealing(configuration, options.components);
  const course = new Course(annealing, startPosition(annealing));
  for (;;) {
    const teller = new StepTeller(annealing, options.every);
    course.run(STEPS_PER_SLICE, teller);
    yield* teller.steps;
    if (course.isComplete) return teller.steps.at(-1)!;
  }
}

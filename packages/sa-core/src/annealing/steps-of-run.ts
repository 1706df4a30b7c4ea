import type { Annealing } from './annealing.ts';
import { type AnnealingStep, StepTeller } from './annealing-step.ts';
import { Course } from './course.ts';
import { startPosition } from './position.ts';

const STEPS_PER_SLICE = 1000;

/** Makes a whole run and tells its steps, those divisible by `every` and the last, which is returned as well. */
export function* stepsOfRun(
  annealing: Annealing,
  every?: number,
): Generator<AnnealingStep, AnnealingStep, void> {
  const course = new Course(annealing, startPosition(annealing));
  for (;;) {
    const teller = new StepTeller(annealing, every);
    course.run(STEPS_PER_SLICE, teller);
    yield* teller.steps;
    if (course.isComplete) return teller.steps.at(-1)!;
  }
}

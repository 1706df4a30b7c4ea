import { firstOptimalStep } from './first-step.ts';
import { METHODS } from './methods.ts';
import { PROBLEMS } from './problems.ts';

/** Some seeds of a cell: of one problem, one method and one length of run. */
export interface CellPart {
  readonly problem: string;
  readonly method: string;
  readonly steps: number;
  readonly seeds: readonly number[];
}

/** For each seed the first step at the optimum, or null. Computed on a thread of its own. */
export function runPart({ problem, method, steps, seeds }: CellPart): (number | null)[] {
  const theProblem = PROBLEMS.find(({ name }) => name === problem)!;
  const theMethod = METHODS.find(({ name }) => name === method)!;
  return seeds.map((seed) => firstOptimalStep(theProblem, theMethod, steps, seed));
}

import {
  BUILT_IN_COMPONENTS,
  createObjective,
  energyOf,
  enumerateIsomers,
  knownIsomerCount,
} from '@webfaulon/sa-core';
import { COMPONENTS } from './components.ts';
import { isOptimal, PROBLEMS, type Problem } from './problems.ts';

/** More isomers than this take longer than minutes. */
const MOST_ISOMERS = 25_000;

export interface CountedOptimum {
  readonly optimum: number;
  readonly optimal: number;
  readonly all: number;
}

/** Scores every isomer: the least score, how many isomers have it, and how many there are. */
export function countOptimum(problem: Problem): CountedOptimum {
  const { formula, component_weights, component_targets } = problem.objective;
  const objective = createObjective(
    component_weights!,
    [...BUILT_IN_COMPONENTS, ...COMPONENTS],
    component_targets,
  );
  const scores = new Float64Array(objective.components.length);
  let optimum = Number.POSITIVE_INFINITY;
  let optimal = 0;
  let all = 0;
  for (const { graph } of enumerateIsomers(formula)) {
    const score = energyOf(objective, graph, scores);
    all++;
    if (score < optimum && !isOptimal({ ...problem, optimum: score }, optimum)) {
      optimum = score;
      optimal = 1;
    } else if (isOptimal({ ...problem, optimum }, score)) optimal++;
  }
  return { optimum, optimal, all };
}

/** A line for each problem that can be enumerated in minutes. @throws {Error} if a declared optimum is untrue */
export function* proveOptima(problems: readonly Problem[] = PROBLEMS): Generator<string> {
  for (const problem of problems) {
    const count = knownIsomerCount(problem.objective.formula);
    if (problem.proof !== 'enumeration' || count === undefined || count > MOST_ISOMERS) continue;
    const { optimum, optimal, all } = countOptimum(problem);
    const isTrue =
      isOptimal(problem, optimum) &&
      isOptimal({ ...problem, optimum }, problem.optimum) &&
      optimal === problem.isomers?.optimal &&
      all === problem.isomers.all;
    const found = `${problem.title}: ${optimum}, by ${optimal} of ${all} isomers`;
    if (!isTrue) throw new Error(`${found}; the study says ${problem.optimum}. Correct problems.ts.`);
    yield found;
  }
}

import { costRatio, stepsToSuccess } from './cost-of-success.ts';
import { METHODS, type Method, RUN_LENGTHS } from './methods.ts';
import type { Problem } from './problems.ts';
import { type Runs, runsOf, type StudyResults } from './results.ts';
import type { Estimate } from './statistics.ts';

/** A method beside the best restarted greedy descent of the same problem. */
export interface Comparison {
  readonly method: Method;
  /** Below 1 the method needs fewer steps to 99 % success. */
  readonly ratio: Estimate;
}

export interface ProblemComparison {
  readonly rival: Method;
  readonly rivalSteps: Estimate;
  readonly byDefault: Comparison;
  readonly automatic: Comparison;
  /** The best of each kind were chosen by the same runs that they are judged by, which favours them slightly. */
  readonly bestAnnealing: Comparison;
  readonly bestTemperature: Comparison;
}

/** The runs of a method on a problem, one list for each length. */
export function allRuns(results: StudyResults, { name }: Problem, method: Method): Runs[] {
  return RUN_LENGTHS.map((steps) => runsOf(results, name, method, steps));
}

const estimates = new WeakMap<StudyResults, Map<string, Estimate>>();

/** The steps to 99 % success of a method on a problem. Remembered, as the tables and the plot both show it. */
export function costOf(results: StudyResults, problem: Problem, method: Method): Estimate {
  const known = estimates.get(results) ?? new Map<string, Estimate>();
  estimates.set(results, known);
  const key = `${problem.name} ${method.name}`;
  const cost = known.get(key) ?? stepsToSuccess(allRuns(results, problem, method));
  known.set(key, cost);
  return cost;
}

export function compare(results: StudyResults, problem: Problem): ProblemComparison {
  const cost = (method: Method) => costOf(results, problem, method).value;
  const best = (isIncluded: (method: Method) => boolean) =>
    METHODS.filter(isIncluded).reduce((a, b) => (cost(b) < cost(a) ? b : a));
  const rival = best(({ patience }) => patience !== undefined);
  const rivalRuns = allRuns(results, problem, rival);
  const beside = (method: Method) => ({
    method,
    ratio: costRatio(allRuns(results, problem, method), rivalRuns),
  });
  return {
    rival,
    rivalSteps: costOf(results, problem, rival),
    byDefault: beside(METHODS[0]!),
    automatic: beside(METHODS.find(({ name }) => name === 'automatic')!),
    bestAnnealing: beside(best(({ kind }) => kind === 'annealing')),
    bestTemperature: beside(best(({ kind }) => kind === 'one temperature')),
  };
}

/** Whether the interval lies on one side of 1. */
export function verdict({ low, high }: Estimate): 'fewer' | 'more' | 'undecided' {
  if (high < 1) return 'fewer';
  return low > 1 ? 'more' : 'undecided';
}

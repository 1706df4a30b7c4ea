import type { Runs } from './results.ts';
import { bootstrapInterval, type Estimate } from './statistics.ts';

const WANTED = 0.99;
// Taken from the globals once: the innermost loop runs millions of times, and where tests run a global is slow to reach.
const { log, min } = Math;
const NEVER = Number.POSITIVE_INFINITY;
const LOG_OF_FAILURE = log(1 - WANTED);
/** Fewer successes than this up to a step say too little about the share of runs that succeed by it. */
const FEWEST_SUCCESSES = 10;

/**
 * How many steps it takes to find the optimum with a probability of 99 %, if runs are repeated and each is given up
 * after t steps: t ln(1 − 0.99) / ln(1 − p), p the share of runs that have found it by step t, at least t
 * [Ronnow2014]. The smallest over t and over the lengths of run that were tried; infinite where none succeeded.
 *
 * @param lengths the runs of one method, a list for each length
 */
export function stepsToSuccess(lengths: readonly Runs[]): Estimate {
  const runs = lengths.map(ascending);
  return {
    value: leastCost(runs),
    ...bootstrapInterval((below) => leastCost(runs, resampled(runs, below))),
  };
}

/** The quotient of what two methods need, with its interval: below 1 the first needs fewer steps. */
export function costRatio(one: readonly Runs[], other: readonly Runs[]): Estimate {
  const [a, b] = [one.map(ascending), other.map(ascending)];
  return {
    value: quotient(leastCost(a), leastCost(b)),
    ...bootstrapInterval((below) =>
      quotient(leastCost(a, resampled(a, below)), leastCost(b, resampled(b, below))),
    ),
  };
}

/** Where neither method ever succeeds they are as good as each other. */
function quotient(a: number, b: number): number {
  return a === b ? 1 : a / b;
}

function ascending({ steps, firstSteps }: Runs): Runs {
  return { steps, firstSteps: firstSteps.toSorted((a, b) => a - b) };
}

/** @param times how often each run counts, a list for each length; once unless given */
function leastCost(lengths: readonly Runs[], times?: readonly Uint16Array[]): number {
  return min(...lengths.map((runs, i) => costOfLength(runs, times?.[i])));
}

/** @param firstSteps in ascending order */
function costOfLength({ steps, firstSteps }: Runs, times?: Uint16Array): number {
  const n = firstSteps.length;
  let least = NEVER;
  let successes = 0;
  for (let i = 0; i < n && firstSteps[i]! <= steps; i++) {
    const added = times?.[i] ?? 1;
    if (added === 0) continue;
    successes += added;
    if (successes >= FEWEST_SUCCESSES) least = min(least, repeated(firstSteps[i]!, successes / n));
  }
  return successes === 0 ? least : min(least, repeated(steps, successes / n));
}

function repeated(steps: number, share: number): number {
  return share >= WANTED ? steps : (steps * LOG_OF_FAILURE) / log(1 - share);
}

/** For each length as many runs again, drawn with replacement: how often each was drawn. */
function resampled(lengths: readonly Runs[], below: (n: number) => number): Uint16Array[] {
  return lengths.map(({ firstSteps }) => {
    const n = firstSteps.length;
    const times = new Uint16Array(n);
    for (let i = 0; i < n; i++) times[below(n)]!++;
    return times;
  });
}

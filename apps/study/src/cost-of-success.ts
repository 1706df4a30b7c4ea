import type { Runs } from './results.ts';
import { bootstrapInterval, type Estimate } from './statistics.ts';

const WANTED = 0.99;
// Taken from the globals once: the innermost loop runs millions of times, and where tests run a global is slow to reach.
const { log, min } = Math;
const NEVER = Number.POSITIVE_INFINITY;
const LOG_OF_FAILURE = log(1 - WANTED);
/** Fewer successes than this up to a step say too little about the share of runs that succeed by it. */
const FEWEST_SUCCESSES = 10;

/** Runs in ascending order of their first steps, and which seed each had, from 0. */
interface OrderedRuns extends Runs {
  readonly seeds: readonly number[];
}

/**
 * How many steps it takes to find the optimum with a probability of 99 %, if runs are repeated and each is given up
 * after t steps: t ln(1 − 0.99) / ln(1 − p), p the share of runs that have found it by step t, at least t
 * [Ronnow2014]. The smallest over t and over the lengths of run that were tried; infinite where none succeeded.
 *
 * @param lengths the runs of one method, a list for each length, over the same seeds
 */
export function stepsToSuccess(lengths: readonly Runs[]): Estimate {
  const runs = lengths.map(ordered);
  return {
    value: leastCost(runs),
    ...bootstrapInterval(seedsOf(lengths), (times) => leastCost(runs, times)),
  };
}

/**
 * The quotient of what two methods need, with its interval: below 1 the first needs fewer steps. Both began at the same molecules,
 * those of the seeds, so the bootstrap draws the seeds for both together.
 */
export function costRatio(one: readonly Runs[], other: readonly Runs[]): Estimate {
  const [a, b] = [one.map(ordered), other.map(ordered)];
  return {
    value: quotient(leastCost(a), leastCost(b)),
    ...bootstrapInterval(seedsOf(one), (times) => quotient(leastCost(a, times), leastCost(b, times))),
  };
}

/** Where neither method ever succeeds they are as good as each other. */
function quotient(a: number, b: number): number {
  return a === b ? 1 : a / b;
}

function seedsOf(lengths: readonly Runs[]): number {
  return lengths[0]!.firstSteps.length;
}

function ordered({ steps, firstSteps }: Runs): OrderedRuns {
  const byStep = firstSteps
    .map((step, seed) => ({ step, seed }))
    .sort((a, b) => (a.step < b.step ? -1 : Number(a.step > b.step)));
  return { steps, firstSteps: byStep.map(({ step }) => step), seeds: byStep.map(({ seed }) => seed) };
}

/** @param times how often each seed counts; once unless given */
function leastCost(lengths: readonly OrderedRuns[], times?: Uint16Array): number {
  return min(...lengths.map((runs) => costOfLength(runs, times)));
}

function costOfLength({ steps, firstSteps, seeds }: OrderedRuns, times?: Uint16Array): number {
  const n = firstSteps.length;
  let least = NEVER;
  let successes = 0;
  for (let i = 0; i < n && firstSteps[i]! <= steps; i++) {
    const added = times?.[seeds[i]!] ?? 1;
    if (added === 0) continue;
    successes += added;
    if (successes >= FEWEST_SUCCESSES) least = min(least, repeated(firstSteps[i]!, successes / n));
  }
  return successes === 0 ? least : min(least, repeated(steps, successes / n));
}

function repeated(steps: number, share: number): number {
  return share >= WANTED ? steps : (steps * LOG_OF_FAILURE) / log(1 - share);
}

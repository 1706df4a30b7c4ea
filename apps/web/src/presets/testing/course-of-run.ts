import { expect } from '@jest/globals';
import { anneal, type Configuration } from '@webfaulon/sa-core';

/** The best score of a run, and the share of the run at which it was reached, to within ten steps. */
export interface Course {
  readonly best: number;
  readonly lastImprovement: number;
}

/** Of runs of thousands of steps: to look at each would take most of the time. */
const LOOKED_AT_EVERY = 10;

export function courseOf(configuration: Configuration, seed: number): Course {
  let [at, best, steps] = [0, Number.NaN, 0];
  for (const { step, bestEnergy } of anneal({ ...configuration, seed }, { every: LOOKED_AT_EVERY })) {
    if (!Number.isNaN(best) && bestEnergy !== best) at = step;
    best = bestEnergy;
    steps = step;
  }
  return { best, lastImprovement: at / steps };
}

/** That the last improvement is to be seen: neither at once nor at the very end, at the median of the runs. */
export function expectMiddle(courses: readonly Course[]): void {
  const shares = courses.map(({ lastImprovement }) => lastImprovement).sort((a, b) => a - b);
  const median = shares[Math.floor(shares.length / 2)];
  expect(median).toBeGreaterThanOrEqual(0.3);
  expect(median).toBeLessThanOrEqual(0.8);
}

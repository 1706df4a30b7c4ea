import { describe, expect, test } from '@jest/globals';
import { anneal } from '@webfaulon/sa-core';
import { firstOptimalStep } from './first-step.ts';
import { METHODS, type Method } from './methods.ts';
import type { Problem } from './problems.ts';

const PROBLEM: Problem = {
  name: 'C8H18',
  title: 'C8H18',
  objective: { formula: 'C8H18', component_weights: { wiener_index: 1 } },
  optimum: 58,
  proof: 'enumeration',
};
const method = (name: string): Method => METHODS.find((candidate) => candidate.name === name)!;

/** The same, from every step of the run. */
function firstOfSteps(options: object, seed: number): number | null {
  const steps = { steps_per_cycle: 500, num_cycles: 4, seed };
  for (const { step, bestEnergy } of anneal({ ...PROBLEM.objective, ...options, ...steps })) {
    if (bestEnergy <= PROBLEM.optimum) return step;
  }
  return null;
}

describe('firstOptimalStep', () => {
  test.each([
    ['f8 (default)', {}],
    ['f8 restarted', { reheat: true, restart: 'random' }],
    ['automatic', { schedule: 'automatic' }],
  ])('of "%s" is the first step whose best score is the optimum', (name, options) => {
    const found = [1, 2, 3, 4].map((seed) => firstOptimalStep(PROBLEM, method(name), 2000, seed));
    expect(found).toEqual([1, 2, 3, 4].map((seed) => firstOfSteps(options, seed)));
    expect(found.some((step) => step !== null && step > 100)).toBe(true);
  });

  test('is null where the run does not get there', () => {
    const unreachable = { ...PROBLEM, optimum: 57 };
    for (const name of ['f8 (default)', 'greedy', 'greedy, restarted after 300']) {
      expect(firstOptimalStep(unreachable, method(name), 2000, 1)).toBeNull();
    }
  });

  test('counts the steps of all runs of a row: a single run that gives up finds less', () => {
    const seeds = Array.from({ length: 30 }, (_, i) => i + 1);
    const found = (name: string) =>
      seeds.map((seed) => firstOptimalStep(PROBLEM, method(name), 20_000, seed));
    const [once, restarted] = [found('greedy'), found('greedy, restarted after 300')];
    expect(restarted.every((step) => step !== null)).toBe(true);
    for (const [i, step] of once.entries()) {
      // Up to the first restart they are the same run.
      if (restarted[i]! < 300) expect(restarted[i]).toBe(step);
    }
  });

  test('of a timeless method does not depend on the length of the run', () => {
    for (const timeless of METHODS.filter(({ isTimeless }) => isTimeless)) {
      for (const seed of [1, 2, 3]) {
        const long = firstOptimalStep(PROBLEM, timeless, 4000, seed)!;
        expect(firstOptimalStep(PROBLEM, timeless, 2000, seed)).toBe(
          long !== null && long <= 2000 ? long : null,
        );
      }
    }
  });
});

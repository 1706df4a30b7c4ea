import { describe, expect, it } from '@jest/globals';
import { type AnnealingStep, anneal, totalSteps } from '@webfaulon/sa-core';
import { PRESETS } from './presets.ts';
import { courseOf, expectMiddle } from './testing/course-of-run.ts';
import { coursesFrom, findsOf, GUIDED_COMPARISON, LOWEST } from './testing/guided-comparison.ts';

const SEEDS = Array.from({ length: 50 }, (_, i) => i + 1);

function lastStep(configuration: (typeof PRESETS)[number]['configuration'], seed: number): AnnealingStep {
  return [...anneal({ ...configuration, seed }, { every: Number.MAX_SAFE_INTEGER })].at(-1)!;
}

describe('the presets', () => {
  for (const { id, configuration, pace, companions } of PRESETS) {
    // The run of the guided comparison, far the longest, is measured with its companions below.
    if (companions === undefined) {
      it(`${id}: the last improvement falls at 30 to 80 % of the run at the median over seeds`, () => {
        expectMiddle(SEEDS.map((seed) => courseOf(configuration, seed)));
      });
    }

    it(`${id}: with its own seed, too`, () => {
      expectMiddle([courseOf(configuration, configuration.seed!)]);
    });

    it(`${id}: lasts 15 to 40 seconds`, () => {
      const { steps_per_cycle, num_cycles } = configuration;
      const seconds = totalSteps({ steps_per_cycle: steps_per_cycle!, num_cycles: num_cycles! }) / pace!;
      expect(seconds).toBeGreaterThanOrEqual(15);
      expect(seconds).toBeLessThanOrEqual(40);
    });
  }

  describe('the guided comparison', () => {
    const { configuration, companions } = GUIDED_COMPARISON;

    // What its lesson says of 50 seeds is proven by `npm run verify`.
    it('sets annealing apart from greed and heat, as its lesson says, with the first 8 seeds', () => {
      expect(findsOf(coursesFrom(SEEDS.slice(0, 8)))).toEqual({ Annealed: 7, Greedy: 4, Hot: 0 });
    });

    it('shows it with its own seed: annealed finds it, greedy is stuck early, hot ends far away', () => {
      const seed = configuration.seed!;
      const [hot, greedy] = companions!.map((run) => run.configuration);
      expect(lastStep(configuration, seed).bestEnergy).toBe(LOWEST);
      expect(lastStep(greedy!, seed)).toMatchObject({ bestEnergy: 219, currentEnergy: 219 });
      expect(courseOf(greedy!, seed).lastImprovement).toBeLessThan(0.1);
      expect(lastStep(hot!, seed).currentEnergy).toBeGreaterThan(LOWEST + 50);
    });

    it('differs in its temperatures alone', () => {
      const { initial_temp: _, schedule: __, cooling_schedule_k: ___, ...shared } = configuration;
      for (const companion of companions!) expect(companion.configuration).toMatchObject(shared);
    });
  });

  it('have ids of their own, and one with an element besides C and H', () => {
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
    expect(PRESETS.some(({ configuration }) => /[^CH\d]/.test(configuration.formula))).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type AnnealingStep, anneal, totalSteps } from '@webfaulon/sa-core';
import { PRESETS } from './presets.ts';

const SEEDS = Array.from({ length: 50 }, (_, i) => i + 1);

/** Of runs of thousands of steps: to look at each would take most of the time. */
const LOOKED_AT_EVERY = 10;

/** The best score of a run, and the share of the run at which it was reached, to within ten steps. */
function courseOf(
  configuration: (typeof PRESETS)[number]['configuration'],
  seed: number,
): { readonly best: number; readonly lastImprovement: number } {
  let [at, best, steps] = [0, Number.NaN, 0];
  for (const { step, bestEnergy } of anneal({ ...configuration, seed }, { every: LOOKED_AT_EVERY })) {
    if (!Number.isNaN(best) && bestEnergy !== best) at = step;
    best = bestEnergy;
    steps = step;
  }
  return { best, lastImprovement: at / steps };
}

function lastStep(configuration: (typeof PRESETS)[number]['configuration'], seed: number): AnnealingStep {
  return [...anneal({ ...configuration, seed }, { every: Number.MAX_SAFE_INTEGER })].at(-1)!;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function expectMiddle(share: number): void {
  expect(share).toBeGreaterThanOrEqual(0.3);
  expect(share).toBeLessThanOrEqual(0.8);
}

describe('the presets', () => {
  for (const { id, configuration, pace, companions } of PRESETS) {
    // The run of the guided comparison, far the longest, is measured with its companions below.
    if (companions === undefined) {
      it(`${id}: the last improvement falls at 30 to 80 % of the run at the median over seeds`, () => {
        expectMiddle(median(SEEDS.map((seed) => courseOf(configuration, seed).lastImprovement)));
      });
    }

    it(`${id}: with its own seed, too`, () => {
      expectMiddle(courseOf(configuration, configuration.seed!).lastImprovement);
    });

    it(`${id}: lasts 15 to 40 seconds`, () => {
      const { steps_per_cycle, num_cycles } = configuration;
      const seconds = totalSteps({ steps_per_cycle: steps_per_cycle!, num_cycles: num_cycles! }) / pace!;
      expect(seconds).toBeGreaterThanOrEqual(15);
      expect(seconds).toBeLessThanOrEqual(40);
    });
  }

  describe('the guided comparison', () => {
    const { name, configuration, companions } = PRESETS.find(({ id }) => id === 'hot-greedy-annealed')!;
    const runs = [{ name: name!, configuration }, ...companions!];
    const LOWEST = 187;

    it('holds what its lesson says of 50 seeds, and no run goes below the lowest score', () => {
      const found: Record<string, number> = {};
      for (const { name: title, configuration: each } of runs) {
        const courses = SEEDS.map((seed) => courseOf(each, seed));
        expect(Math.min(...courses.map(({ best }) => best))).toBeGreaterThanOrEqual(LOWEST);
        found[title] = courses.filter(({ best }) => best === LOWEST).length;
        if (title === name) expectMiddle(median(courses.map(({ lastImprovement }) => lastImprovement)));
      }
      expect(found).toEqual({ Annealed: 40, Greedy: 10, Hot: 0 });
    });

    it('shows it with its own seed: annealed finds it, greedy is stuck early, hot ends far away', () => {
      const seed = configuration.seed!;
      const [annealed, hot, greedy] = runs.map((run) => run.configuration);
      expect(lastStep(annealed!, seed).bestEnergy).toBe(LOWEST);
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

import { describe, expect, it } from '@jest/globals';
import { anneal, totalSteps } from '@webfaulon/sa-core';
import { PRESETS } from './presets.ts';

const SEEDS = Array.from({ length: 50 }, (_, i) => i + 1);

/** The share of the run at which the best score improved for the last time. */
function lastImprovement(configuration: (typeof PRESETS)[number]['configuration'], seed: number): number {
  let [at, best, steps] = [0, Number.NaN, 0];
  for (const { step, bestEnergy } of anneal({ ...configuration, seed })) {
    if (!Number.isNaN(best) && bestEnergy !== best) at = step;
    best = bestEnergy;
    steps = step;
  }
  return at / steps;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

describe('the presets', () => {
  for (const { id, configuration, pace } of PRESETS) {
    it(`${id}: the last improvement falls at 30 to 80 % of the run at the median over seeds`, () => {
      const measured = median(SEEDS.map((seed) => lastImprovement(configuration, seed)));
      expect(measured).toBeGreaterThanOrEqual(0.3);
      expect(measured).toBeLessThanOrEqual(0.8);
    });

    it(`${id}: with its own seed, too`, () => {
      const measured = lastImprovement(configuration, configuration.seed!);
      expect(measured).toBeGreaterThanOrEqual(0.3);
      expect(measured).toBeLessThanOrEqual(0.8);
    });

    it(`${id}: lasts 15 to 40 seconds`, () => {
      const { steps_per_cycle, num_cycles } = configuration;
      const seconds = totalSteps({ steps_per_cycle: steps_per_cycle!, num_cycles: num_cycles! }) / pace!;
      expect(seconds).toBeGreaterThanOrEqual(15);
      expect(seconds).toBeLessThanOrEqual(40);
    });
  }

  it('have ids of their own, and one with an element besides C and H', () => {
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
    expect(PRESETS.some(({ configuration }) => /[^CH\d]/.test(configuration.formula))).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type AnnealingStep, anneal, annealMany, totalSteps } from '@webfaulon/sa-core';
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

function lastStep(configuration: (typeof PRESETS)[number]['configuration'], seed: number): AnnealingStep {
  return [...anneal({ ...configuration, seed }, { every: Number.MAX_SAFE_INTEGER })].at(-1)!;
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

  describe('the guided comparison', () => {
    const { name, configuration, companions } = PRESETS.find(({ id }) => id === 'hot-greedy-annealed')!;
    const runs = [{ name: name!, configuration }, ...companions!];
    const LOWEST = 187;

    it('holds what its lesson says of 50 seeds, and no run goes below the lowest score', async () => {
      const found: Record<string, number> = {};
      for (const run of runs) {
        const best: number[] = [];
        for await (const { bestEnergy } of annealMany(run.configuration, SEEDS)) best.push(bestEnergy);
        expect(Math.min(...best)).toBeGreaterThanOrEqual(LOWEST);
        found[run.name] = best.filter((score) => score === LOWEST).length;
      }
      expect(found).toEqual({ Annealed: 40, Greedy: 10, Hot: 0 });
    });

    it('shows it with its own seed: annealed finds it, greedy is stuck early, hot ends far away', () => {
      const seed = configuration.seed!;
      const [annealed, hot, greedy] = runs.map((run) => run.configuration);
      expect(lastStep(annealed!, seed).bestEnergy).toBe(LOWEST);
      expect(lastStep(greedy!, seed)).toMatchObject({ bestEnergy: 219, currentEnergy: 219 });
      expect(lastImprovement(greedy!, seed)).toBeLessThan(0.1);
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

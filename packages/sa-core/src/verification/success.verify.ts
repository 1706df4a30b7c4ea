import { describe, expect, test } from '@jest/globals';
import { advance } from '../annealing/advance.ts';
import { prepareAnnealing } from '../annealing/annealing.ts';
import { startCheckpoint } from '../annealing/checkpoint.ts';
import type { OptimizationMode } from '../annealing/configuration.ts';
import { isomerRow } from '../testing/truth.ts';
import { extent } from './extent.ts';

/** By the greedy-tree theorem and n (n^2 - 1) / 6, for formulas with too many isomers for the table. */
const PROVEN: Readonly<Record<string, readonly [min: number, max: number]>> = {
  C30H62: [1657, 4495],
  C50H102: [5533, 20825],
};

function proven(formula: string): readonly [min: number, max: number] {
  const known = PROVEN[formula];
  if (known !== undefined) return known;
  const { wienerMin, wienerMax } = isomerRow(formula);
  return [wienerMin, wienerMax];
}

function best(formula: string, optimization_mode: OptimizationMode, seed: number): number {
  const annealing = prepareAnnealing({
    formula,
    optimization_mode,
    seed,
    steps_per_cycle: 5000,
    num_cycles: 4,
  });
  const { totalSteps } = annealing;
  return advance(annealing, startCheckpoint(annealing), totalSteps, totalSteps).records.best_energy[0]!;
}

const FORMULAS = [
  'C6H14',
  'C8H18',
  'C10H22',
  'C10H16',
  'C10H8',
  'C20H42',
  'C30H62',
  'C50H102',
  'C9H8O4',
] as const;
const SEEDS = extent(50, 10);

describe(`${SEEDS} seeds of 20,000 steps with the defaults`, () => {
  test('end at the proven optimum in at least 99 % of the runs, over nine formulas and both directions', () => {
    const failures: string[] = [];
    for (const formula of FORMULAS) {
      const [min, max] = proven(formula);
      for (let seed = 1; seed <= SEEDS; seed++) {
        const lowest = best(formula, 'MINIMIZE', seed);
        const highest = best(formula, 'MAXIMIZE', seed);
        expect(lowest).toBeGreaterThanOrEqual(min);
        expect(highest).toBeLessThanOrEqual(max);
        if (lowest !== min) failures.push(`${formula} minimised, seed ${seed}: ${lowest} instead of ${min}`);
        if (highest !== max)
          failures.push(`${formula} maximised, seed ${seed}: ${highest} instead of ${max}`);
      }
    }
    const runs = 2 * SEEDS * FORMULAS.length;
    process.stderr.write(
      `${runs - failures.length} of ${runs} runs ended at the optimum. ${failures.join('; ')}\n`,
    );
    expect(failures.length).toBeLessThanOrEqual(0.01 * runs);
  });
});

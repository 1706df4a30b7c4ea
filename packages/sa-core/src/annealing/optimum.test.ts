import { describe, expect, test } from '@jest/globals';
import { isomerRow } from '../testing/truth.ts';
import { advance } from './advance.ts';
import { prepareAnnealing } from './annealing.ts';
import { startCheckpoint } from './checkpoint.ts';
import type { Configuration } from './configuration.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The best energies of ten seeds, at the schedule by default over 40,000 steps. */
function bestEnergies(configuration: Configuration): number[] {
  return SEEDS.map((seed) => {
    const annealing = prepareAnnealing({ steps_per_cycle: 5000, num_cycles: 8, seed, ...configuration });
    return advance(annealing, startCheckpoint(annealing), annealing.totalSteps, annealing.totalSteps).records
      .best_energy[0]!;
  });
}

describe.each(['C6H14', 'C8H18', 'C10H22', 'C8H10', 'C6H6', 'C10H16'])('40,000 steps of %s', (formula) => {
  const { wienerMin, wienerMax } = isomerRow(formula);

  test('reach the proven minimum of the Wiener index in at least 9 of 10 seeds, and never go below', () => {
    const energies = bestEnergies({ formula });
    expect(energies.filter((energy) => energy === wienerMin).length).toBeGreaterThanOrEqual(9);
    expect(Math.min(...energies)).toBe(wienerMin);
  });

  test('reach the proven maximum in at least 9 of 10 seeds, and never go above', () => {
    const energies = bestEnergies({ formula, optimization_mode: 'MAXIMIZE' });
    expect(energies.filter((energy) => energy === wienerMax).length).toBeGreaterThanOrEqual(9);
    expect(Math.max(...energies)).toBe(wienerMax);
  });
});

import { describe, expect, test } from '@jest/globals';
import { Random } from '../../random.ts';
import { prepareAnnealing } from '../annealing.ts';
import { startCheckpoint } from '../checkpoint.ts';
import type { Configuration } from '../configuration.ts';
import { SpecificationKernel } from './specification-kernel.ts';
import { TreeKernel } from './tree-kernel.ts';

/** Where each kernel stands at the end of a run made at once. */
function ends(configuration: Configuration) {
  const annealing = prepareAnnealing(configuration);
  return [SpecificationKernel, TreeKernel].map((Kernel) => {
    const { current, best, generator } = startCheckpoint(annealing);
    const random = new Random(generator);
    const counts = { start: 0, invalid: 0, disconnected: 0, rejected: 0, accepted: 0 };
    const kernel = new Kernel(annealing, { current, best, random, counts });
    kernel.run(0, annealing.totalSteps);
    return {
      current: kernel.current(),
      scores: [...kernel.scores],
      best: kernel.best,
      energies: [kernel.energy, kernel.bestEnergy],
      generator: random.state(),
      lastOutcome: kernel.lastOutcome,
      counts,
    };
  });
}

describe('blocks of steps made at once end as the steps of the specification', () => {
  // More than 64, 128 and 256 atoms: where words, bytes or caches might have been too small.
  test.each(['C4H10', 'C10H22', 'C66H134', 'C130H262', 'C260H522'])('of %s', (formula) => {
    for (const optimization_mode of ['MINIMIZE', 'MAXIMIZE'] as const) {
      const [wanted, found] = ends({ formula, optimization_mode, steps_per_cycle: 120, num_cycles: 3 });
      expect(found).toEqual(wanted);
    }
  });

  test('of weights from the least to the greatest, of which the least differ by no more than their last bit', () => {
    for (const weight of [5e-324, 1e-310, 1e-300, 0.1, 1e9]) {
      const [wanted, found] = ends({
        formula: 'C10H22',
        component_weights: { wiener_index: weight },
        initial_temp: Math.max(3 * weight, 5e-324),
        min_temp: null,
      });
      expect(found).toEqual(wanted);
    }
  });
});

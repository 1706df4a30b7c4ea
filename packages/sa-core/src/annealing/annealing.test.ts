import { describe, expect, test } from '@jest/globals';
import type { ScoringComponent } from '../scoring/scoring-component.ts';
import { half } from '../testing/half-component.ts';
import { refusalOf } from '../testing/refusal.ts';
import { prepareAnnealing } from './annealing.ts';

describe('prepareAnnealing', () => {
  test('derives all that a run needs', () => {
    const annealing = prepareAnnealing({
      formula: 'C2H4Cl2',
      steps_per_cycle: 7,
      num_cycles: 3,
      optimization_mode: 'MAXIMIZE',
    });
    expect(annealing).toMatchObject({
      totalSteps: 21,
      hydrogens: 4,
      sign: -1,
      formula: { C: 2, H: 4, Cl: 2 },
    });
    expect(annealing.elements).toEqual(['C', 'C', 'Cl', 'Cl']);
    expect(prepareAnnealing({ formula: 'CO2' })).toMatchObject({ hydrogens: 0, sign: 1 });
  });

  test('knows components that are handed to it, and they count before built-in ones of the same name', () => {
    const own: ScoringComponent = { ...half, name: 'wiener_index' };
    expect(prepareAnnealing({ formula: 'C6H14' }, [own]).configuration.component_versions).toEqual({
      wiener_index: 7,
    });
    expect(
      refusalOf(() => prepareAnnealing({ formula: 'C6H14', component_weights: { half: 1 } }))?.code,
    ).toBe('component_unknown');
  });
});

import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_COMPONENTS, type Configuration, resolveConfiguration } from '@webfaulon/sa-core';
import { bestOf, searchKey, trialSummary } from './trial-summary.ts';

describe('runs that differ in their seed', () => {
  it('found the best so often', () => {
    expect(trialSummary([187, 197, 187], 187)).toEqual({ found: 2, trials: 3 });
  });

  it('have a best score by what they look for', () => {
    expect(bestOf([3, 1, 2], { optimization_mode: 'MINIMIZE' })).toBe(1);
    expect(bestOf([3, 1, 2], { optimization_mode: 'MAXIMIZE' })).toBe(3);
    expect(bestOf([], { optimization_mode: 'MAXIMIZE' })).toBeUndefined();
  });
});

describe('what runs look for', () => {
  const key = (changes: Partial<Configuration> = {}) =>
    searchKey(resolveConfiguration({ formula: 'C8H18', ...changes }, BUILT_IN_COMPONENTS));

  it('is the same whatever the seed, the schedule and the length', () => {
    expect(key({ seed: 9, schedule: 'constant', steps_per_cycle: 7 })).toBe(key());
  });

  it('differs with the formula, the direction, the score and the filters', () => {
    const keys = [
      key(),
      key({ formula: 'C8H16' }),
      key({ optimization_mode: 'MAXIMIZE' }),
      key({ component_weights: { wiener_index: 2 } }),
      key({ component_targets: { wiener_index: 70 } }),
      key({ filters: ['no-three-membered-rings'] }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_COMPONENTS, type Configuration, resolveConfiguration } from '@webfaulon/sa-core';
import { differenceInWords } from './difference-in-words.ts';
import { vary } from './variations.ts';

const resolved = (changes: Partial<Configuration> = {}) =>
  resolveConfiguration({ formula: 'C8H18', ...changes }, BUILT_IN_COMPONENTS);

describe('how a run differs from another', () => {
  it('is nothing for the same', () => {
    expect(differenceInWords(resolved(), resolved())).toBe('');
  });

  const CASES: readonly [Partial<Configuration>, string][] = [
    [{ seed: 7 }, 'seed 7'],
    [{ schedule: 'constant', initial_temp: 5, seed: 1 }, 'constant kT 5, seed 1'],
    [{ cooling_schedule_k: 1 }, 'f_1 from kT 100'],
    [{ schedule: 'geometric' }, 'geometric from kT 100'],
    [{ steps_per_cycle: 1000 }, '4\u2009000 steps'],
    [{ steps_per_cycle: 1000, num_cycles: 2 }, '2 cycles'],
    [{ formula: 'C6H14' }, 'C6H14'],
    [{ optimization_mode: 'MAXIMIZE' }, 'highest Wiener index'],
    [{ reheat: true }, 'reheat each cycle on'],
    [{ stop_at_score: 70 }, 'stop at score 70'],
    [{ filters: ['no-three-membered-rings'] }, 'structural filters no-three-membered-rings'],
  ];
  for (const [changes, words] of CASES) {
    it(`can be ${words}`, () => expect(differenceInWords(resolved(changes), resolved())).toBe(words));
  }
});

describe('what can be compared at one tap', () => {
  const own = resolved({ seed: 3 });

  it('is a seed that is not taken', () => {
    expect(vary('Another seed', own, [3, 4, 6]).seed).toBe(5);
    const last = resolved({ seed: Number.MAX_SAFE_INTEGER });
    expect(vary('Another seed', last, [last.seed]).seed).toBe(Number.MIN_SAFE_INTEGER);
  });

  it('is another schedule, that sa-core accepts', () => {
    const words = (['Always hot', 'Greedy', 'Geometric'] as const).map((name) => {
      const varied = vary(name, own, []);
      expect(resolveConfiguration(varied, BUILT_IN_COMPONENTS)).toEqual(varied);
      return differenceInWords(varied, own);
    });
    expect(words).toEqual(['constant kT 100', 'constant kT ≈ 0', 'geometric from kT 100']);
  });
});

import type { ResolvedConfiguration } from '@webfaulon/sa-core';

/** Far below every difference of scores: no step for the worse is ever accepted. */
const GREEDY_SHARE = 1e-6;

type Vary = (own: ResolvedConfiguration, takenSeeds: readonly number[]) => ResolvedConfiguration;

/** What can be compared with a run at one tap. */
const VARIATIONS = {
  'Another seed': (own, takenSeeds) => {
    let { seed } = own;
    while (takenSeeds.includes(seed)) {
      seed = seed === Number.MAX_SAFE_INTEGER ? Number.MIN_SAFE_INTEGER : seed + 1;
    }
    return { ...own, seed };
  },
  'Always hot': (own) => ({ ...own, schedule: 'constant' }),
  Greedy: (own) => ({
    ...own,
    schedule: 'constant',
    initial_temp: own.initial_temp * GREEDY_SHARE,
    min_temp: 0,
  }),
  Geometric: (own) => ({ ...own, schedule: 'geometric' }),
} as const satisfies Record<string, Vary>;

export const VARIATION_NAMES = Object.keys(VARIATIONS) as (keyof typeof VARIATIONS)[];

export function vary(name: keyof typeof VARIATIONS, ...run: Parameters<Vary>): ResolvedConfiguration {
  const change: Vary = VARIATIONS[name];
  return change(...run);
}

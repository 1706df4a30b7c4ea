import { type Configuration, prepareAnnealing } from '@webfaulon/sa-core';
import { COMPONENTS } from './components.ts';
import type { Problem } from './problems.ts';

/** The steps of a run: as many as the defaults have, and ten times that. */
export const RUN_LENGTHS = [2000, 20_000] as const;
export const LONGEST_RUN = RUN_LENGTHS[1];

type Objective = Problem['objective'];

/** A way to search, all from a random molecule. */
export interface Method {
  readonly name: string;
  readonly kind: 'annealing' | 'one temperature' | 'baseline';
  readonly explanation: string;
  /** What the configuration of a run has beside the objective, the length and the seed. */
  readonly options: (objective: Objective, seed: number) => Partial<Configuration>;
  /** Whether a step does not depend on how long the run is to be: then the first part of a long run is a short run. */
  readonly isTimeless: boolean;
  /** The run is a row of runs from random molecules, each ended after so many steps without anything better. */
  readonly patience?: number;
}

/** As good as 0 and as infinity beside the differences between scores, which lie between 0.000001 and 100,000. */
const COLD = { schedule: 'constant', initial_temp: 1e-12, min_temp: 0 } as const;
const HOT = { schedule: 'constant', initial_temp: 1e12 } as const;

const annealing = (
  name: string,
  explanation: string,
  options: Method['options'] | Partial<Configuration>,
): Method => ({
  name,
  kind: 'annealing',
  explanation,
  options: typeof options === 'function' ? options : () => options,
  isTimeless: false,
});

const timeless = (
  kind: 'one temperature' | 'baseline',
  name: string,
  explanation: string,
  options: Method['options'] | Partial<Configuration>,
): Method => ({ ...annealing(name, explanation, options), kind, isTimeless: true });

/** What the schedule "automatic" finds for the objective and the seed: kT0 and the floor. */
function fitted(objective: Objective, seed: number): { initial_temp: number; min_temp: number } {
  const { configuration } = prepareAnnealing({ ...objective, seed, schedule: 'automatic' }, COMPONENTS);
  return { initial_temp: configuration.initial_temp, min_temp: configuration.min_temp };
}

/** Half the smallest difference that the objective can show: what `min_temp: null` becomes. */
function halfResolution(objective: Objective): number {
  return prepareAnnealing({ ...objective }, COMPONENTS).configuration.min_temp;
}

const REHEATED = { reheat: true } as const;

export const METHODS: readonly Method[] = [
  annealing('f8 (default)', 'kT0 100, k 8, floor half the resolution of the score', {}),
  annealing('f1', 'as the default, with k 1', { cooling_schedule_k: 1 }),
  annealing('f32', 'as the default, with k 32', { cooling_schedule_k: 32 }),
  annealing(
    'f8, floor a 50th',
    'as the default, with a 50th of its floor: greedy at the end',
    (objective) => ({
      min_temp: halfResolution(objective) / 50,
    }),
  ),
  annealing('f8, floor doubled', 'as the default, with twice its floor', (objective) => ({
    min_temp: halfResolution(objective) * 2,
  })),
  annealing('f8, floor 1', 'as the default, with the floor 1, whatever the score', { min_temp: 1 }),
  annealing('f8 reheated', 'four cycles, each anew from kT0', REHEATED),
  annealing('f8 restarted', 'four cycles, each anew from kT0 and a random molecule', {
    ...REHEATED,
    restart: 'random',
  }),
  annealing('f8 from the best', 'four cycles, each anew from kT0 and the best molecule', {
    ...REHEATED,
    restart: 'best',
  }),
  annealing('f8 with Hastings', 'as the default, with the Hastings correction', { hastings: true }),
  annealing('f8 by atoms', 'as the default, with the proposal "atoms"', { proposal: 'atoms' }),
  annealing('geometric', 'from kT0 100 to the floor by a constant factor', { schedule: 'geometric' }),
  annealing('automatic', 'f8 with kT0 and floor found by the schedule "automatic"', {
    schedule: 'automatic',
  }),
  annealing('automatic, f1', 'f1 between the temperatures of "automatic"', (objective, seed) => ({
    ...fitted(objective, seed),
    cooling_schedule_k: 1,
  })),
  annealing(
    'automatic, geometric',
    'geometric between the temperatures of "automatic"',
    (objective, seed) => ({
      ...fitted(objective, seed),
      schedule: 'geometric',
    }),
  ),
  annealing('automatic restarted', 'four cycles of "automatic", each from a random molecule', {
    ...REHEATED,
    schedule: 'automatic',
    restart: 'random',
  }),
  ...(['cold', 'cool', 'warm'] as const).map((name, i) => {
    const factor = 2 ** i;
    const times = factor === 1 ? 'the floor' : `${factor} times the floor`;
    return timeless(
      'one temperature',
      `constant, ${name}`,
      `kT ${times} of "automatic" throughout`,
      (objective, seed) => ({
        schedule: 'constant',
        initial_temp: factor * fitted(objective, seed).min_temp,
      }),
    );
  }),
  timeless('baseline', 'random walk', 'kT = infinity: every connected proposal is accepted', HOT),
  timeless('baseline', 'greedy', 'kT = 0: nothing worse is accepted, ties are', COLD),
  ...[300, 1000, 3000].map((patience) => ({
    ...timeless(
      'baseline',
      `greedy, restarted after ${patience}`,
      `greedy, from a new random molecule after ${patience} steps without anything better`,
      COLD,
    ),
    patience,
  })),
];

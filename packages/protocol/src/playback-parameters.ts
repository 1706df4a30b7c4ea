import type { Parameter } from './parameter.ts';

/** Playback is no part of the algorithm, so its default stands here. */
const DEFAULT_STEPS_PER_SECOND = 100;

/** How the run is shown. */
export const PLAYBACK_PARAMETERS = {
  steps_per_second: {
    name: 'steps_per_second',
    kind: 'number',
    label: 'Speed',
    unit: 'steps per second',
    integer: false,
    minimum: 0.1,
    maximum: 1000,
    nullMeans: 'as fast as possible',
    default: DEFAULT_STEPS_PER_SECOND,
    help: 'How fast the run is shown. It changes nothing about what happens in the run.',
  },
} as const satisfies Record<string, Parameter>;

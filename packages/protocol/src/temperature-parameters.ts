import { DEFAULT_CONFIGURATION, SCHEDULE_NAMES } from '@webfaulon/sa-core';
import type { Parameter } from './parameter.ts';

/** How likely a change for the worse is accepted, and how that falls. */
export const TEMPERATURE_PARAMETERS = {
  initial_temp: {
    name: 'initial_temp',
    kind: 'number',
    label: 'Initial temperature kT₀',
    unit: 'score',
    integer: false,
    above: 0,
    default: DEFAULT_CONFIGURATION.initial_temp,
    help: 'How much worse a molecule may get in the first step and still be accepted quite often: a change for the worse by kT is accepted with probability 1/e. It is in units of the score and has nothing to do with heat.',
  },
  cooling_schedule_k: {
    name: 'cooling_schedule_k',
    kind: 'number',
    label: 'Cooling rate k',
    unit: null,
    integer: false,
    minimum: 0,
    default: DEFAULT_CONFIGURATION.cooling_schedule_k,
    help: 'How fast the temperature falls in the schedule f_k: 0 keeps it constant, 1 brings it down to the floor over the whole run, 8 over the first eighth of it, which is the best value of the paper.',
  },
  min_temp: {
    name: 'min_temp',
    kind: 'number',
    label: 'Lowest temperature',
    unit: 'score',
    integer: false,
    minimum: 0,
    nullMeans: 'a floor that fits the score',
    default: DEFAULT_CONFIGURATION.min_temp,
    help: 'The temperature does not fall below this. Without a floor a run freezes in the first good molecule it meets; null takes half of the smallest difference that the score can show (0.5 for the Wiener index), at most the initial temperature.',
  },
  reheat: {
    name: 'reheat',
    kind: 'switch',
    label: 'Reheat each cycle',
    unit: null,
    default: DEFAULT_CONFIGURATION.reheat,
    help: 'Off: the temperature falls once, over the whole run. On: each cycle starts at the initial temperature and cools down anew.',
  },
  schedule: {
    name: 'schedule',
    kind: 'choice',
    label: 'Annealing schedule',
    unit: null,
    options: SCHEDULE_NAMES,
    default: DEFAULT_CONFIGURATION.schedule,
    help: 'How the temperature falls. "f_k" goes down in a straight line, k times as fast as the run is long; "geometric" by the same factor each step, to the floor at the end; "constant" stays at the initial temperature. "automatic" is f_k with temperatures that fit the score: a short walk before the run finds them, and initial_temp and min_temp are not used.',
  },
} as const satisfies Record<string, Parameter>;

import type { SetupName } from '../setup/setup.ts';

/** Parameters in the order and company in which a person meets them. The formula has a field of its own. */
export const PARAMETER_GROUPS = {
  schedule: [
    'schedule',
    'initial_temp',
    'cooling_schedule_k',
    'min_temp',
    'steps_per_cycle',
    'num_cycles',
    'reheat',
  ],
  walk: [
    'proposal',
    'hastings',
    'filters',
    'restart',
    'stop_at_score',
    'stop_after_steps_without_improvement',
  ],
  start: ['initial', 'seed'],
} as const satisfies Record<string, readonly SetupName[]>;

/** The three that make up what is searched for; one field shows them together. */
export const SEARCH_NAMES = [
  'component_weights',
  'optimization_mode',
  'component_targets',
] as const satisfies readonly SetupName[];

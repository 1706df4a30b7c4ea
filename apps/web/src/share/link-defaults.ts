import type { Configuration } from '@webfaulon/sa-core';
import type { Pace } from '../runner/runner.ts';

type LeftOut = Required<
  Omit<Configuration, 'formula' | 'seed' | 'min_temp' | 'algorithm_version' | 'component_versions'>
>;

/**
 * What a link means by what it leaves out. Links are kept for years, so no value here may ever change, whatever becomes
 * of the defaults of a new run. A parameter that is added later gets the value that runs had before there was a choice.
 */
export const LINK_DEFAULTS: LeftOut & { readonly steps_per_second: Pace } = {
  steps_per_second: 100,
  initial_temp: 100,
  cooling_schedule_k: 8,
  steps_per_cycle: 500,
  num_cycles: 4,
  optimization_mode: 'MINIMIZE',
  component_weights: { wiener_index: 1 },
  component_targets: {},
  reheat: false,
  proposal: 'bonds',
  hastings: false,
  initial: 'random',
  schedule: 'f_k',
  restart: 'none',
  stop_at_score: null,
  stop_after_steps_without_improvement: null,
  filters: [],
};

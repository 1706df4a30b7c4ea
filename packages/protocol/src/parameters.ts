import { MOLECULE_PARAMETERS } from './molecule-parameters.ts';
import { PLAYBACK_PARAMETERS } from './playback-parameters.ts';
import { SCORE_PARAMETERS } from './score-parameters.ts';
import { TEMPERATURE_PARAMETERS } from './temperature-parameters.ts';
import { WALK_PARAMETERS } from './walk-parameters.ts';

/**
 * Every parameter of a run, by its name on the wire, in the order in which a person meets them. The range, default and
 * explanation of each stand with its topic, and there alone.
 */
export const PARAMETERS = {
  formula: MOLECULE_PARAMETERS.formula,
  initial_temp: TEMPERATURE_PARAMETERS.initial_temp,
  cooling_schedule_k: TEMPERATURE_PARAMETERS.cooling_schedule_k,
  steps_per_cycle: WALK_PARAMETERS.steps_per_cycle,
  num_cycles: WALK_PARAMETERS.num_cycles,
  optimization_mode: SCORE_PARAMETERS.optimization_mode,
  component_weights: SCORE_PARAMETERS.component_weights,
  component_targets: SCORE_PARAMETERS.component_targets,
  seed: WALK_PARAMETERS.seed,
  steps_per_second: PLAYBACK_PARAMETERS.steps_per_second,
  min_temp: TEMPERATURE_PARAMETERS.min_temp,
  reheat: TEMPERATURE_PARAMETERS.reheat,
  proposal: WALK_PARAMETERS.proposal,
  hastings: WALK_PARAMETERS.hastings,
  initial: MOLECULE_PARAMETERS.initial,
  schedule: TEMPERATURE_PARAMETERS.schedule,
  restart: WALK_PARAMETERS.restart,
  stop_at_score: WALK_PARAMETERS.stop_at_score,
  stop_after_steps_without_improvement: WALK_PARAMETERS.stop_after_steps_without_improvement,
  filters: MOLECULE_PARAMETERS.filters,
} as const;

export type ParameterName = keyof typeof PARAMETERS;

/**
 * Raised whenever any run changes by one bit. It stands in every resolved configuration and checkpoint; a run of another
 * version is refused, never continued.
 */
export const ALGORITHM_VERSION = 1;

/** Every parameter but the formula, and its default. Field names are those of the wire. */
export const DEFAULT_CONFIGURATION = {
  initial_temp: 100,
  cooling_schedule_k: 8,
  steps_per_cycle: 500,
  num_cycles: 4,
  optimization_mode: 'MINIMIZE',
  seed: 42,
  component_weights: { wiener_index: 1 },
  component_targets: {},
  min_temp: null,
  reheat: false,
  proposal: 'bonds',
  hastings: false,
  initial: 'random',
  filters: [],
  schedule: 'f_k',
  restart: 'none',
  stop_at_score: null,
  stop_after_steps_without_improvement: null,
} as const;

/** The version of the algorithm that a run belongs to; see docs/algorithm. */
export const ALGORITHM_VERSION: number = 1;

/** What a run uses for every parameter that its configuration leaves out. */
export const DEFAULT_CONFIGURATION = {
  initial_temp: 100,
  cooling_schedule_k: 8,
  steps_per_cycle: 500,
  num_cycles: 4,
  optimization_mode: 'MINIMIZE',
  seed: 42,
  component_weights: { wiener_index: 1 },
  min_temp: null,
  reheat: false,
  proposal: 'bonds',
  initial: 'random',
} as const;

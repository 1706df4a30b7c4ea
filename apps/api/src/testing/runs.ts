/** 60 steps in 0.3 s. */
export const SHORT = { formula: 'C10H16', steps_per_cycle: 30, num_cycles: 2, steps_per_second: 200 };
/** 120 steps in 0.6 s. */
export const PACED = { formula: 'C10H16', steps_per_cycle: 30, num_cycles: 4, steps_per_second: 200 };
/** 60 minutes: does not end while a test looks. */
export const ENDLESS = { formula: 'C6H14', steps_per_cycle: 90_000, num_cycles: 4, steps_per_second: 100 };
/** 2,000 steps, as fast as they come. */
export const UNTHROTTLED = { formula: 'C10H16', steps_per_second: null };
/** 200 steps, as fast as they come. */
export const RUN = { formula: 'C10H16', steps_per_cycle: 100, num_cycles: 2, steps_per_second: null };

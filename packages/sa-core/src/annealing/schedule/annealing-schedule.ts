export const SCHEDULE_NAMES = ['f_k', 'geometric', 'constant', 'automatic'] as const;
export type ScheduleName = (typeof SCHEDULE_NAMES)[number];

/** What annealing schedules depend on. Temperatures are in units of the score. */
export interface ScheduleParameters {
  readonly schedule: ScheduleName;
  /** kT0, above 0. */
  readonly initial_temp: number;
  readonly cooling_schedule_k: number;
  /** The floor, at least 0. Where it is above kT0 the temperature is the floor throughout. */
  readonly min_temp: number;
  readonly steps_per_cycle: number;
  readonly num_cycles: number;
  /** Whether every cycle starts anew at kT0. */
  readonly reheat: boolean;
}

/** How hot each step of a run is: a pure function of the step, so that a run can be cut anywhere. */
export interface AnnealingSchedule {
  /** kT of step t, from 0: finite, at least the floor, and at most kT0 or the floor, whichever is higher. */
  temperature(t: number): number;
}

/** Dt, the steps over which the temperature falls: the whole run, or one cycle where each is reheated. */
export function coolingSteps({ steps_per_cycle, num_cycles, reheat }: ScheduleParameters): number {
  return reheat ? steps_per_cycle : steps_per_cycle * num_cycles;
}

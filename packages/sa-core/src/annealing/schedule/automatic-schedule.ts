import type { AnnealingSchedule, ScheduleParameters } from './annealing-schedule.ts';
import { createFkSchedule } from './f-k-schedule.ts';

/**
 * f_k between temperatures that fit the score. They are found once, when the configuration is resolved (automaticTemperatures), and
 * stand in it from then on, so that nothing is left to find here.
 */
export function createAutomaticSchedule(parameters: ScheduleParameters): AnnealingSchedule {
  return createFkSchedule(parameters);
}

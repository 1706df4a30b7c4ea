import type { AnnealingSchedule, ScheduleParameters } from './annealing-schedule.ts';

/** kT0 throughout: no annealing, but the Metropolis walk at one temperature that its stationary distribution is told of. */
export function createConstantSchedule({ initial_temp, min_temp }: ScheduleParameters): AnnealingSchedule {
  const kT = Math.max(min_temp, initial_temp);
  return { temperature: () => kT };
}

import { type AnnealingSchedule, coolingSteps, type ScheduleParameters } from './annealing-schedule.ts';

/**
 * The schedule f_k: kT_t = max(min_temp, kT0 - k kT0 t / Dt) [Faulon1996]. Dt is the whole run; with reheat it is one
 * cycle, and every cycle starts anew at kT0.
 */
export function createFkSchedule(parameters: ScheduleParameters): AnnealingSchedule {
  const { initial_temp: kT0, cooling_schedule_k: k, min_temp: floor, reheat } = parameters;
  const Dt = coolingSteps(parameters);
  return {
    temperature(t) {
      const elapsed = reheat ? t % Dt : t;
      // Written as a product, so that no k and kT0, however large, meet as infinity times 0 or infinity less infinity.
      return Math.max(floor, kT0 * (1 - k * (elapsed / Dt)));
    },
  };
}

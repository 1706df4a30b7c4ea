/** What the annealing schedule f_k depends on. Temperatures are in units of the score. */
export interface ScheduleParameters {
  readonly initial_temp: number;
  readonly cooling_schedule_k: number;
  readonly min_temp: number;
  readonly steps_per_cycle: number;
  readonly num_cycles: number;
  readonly reheat: boolean;
}

/**
 * kT of step t, from 0: kT_t = max(min_temp, kT0 - k kT0 t / Dt) [Faulon1996]. Dt is the whole run; with reheat it is
 * one cycle, and every cycle starts anew at kT0.
 */
export function temperatureAt(schedule: ScheduleParameters, t: number): number {
  const { initial_temp: kT0, cooling_schedule_k: k, steps_per_cycle, num_cycles, reheat } = schedule;
  const Dt = reheat ? steps_per_cycle : steps_per_cycle * num_cycles;
  const elapsed = reheat ? t % Dt : t;
  // Written as a product, so that no k and kT0, however large, meet as infinity times 0 or infinity less infinity.
  return Math.max(schedule.min_temp, kT0 * (1 - k * (elapsed / Dt)));
}

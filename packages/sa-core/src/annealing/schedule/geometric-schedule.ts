import { exponential } from '../exponential.ts';
import { type AnnealingSchedule, coolingSteps, type ScheduleParameters } from './annealing-schedule.ts';
import { logarithm } from './logarithm.ts';

/** ln 10^6: towards a floor of 0 no constant factor leads, so kT falls to a millionth of kT0. */
const FALL_WITHOUT_FLOOR = logarithm(1e6);

/**
 * Geometric cooling [Kirkpatrick1983]: kT_t = kT0 (floor / kT0)^(t / (Dt - 1)), which is the same factor from each step to
 * the next, from kT0 at the first step of Dt to the floor at its last.
 */
export function createGeometricSchedule(parameters: ScheduleParameters): AnnealingSchedule {
  const { initial_temp: kT0, min_temp: floor, reheat } = parameters;
  const Dt = coolingSteps(parameters);
  const lastOfDt = Math.max(1, Dt - 1);
  // As a difference of logarithms, because the quotient can be out of the range of doubles.
  const fall = floor > 0 ? Math.max(0, logarithm(kT0) - logarithm(floor)) : FALL_WITHOUT_FLOOR;
  return {
    temperature(t) {
      const elapsed = reheat ? t % Dt : t;
      return Math.max(floor, kT0 * exponential(-fall * (elapsed / lastOfDt)));
    },
  };
}

import type { Annealing } from '../annealing.ts';
import { acceptsDrawn, mostUphill } from '../metropolis.ts';
import type { AnnealingSchedule } from '../schedule/annealing-schedule.ts';
import { STEPS_PER_DRAW } from './step-draws.ts';

/** Above every change of a Wiener index, 1.7e8 at most, and small enough that twice this is still a small integer. */
export const NO_LIMIT = 2 ** 29;

/**
 * The Metropolis criterion for a block of steps on the Wiener index alone: how much worse the index may become in each step
 * follows from what the step has drawn, before anything is proposed.
 */
export class MetropolisLimits {
  /** For each step: above this no change of the index for the worse is accepted. Below it, {@link accepts} tells. */
  readonly limits = new Int32Array(STEPS_PER_DRAW);
  /** kT of each step. */
  private readonly temperatures = new Float64Array(STEPS_PER_DRAW);
  private readonly schedule: AnnealingSchedule;
  private readonly weight: number;
  private readonly sign: 1 | -1;
  private readonly metropolis: Int32Array;

  /** @param metropolis the 32 bits that each step of a block draws, written before {@link set} is called */
  constructor({ schedule, objective, sign }: Annealing, metropolis: Int32Array) {
    this.schedule = schedule;
    this.weight = objective.weights[0]!;
    this.sign = sign;
    this.metropolis = metropolis;
  }

  /** Sets the limits of a block that begins with step t of the run. */
  set(t: number, steps: number): void {
    const { limits, temperatures, schedule, weight, metropolis } = this;
    for (let k = 0; k < steps; k++) {
      const kT = schedule.temperature(t + k);
      temperatures[k] = kT;
      // A difference is off by rounding alone, far less than a thousandth of the step between two indices.
      limits[k] = Math.min(mostUphill(kT, metropolis[k]!) / weight + 0.001, NO_LIMIT);
    }
  }

  /** Whether step k of the block may bring the index from one value to another. */
  accepts(k: number, from: number, to: number): boolean {
    const dE = this.sign * (this.weight * to - this.weight * from);
    return dE <= 0 || acceptsDrawn(dE, this.temperatures[k]!, this.metropolis[k]! >>> 0);
  }
}

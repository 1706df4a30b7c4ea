import type { LabelledIsomer } from '../../displacement/labelled-isomer.ts';
import type { Walker } from '../../displacement/walker.ts';
import type { OutcomeCounts, StepOutcome } from '../step-records.ts';

/**
 * What makes the steps of a run. There is one specification, which any objective and proposal can be run on, and kernels
 * that do the same faster for some of them; a contract test holds every kernel to the specification, bit for bit.
 */
export interface Kernel {
  /** Makes `steps` steps, the first of them step t (from 0) of the run. */
  run(t: number, steps: number): void;
  readonly walker: Walker;
  readonly energy: number;
  /** Scores of the current molecule, for each component of the objective, in its order. */
  readonly scores: Float64Array;
  /** The first molecule of the best energy met so far: never changed once given out. */
  readonly best: LabelledIsomer;
  readonly bestEnergy: number;
  readonly counts: OutcomeCounts;
  /** How the last step came out; undefined before the first that this kernel has made, unless that is step 0. */
  readonly lastOutcome: StepOutcome | undefined;
}

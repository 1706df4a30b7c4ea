import type { IsomerView, LabelledIsomer } from '../../displacement/labelled-isomer.ts';
import type { Random } from '../../random.ts';
import type { OutcomeCounts, StepOutcome } from '../step-records.ts';

/**
 * What makes the steps of a run. There is one specification, which any objective and proposal can be run on, and kernels
 * that do the same faster for some of them; a contract test holds every kernel to the specification, bit for bit.
 */
export interface Kernel {
  /**
   * Makes up to `steps` steps, the first of them step t (from 0) of the run, and fewer where the watch says so. Returns how
   * many, and draws for these alone.
   */
  run(t: number, steps: number, watch?: AcceptedStepWatch): number;
  /** The molecule that the run stands at: a copy, which later steps do not change. */
  current(): LabelledIsomer;
  /** The same molecule without a copy: it changes with the steps. */
  readonly view: IsomerView;
  readonly energy: number;
  /** Scores of the current molecule, for each component of the objective, in its order. */
  readonly scores: Float64Array;
  /** The first molecule of the best energy met so far: never changed once given out. */
  readonly best: LabelledIsomer;
  readonly bestEnergy: number;
  readonly counts: OutcomeCounts;
  /** How the last step came out; undefined before the first one. */
  readonly lastOutcome: StepOutcome | undefined;
}

/**
 * Looks at a kernel right after each accepted step, which `step` counts in the whole run: its molecules, energies and scores.
 * Returns whether that step is to be the last one of the call.
 */
export type AcceptedStepWatch = (step: number) => boolean;

/** Where a kernel takes up a run. It draws from this generator and counts in these counts from then on. */
export interface KernelStart {
  readonly current: LabelledIsomer;
  readonly best: LabelledIsomer;
  readonly random: Random;
  readonly counts: OutcomeCounts;
}

import type { Checkpoint } from '@webfaulon/sa-core';

/** Then even of the longest run that is allowed by default, 10 million steps, no step is further than 20,000 from one. */
const MAX_KEYFRAMES = 512;
/** So many steps are computed again in some milliseconds. */
const MIN_SPACING = 2000;

/**
 * Checkpoints spread evenly over a run, so that any step can be computed again from one not far before it. Where they stand
 * follows from the length of the run alone; at most MAX_KEYFRAMES.
 */
export class Keyframes {
  /** They stand at the steps divisible by this. */
  readonly spacing: number;
  /** Invariant: frame i is that of step (i + 1) * spacing. */
  private readonly frames: Checkpoint[] = [];

  constructor(totalSteps: number) {
    this.spacing = Math.max(MIN_SPACING, Math.ceil(totalSteps / MAX_KEYFRAMES));
  }

  /** Takes in the next ones, which must follow on those that are here; what is here already is left as it is. */
  add(checkpoints: readonly Checkpoint[]): void {
    for (const checkpoint of checkpoints) {
      if (checkpoint.step === (this.frames.length + 1) * this.spacing) this.frames.push(checkpoint);
    }
  }

  /** The latest keyframe at or before a step; null where the run has to be computed from its start. */
  before(step: number): Checkpoint | null {
    const index = Math.min(Math.floor(step / this.spacing), this.frames.length) - 1;
    return this.frames[index] ?? null;
  }
}

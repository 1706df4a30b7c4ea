import type { Checkpoint } from '@webfaulon/sa-core';

/**
 * Then no step of the longest run that is allowed by default, 10 million steps, is further than 2,500 from one: at 5 to 20
 * microseconds a step, less than 50 ms. A keyframe of ten heavy atoms is 450 bytes, so that they are 2 MB at most.
 */
const MAX_KEYFRAMES = 4096;
/** So many steps are computed again in some milliseconds. */
const MIN_SPACING = 1000;

/**
 * Checkpoints spread evenly over a run, so that any step can be computed again from one not far before it. Where they stand
 * follows from the length of the run alone; at most MAX_KEYFRAMES.
 */
export class Keyframes {
  /** They stand at the steps divisible by this. */
  readonly spacing: number;
  /** As JSON, half the memory of the objects. Invariant: frame i is that of step (i + 1) * spacing. */
  private readonly frames: string[] = [];

  constructor(totalSteps: number) {
    this.spacing = Math.max(MIN_SPACING, Math.ceil(totalSteps / MAX_KEYFRAMES));
  }

  /** Takes in the next ones, which must follow on those that are here; what is here already is left as it is. */
  add(checkpoints: readonly Checkpoint[]): void {
    for (const checkpoint of checkpoints) {
      if (checkpoint.step === (this.frames.length + 1) * this.spacing)
        this.frames.push(JSON.stringify(checkpoint));
    }
  }

  /** The latest keyframe at or before a step; null where the run has to be computed from its start. */
  before(step: number): Checkpoint | null {
    const index = Math.min(Math.floor(step / this.spacing), this.frames.length) - 1;
    const frame = this.frames[index];
    return frame === undefined ? null : (JSON.parse(frame) as Checkpoint);
  }
}

import type { Checkpoint } from '@webfaulon/sa-core';

const MAX_KEYFRAMES = 32;

/**
 * Checkpoints spread over a run, so that any step can be computed again from one not far before it. When there are too
 * many every other one goes, and from then on they are kept twice as far apart: their number is bounded, and the
 * longest way from a keyframe is about 1/16 of the run so far.
 */
export class Keyframes {
  /** Invariant: in ascending order of step, at least `spacing` apart, at most MAX_KEYFRAMES. */
  private frames: Checkpoint[] = [];
  private spacing = 1;

  add(checkpoint: Checkpoint): void {
    const last = this.frames.at(-1);
    if (last !== undefined && checkpoint.step - last.step < this.spacing) return;
    this.frames.push(checkpoint);
    if (this.frames.length <= MAX_KEYFRAMES) return;
    this.spacing = Math.max(2 * this.spacing, Math.ceil((2 * checkpoint.step) / MAX_KEYFRAMES));
    const kept: Checkpoint[] = [];
    for (const frame of this.frames) {
      const previous = kept.at(-1);
      if (previous === undefined || frame.step - previous.step >= this.spacing) kept.push(frame);
    }
    this.frames = kept;
  }

  /** The latest keyframe at or before a step; null where the run has to be computed from its start. */
  before(step: number): Checkpoint | null {
    return this.frames.findLast((frame) => frame.step <= step) ?? null;
  }
}

import type { Checkpoint } from '@webfaulon/sa-core';

/** About 2 KB each. */
const MAX_KEYFRAMES = 128;

/**
 * Checkpoints of a run at spaced steps, so that any step can be computed again from one that is not far before it. Their
 * number is bounded: when there are too many every other one is dropped, and the distance doubles.
 *
 * Invariant: in ascending order of step, and the first is that of step 0.
 */
export class Keyframes {
  private kept: Checkpoint[];
  private distance = 1;

  constructor(start: Checkpoint) {
    this.kept = [start];
  }

  /** Whether a checkpoint of this step is wanted: making one costs more than a step. */
  wants(step: number): boolean {
    return step >= this.kept.at(-1)!.step + this.distance;
  }

  add(checkpoint: Checkpoint): void {
    this.kept.push(checkpoint);
    if (this.kept.length <= MAX_KEYFRAMES) return;
    this.kept = this.kept.filter((_, i) => i % 2 === 0);
    this.distance *= 2;
  }

  /** The last one at a step or before it. */
  before(step: number): Checkpoint {
    return this.kept.findLast((checkpoint) => checkpoint.step <= step) ?? this.kept[0]!;
  }
}

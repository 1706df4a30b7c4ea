import type { Checkpoint } from '@webfaulon/sa-core';

/**
 * Then no step of the longest run that is allowed by default, 10 million steps, is further than 2,500 from one: at 5 to 20
 * microseconds a step, less than 50 ms. A keyframe of ten heavy atoms is 450 bytes, so that they are 2 MB at most.
 */
const MAX_KEYFRAMES = 4096;
/** So many steps are computed again in some milliseconds. */
const MIN_SPACING = 1000;
/**
 * Then a restarted server computes no step of the longest run that is allowed by default from further than 200,000 steps, less
 * than a second, and a segment has ten records at most.
 */
const MAX_SEGMENTS = 50;

/**
 * Checkpoints spread evenly over a run, so that any step can be computed again from one not far before it. Where they may stand
 * follows from the length of the run alone; at most MAX_KEYFRAMES. Thinned, they stand further apart.
 */
export class Keyframes {
  /** They stand at steps divisible by this. */
  readonly spacing: number;
  /** A multiple of the spacing. Those divisible by this end the segments of the run, which outlive the process: they are always kept. */
  readonly segmentSteps: number;
  /** As JSON, half the memory of the objects. Frame i is that of step (i + 1) * spacing; after a restart some are missing. */
  private readonly frames: (string | undefined)[] = [];
  /** Invariant: a power of two; frame i is kept if i + 1 is divisible by it, or if it ends a segment. */
  private keptEvery = 1;
  /** Of the frames that end no segment. One byte a character, as JSON of a checkpoint is ASCII. */
  private bytes = 0;

  constructor(totalSteps: number) {
    this.spacing = Math.max(MIN_SPACING, Math.ceil(totalSteps / MAX_KEYFRAMES));
    this.segmentSteps = this.spacing * Math.max(1, Math.ceil(totalSteps / (MAX_SEGMENTS * this.spacing)));
  }

  /** Takes in those that stand where keyframes do; what is here already is left as it is. */
  add(checkpoints: readonly Checkpoint[]): void {
    for (const checkpoint of checkpoints) {
      if (this.isPlace(checkpoint.step) && this.textAt(checkpoint.step) === undefined)
        this.addText(checkpoint.step, JSON.stringify(checkpoint));
    }
  }

  /** As add, of what textAt gave. */
  addText(step: number, checkpoint: string): void {
    if (!this.isPlace(step)) return;
    if (!this.endsSegment(step)) this.bytes += checkpoint.length - (this.textAt(step)?.length ?? 0);
    this.frames[step / this.spacing - 1] = checkpoint;
  }

  /** The keyframe of exactly this step, as JSON. */
  textAt(step: number): string | undefined {
    return this.frames[step / this.spacing - 1];
  }

  /** The latest keyframe at or before a step; null where the run has to be computed from its start. */
  before(step: number): Checkpoint | null {
    let index = Math.min(Math.floor(step / this.spacing), this.frames.length) - 1;
    while (index >= 0 && this.frames[index] === undefined) index--;
    const frame = this.frames[index];
    return frame === undefined ? null : (JSON.parse(frame) as Checkpoint);
  }

  /** Lets every other one go until those between the ends of segments have no more bytes than these. */
  thin(bytes: number): void {
    while (this.bytes > bytes) {
      this.keptEvery *= 2;
      for (const [i, frame] of this.frames.entries()) {
        const step = (i + 1) * this.spacing;
        if (frame === undefined || this.isPlace(step)) continue;
        this.bytes -= frame.length;
        this.frames[i] = undefined;
      }
    }
  }

  /** Whether one stands at this step, once it is computed. */
  private isPlace(step: number): boolean {
    return step > 0 && (step % (this.spacing * this.keptEvery) === 0 || this.endsSegment(step));
  }

  private endsSegment(step: number): boolean {
    return step % this.segmentSteps === 0;
  }
}

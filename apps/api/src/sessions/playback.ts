/** A playback that fell further behind than this, because computing could not keep up, does not rush to catch up. */
const MAX_LAG_SECONDS = 1;

/** The clock of a paced playback: which step is due at which time. Times are milliseconds of performance.now(). */
export class Playback {
  private readonly stepsPerSecond: number;
  /** Invariant: `step` was due at `time`; both move forwards only. */
  private step: number;
  private time: number;

  constructor(stepsPerSecond: number, step: number, now: number) {
    this.stepsPerSecond = stepsPerSecond;
    this.step = step;
    this.time = now;
  }

  /** The step that should have been played by now. */
  due(now: number): number {
    return this.step + Math.floor(((now - this.time) / 1000) * this.stepsPerSecond);
  }

  /** When a step is due. */
  timeOf(step: number): number {
    return this.time + ((step - this.step) / this.stepsPerSecond) * 1000;
  }

  /** Tells how far the records let the playback come; where that is far behind, the clock goes on from there. */
  held(played: number, now: number): void {
    if (now - this.timeOf(played + 1) > MAX_LAG_SECONDS * 1000) {
      this.step = played;
      this.time = now;
    }
  }
}

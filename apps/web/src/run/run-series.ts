import { type ReadonlySignal, signal } from '@preact/signals';
import type { RunPast } from '../runner/runner.ts';
import type { Point } from './point.ts';
import { ThinnedSeries } from './thinned-series.ts';

/** What a run has played so far, for charts. Each step is in it once, however often it is told. */
export class RunSeries {
  private readonly thinned = new ThinnedSeries();
  /** The step of the last point, -1 if there is none. */
  private lastStep = -1;
  /** Of the last point. */
  private bestScore: number | null = null;
  private readonly bestStep = signal(0);
  private readonly version = signal(0);

  /** The step of the first point that has the best score: 0 is the start molecule. */
  readonly bestFoundAt: ReadonlySignal<number> = this.bestStep;
  /** Grows whenever {@link points} has changed. */
  readonly revision: ReadonlySignal<number> = this.version;

  /** Thinned, extremes kept, in ascending order of step. */
  points(): readonly Point[] {
    return this.thinned.points();
  }

  /** Adds steps in ascending order. */
  add(columns: RunPast): void {
    const count = columns.step.length;
    for (let i = 0; i < count; i++) {
      // The position at a pause is told again, whether or not its step was.
      if (columns.step[i]! <= this.lastStep) continue;
      this.lastStep = columns.step[i]!;
      this.thinned.add(pointAt(columns, i));
      if (columns.bestScore[i] !== this.bestScore) {
        this.bestScore = columns.bestScore[i]!;
        this.bestStep.value = columns.step[i]!;
      }
    }
    if (count > 0) this.version.value++;
  }

  clear(): void {
    this.thinned.clear();
    this.lastStep = -1;
    this.bestStep.value = 0;
    this.bestScore = null;
    this.version.value++;
  }
}

function pointAt(columns: RunPast, i: number): Point {
  return {
    step: columns.step[i]!,
    kT: columns.kT[i]!,
    currentScore: columns.currentScore[i]!,
    bestScore: columns.bestScore[i]!,
    acceptedMoves: columns.acceptedMoves[i]!,
  };
}

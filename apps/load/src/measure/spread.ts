import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** How durations were spread, in milliseconds. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Durations as they come, in a histogram of bounded size that is exact to a thousandth. */
export class Durations {
  private readonly microseconds: RecordableHistogram = createHistogram({ figures: 3 });

  /** @param milliseconds at least 0 */
  add(milliseconds: number): void {
    this.microseconds.record(Math.max(1, Math.round(milliseconds * 1000)));
  }

  /** undefined where nothing was measured. */
  spread(): Spread | undefined {
    const { microseconds } = this;
    if (microseconds.count === 0) return undefined;
    const at = (percentile: number) => microseconds.percentile(percentile) / 1000;
    return { count: microseconds.count, p50: at(50), p99: at(99), max: microseconds.max / 1000 };
  }
}

import type { Point } from './point.ts';

/** Neighbouring points of which only these are kept; they may be one and the same point. */
interface Bucket {
  readonly first: Point;
  readonly lowest: Point;
  readonly highest: Point;
  readonly last: Point;
}

/**
 * The points of a run in bounded memory. While there is room each one is kept; beyond that neighbours are merged into
 * buckets, all of the same number of points but the last, that keep their first, lowest, highest and last point. So no
 * extreme of the current score is ever lost, nor the level of the best one.
 *
 * Invariants: 0 <= buckets <= capacity; every bucket but the last holds `bucketSize` points, the last one at most that.
 */
export class ThinnedSeries {
  private readonly capacity: number;
  private buckets: Bucket[] = [];
  /** Points of a full bucket: a power of two. */
  private bucketSize = 1;
  /** Points in the last bucket. */
  private lastFill = 0;

  /** @param capacity the most buckets, an even number; four times as many points are kept at most */
  constructor(capacity = 1000) {
    if (!Number.isInteger(capacity) || capacity < 2 || capacity % 2 !== 0) {
      throw new RangeError('The capacity of a series must be an even number of at least 2.');
    }
    this.capacity = capacity;
  }

  /** Adds a point of a later step than those before it. */
  add(point: Point): void {
    const bucket = { first: point, lowest: point, highest: point, last: point };
    const open = this.buckets.at(-1);
    if (open !== undefined && this.lastFill < this.bucketSize) {
      this.buckets[this.buckets.length - 1] = merged(open, bucket);
      this.lastFill++;
      return;
    }
    if (this.buckets.length === this.capacity) this.halve();
    this.buckets.push(bucket);
    this.lastFill = 1;
  }

  /** The points that are kept, in ascending order of step. */
  points(): Point[] {
    return this.buckets.flatMap(({ first, lowest, highest, last }) => {
      const middle = lowest.step <= highest.step ? [lowest, highest] : [highest, lowest];
      return [...new Set([first, ...middle, last])];
    });
  }

  clear(): void {
    this.buckets = [];
    this.bucketSize = 1;
    this.lastFill = 0;
  }

  /** Merges the buckets in pairs. Called when all are full and their number is the capacity, which is even. */
  private halve(): void {
    const pairs: Bucket[] = [];
    for (let i = 0; i < this.buckets.length; i += 2) {
      pairs.push(merged(this.buckets[i]!, this.buckets[i + 1]!));
    }
    this.buckets = pairs;
    this.bucketSize *= 2;
  }
}

function merged(earlier: Bucket, later: Bucket): Bucket {
  return {
    first: earlier.first,
    lowest: later.lowest.currentScore < earlier.lowest.currentScore ? later.lowest : earlier.lowest,
    highest: later.highest.currentScore > earlier.highest.currentScore ? later.highest : earlier.highest,
    last: later.last,
  };
}

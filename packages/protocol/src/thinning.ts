/** A window of a series, and how many points of it there may be. */
export interface ThinningWindow {
  /** The first and the last x of the window, both included; integers. */
  readonly from: number;
  readonly to: number;
  /** At least 4. */
  readonly maxPoints: number;
}

/**
 * Which points of a series to keep, so that a chart of them looks as the whole would: the window is divided into equal parts, and of
 * each part the lowest and the highest point stay, with the first and the last point of all. All of them, where there are no
 * more than maxPoints.
 *
 * Thinning the joined remains of two neighbouring pieces gives what thinning the joined pieces gives, so a long series can
 * be thinned piece by piece.
 *
 * @param x ascending, within the window
 * @param y as long
 * @returns indices, ascending; at most maxPoints
 */
export function thinnedIndices(
  x: readonly number[],
  y: readonly number[],
  { from, to, maxPoints }: ThinningWindow,
): number[] {
  if (x.length <= maxPoints) return [...x.keys()];
  const parts = Math.floor((maxPoints - 2) / 2);
  const width = (to - from + 1) / parts;
  const kept = new Set([0, x.length - 1]);
  let begin = 0;
  while (begin < x.length) {
    const part = Math.floor((x[begin]! - from) / width);
    let lowest = begin;
    let highest = begin;
    let end = begin;
    for (; end < x.length && Math.floor((x[end]! - from) / width) === part; end++) {
      if (y[end]! < y[lowest]!) lowest = end;
      if (y[end]! > y[highest]!) highest = end;
    }
    kept.add(lowest).add(highest);
    begin = end;
  }
  return [...kept].sort((a, b) => a - b);
}

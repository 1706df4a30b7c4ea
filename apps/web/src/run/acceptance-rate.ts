import type { Point } from './point.ts';

/**
 * The share of steps that were accepted, 0 to 1, among about the last `window` steps before each point; null at the first
 * point, which has none before it.
 */
export function acceptanceRates(points: readonly Point[], window: number): (number | null)[] {
  let from = 0;
  return points.map((point, i) => {
    while (from + 1 < i && points[from + 1]!.step <= point.step - window) from++;
    const start = points[from]!;
    if (start.step === point.step) return null;
    return (point.acceptedMoves - start.acceptedMoves) / (point.step - start.step);
  });
}

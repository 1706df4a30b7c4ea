import type { Point } from '../run/point.ts';

/**
 * The scores of several runs on one axis of steps, as charts want them: the first column has every step at which one of the
 * runs has a point, and then there is a column for each run. A run keeps its score from point to point, and has none
 * (null) before its first point and after its last.
 *
 * @param runs the points of each run, in ascending order of step
 */
export function alignedScores(
  runs: readonly (readonly Point[])[],
  score: 'currentScore' | 'bestScore',
): [number[], ...(number | null)[][]] {
  const steps = [...new Set(runs.flatMap((points) => points.map(({ step }) => step)))].sort((a, b) => a - b);
  const columns = runs.map((points) => {
    let next = 0;
    return steps.map((step) => {
      while (next < points.length && points[next]!.step <= step) next++;
      const isPast = next === points.length && points.at(-1)?.step !== step;
      return next === 0 || isPast ? null : points[next - 1]![score];
    });
  });
  return [steps, ...columns];
}

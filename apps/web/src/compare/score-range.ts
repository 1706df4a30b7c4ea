/** In its first steps a run falls from wherever it starts: this share of them sets no axis, unless nothing else is in view. */
const FIRST_SHARE = 0.02;
const MARGIN = 0.08;

/**
 * The axis for aligned scores: what the runs do after their first steps, so that the fall from the start, which can be many
 * times as high, does not press all else flat. The start runs out of the picture then; the table and the legend have it.
 *
 * @param data steps, then a column for each run
 * @param from the first step in view
 * @param to the last step in view
 */
export function scoreRange(
  data: readonly ArrayLike<number | null | undefined>[],
  from = 0,
  to = Number.POSITIVE_INFINITY,
): [number, number] {
  const [steps, ...columns] = data;
  const first = FIRST_SHARE * (steps?.[steps.length - 1] ?? 0);
  const settled = to < first ? from : Math.max(from, first);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < (steps?.length ?? 0); i++) {
    const step = steps![i]!;
    if (step < settled || step > to) continue;
    for (const column of columns) {
      const score = column[i];
      if (score === null || score === undefined) continue;
      low = Math.min(low, score);
      high = Math.max(high, score);
    }
  }
  if (low > high) return [0, 1];
  const margin = Math.max(MARGIN * (high - low), high === low ? 0.5 : 0);
  return [low - margin, high + margin];
}

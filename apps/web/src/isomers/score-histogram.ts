/** More bars than this could not be told apart on a phone. */
const MAX_BARS = 40;
/** Scores are shown to three decimals. */
const MIN_WIDTH = 0.001;
const ROUND = [1, 2, 5, 10];

export interface ScoreBar {
  /** Scores from `low`, inclusive, to `high`, exclusive. */
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/**
 * How many of the scores fall into each of up to 40 bars of equal, round width, from the lowest score to the highest;
 * whole scores get bars of whole width.
 *
 * @returns no bar for no score; infinite scores, which stand for failures, are left out
 */
export function scoreHistogram(scores: readonly number[]): readonly ScoreBar[] {
  const finite = scores.filter(Number.isFinite);
  if (finite.length === 0) return [];
  const [lowest, highest] = [least(finite), -least(finite.map((score) => -score))];
  const width = barWidth(highest - lowest, finite.every(Number.isInteger));
  const first = Math.floor(lowest / width);
  const counts = new Array<number>(Math.floor(highest / width) - first + 1).fill(0);
  for (const score of finite) counts[Math.floor(score / width) - first]!++;
  return counts.map((count, i) => ({ low: (first + i) * width, high: (first + i + 1) * width, count }));
}

/** The least of 1, 2, 5, 10, 20 … (and their tenths) with which the range needs no more than {@link MAX_BARS} bars. */
function barWidth(range: number, isWhole: boolean): number {
  if (range === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(range / MAX_BARS));
  // A range of exactly so many bars reaches into one more.
  const width =
    ROUND.map((factor) => factor * power).find((each) => range / each < MAX_BARS - 1) ?? 10 * power;
  return isWhole ? Math.max(1, Math.round(width)) : Math.max(MIN_WIDTH, width);
}

/** Not Math.min(...), which cannot take any number of arguments. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((low, number) => Math.min(low, number), Number.POSITIVE_INFINITY);
}

import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import type { Point } from '../run/point.ts';

type ScoredPoint = Pick<Point, 'step' | 'currentScore'>;
type Explain = (step: number) => Promise<Pick<ExplainedStep, 'before' | 'outcome' | 'difference'>>;

/** Whether the score gets worse anywhere among these points. `sign` is 1 where lower is better, −1 where higher is. */
export function hasRise(points: readonly ScoredPoint[], sign: 1 | -1): boolean {
  return points.some((point, i) => i > 0 && sign * (point.currentScore - points[i - 1]!.currentScore) > 0);
}

/**
 * The first accepted step for the worse after `after` that the points tell of; null if they tell of none. Between points
 * that are not of consecutive steps it is found by halving, with a few explanations.
 */
export async function nextUphillStep(
  points: readonly ScoredPoint[],
  sign: 1 | -1,
  after: number,
  explain: Explain,
): Promise<number | null> {
  for (let i = 1; i < points.length; i++) {
    const end = points[i]!;
    if (end.step <= after) continue;
    let start = points[i - 1]!;
    if (start.step < after) start = { step: after, currentScore: await scoreAfter(after, explain) };
    if (sign * (end.currentScore - start.currentScore) <= 0) continue;
    const step = await firstRise(start, end, sign, explain);
    // A cycle that begins with another molecule can raise the score without any step for the worse.
    const { outcome, difference } = await explain(step);
    if (outcome === 'accepted' && difference !== null && difference > 0) return step;
  }
  return null;
}

/** A step in (start, end] that makes the score worse, given that it is worse at the end than at the start. */
async function firstRise(
  start: ScoredPoint,
  end: ScoredPoint,
  sign: 1 | -1,
  explain: Explain,
): Promise<number> {
  let [low, high] = [start.step, end.step];
  let lowScore = start.currentScore;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const score = await scoreAfter(middle, explain);
    if (sign * (score - lowScore) > 0) high = middle;
    else [low, lowScore] = [middle, score];
  }
  return high;
}

/** The score at which a step that is not the last one leaves the walk: that before the next step. */
async function scoreAfter(step: number, explain: Explain): Promise<number> {
  const { before } = await explain(step + 1);
  // Only what falls apart has none, and the walk never stands there.
  return before.score!;
}

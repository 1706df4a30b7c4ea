import { noImprovement } from './no-improvement.ts';
import type { StopRule } from './stop-rule.ts';
import { targetScore } from './target-score.ts';

export interface StopParameters {
  readonly stop_at_score: number | null;
  readonly stop_after_steps_without_improvement: number | null;
}

/**
 * The rules that a run asks for, of which the first to say so ends it; most runs ask for none.
 *
 * @param sign 1 where the score is minimised, -1 where it is maximised
 */
export function createStopRules(
  { stop_at_score, stop_after_steps_without_improvement }: StopParameters,
  sign: 1 | -1,
): StopRule[] {
  const rules: StopRule[] = [];
  if (stop_at_score !== null) rules.push(targetScore(stop_at_score, sign));
  if (stop_after_steps_without_improvement !== null) {
    rules.push(noImprovement(stop_after_steps_without_improvement));
  }
  return rules;
}

import type { StopRule } from './stop-rule.ts';

/**
 * Ends a run as soon as its best score is as good as the target.
 *
 * @param target in units of the score
 * @param sign 1 where the score is minimised, -1 where it is maximised
 */
export function targetScore(target: number, sign: 1 | -1): StopRule {
  return {
    lastStep: ({ bestEnergy, bestStep }) =>
      sign * (bestEnergy - target) <= 0 ? bestStep : Number.POSITIVE_INFINITY,
  };
}

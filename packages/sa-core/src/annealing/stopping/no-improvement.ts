import type { StopRule } from './stop-rule.ts';

/**
 * Ends a run when so many steps have brought nothing better than the best.
 *
 * @param steps at least 1
 */
export function noImprovement(steps: number): StopRule {
  return { lastStep: ({ bestStep }) => bestStep + steps };
}

import type { ResolvedConfiguration } from '@webfaulon/sa-core';

/** How often runs that differ in their seed found the best score. */
export interface TrialSummary {
  readonly found: number;
  readonly trials: number;
}

export function trialSummary(scores: readonly number[], best: number): TrialSummary {
  return { found: scores.filter((score) => score === best).length, trials: scores.length };
}

/** Runs with the same key look for the same thing, so that their scores can be compared. */
export function searchKey(configuration: ResolvedConfiguration): string {
  const { formula, optimization_mode, component_weights, component_targets, filters } = configuration;
  return JSON.stringify([formula, optimization_mode, component_weights, component_targets, filters]);
}

/** The best of the scores, undefined if there are none. */
export function bestOf(
  scores: readonly number[],
  { optimization_mode }: Pick<ResolvedConfiguration, 'optimization_mode'>,
): number | undefined {
  if (scores.length === 0) return undefined;
  return optimization_mode === 'MINIMIZE' ? Math.min(...scores) : Math.max(...scores);
}

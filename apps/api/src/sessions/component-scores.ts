import type { ResolvedConfiguration } from '@webfaulon/sa-core';
import type { StepRecord } from './step-record.ts';

/** The scores of a record by the name of their component: those with a weight above 0, in name order, as sa-core has them. */
export function componentScores(
  { component_weights }: ResolvedConfiguration,
  record: StepRecord,
): Record<string, number> {
  const weighed = Object.keys(component_weights).filter((name) => component_weights[name]! > 0);
  return Object.fromEntries(weighed.map((name, i) => [name, record.component_scores[i]!]));
}

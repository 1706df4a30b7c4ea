import type { ResolvedConfiguration } from '@webfaulon/sa-core';
import type { StepRecord } from './step-record.ts';

/** The components of a run, found once: every event tells them. */
const weighedComponents = new WeakMap<ResolvedConfiguration, readonly string[]>();

/** The scores of a record by the name of their component: those with a weight above 0, in name order, as sa-core has them. */
export function componentScores(
  configuration: ResolvedConfiguration,
  record: StepRecord,
): Record<string, number> {
  const scores: Record<string, number> = {};
  const names = weighedOf(configuration);
  for (let i = 0; i < names.length; i++) scores[names[i]!] = record.component_scores[i]!;
  return scores;
}

function weighedOf(configuration: ResolvedConfiguration): readonly string[] {
  const { component_weights } = configuration;
  const known = weighedComponents.get(configuration);
  if (known !== undefined) return known;
  const weighed = Object.keys(component_weights).filter((name) => component_weights[name]! > 0);
  weighedComponents.set(configuration, weighed);
  return weighed;
}

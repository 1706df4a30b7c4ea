import type { ResolvedConfiguration } from '@webfaulon/sa-core';

/** What the run looks for, such as "lowest Wiener index". */
export function objectiveInWords({
  optimization_mode,
  component_weights,
}: Pick<ResolvedConfiguration, 'optimization_mode' | 'component_weights'>): string {
  const terms = Object.entries(component_weights)
    .filter(([, weight]) => weight > 0)
    .map(([name, weight]) => (weight === 1 ? wordsOf(name) : `${weight} × ${wordsOf(name)}`));
  return `${optimization_mode === 'MINIMIZE' ? 'lowest' : 'highest'} ${terms.join(' + ')}`;
}

/** Indices are named after people. */
function wordsOf(component: string): string {
  return component
    .replaceAll('_', ' ')
    .replace(
      /\b(wiener|balaban|randic|hosoya|zagreb)\b/,
      (name) => name.charAt(0).toUpperCase() + name.slice(1),
    );
}

import type { ResolvedConfiguration } from '@webfaulon/sa-core';
import { componentLabel } from './known-components.ts';

/** What the run looks for, such as "lowest Wiener index", or "Wiener index nearest to 30". */
export function objectiveInWords({
  optimization_mode,
  component_weights,
  component_targets,
}: Pick<ResolvedConfiguration, 'optimization_mode' | 'component_weights' | 'component_targets'>): string {
  const isMinimised = optimization_mode === 'MINIMIZE';
  const weighed = Object.entries(component_weights).filter(([, weight]) => weight > 0);
  const [first] = weighed;
  if (weighed.length === 1 && first !== undefined) {
    const [name] = first;
    const target = component_targets[name];
    const label = componentLabel(name);
    if (target !== undefined) return `${label} ${isMinimised ? 'nearest to' : 'farthest from'} ${target}`;
  }
  const terms = weighed.map(([name, weight]) => {
    const target = component_targets[name];
    const term = target === undefined ? componentLabel(name) : `|${componentLabel(name)} − ${target}|`;
    return weight === 1 ? term : `${weight} × ${term}`;
  });
  return `${isMinimised ? 'lowest' : 'highest'} ${terms.join(' + ')}`;
}

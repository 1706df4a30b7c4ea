import { CHEMISTRY_COMPONENT_DESCRIPTIONS } from '@webfaulon/chemistry/component-descriptions';
import { BUILT_IN_COMPONENTS, type ScoringComponent } from '@webfaulon/sa-core';

/** What the page tells of a scoring component. */
export type KnownComponent = Omit<ScoringComponent, 'score'>;

/** Every component that either engine can score, whether or not what computes its score is loaded. */
export const KNOWN_COMPONENTS: readonly KnownComponent[] = [
  ...BUILT_IN_COMPONENTS,
  ...CHEMISTRY_COMPONENT_DESCRIPTIONS,
];

/**
 * The same, for who resolves a configuration: that asks for no score, unless the schedule is automatic. What needs
 * OpenChemLib has none to give here, and sa-core refuses it then.
 */
export const RESOLVABLE_COMPONENTS: readonly ScoringComponent[] = [
  ...BUILT_IN_COMPONENTS,
  ...CHEMISTRY_COMPONENT_DESCRIPTIONS.map((description) => ({ ...description, score: () => Number.NaN })),
];

const LABELS: Readonly<Record<string, string>> = {
  wiener_index: 'Wiener index',
  hyper_wiener_index: 'hyper-Wiener index',
  balaban_j: 'Balaban index J',
  randic_index: 'Randić index',
  zagreb_1: 'first Zagreb index',
  hosoya_z: 'Hosoya index Z',
  ring_count: 'number of rings',
  logp: 'logP (estimated)',
  tpsa: 'polar surface area',
};

/** What a component is called in running text. */
export function componentLabel(name: string): string {
  return LABELS[name] ?? name.replaceAll('_', ' ');
}

import { canonicalKekuleSmiles, readSmiles } from '@webfaulon/sa-core';
import { kekuleForms } from './kekule-forms.ts';
import type { KnownGroup, NameSource } from './known-group.ts';
import { ACIDS_AND_SUGARS } from './tables/acids-and-sugars.ts';
import { ALKANES } from './tables/alkanes.ts';
import { AROMATICS } from './tables/aromatics.ts';
import { HYDROCARBONS } from './tables/hydrocarbons.ts';
import { LARGER_ALKANES } from './tables/larger-alkanes.ts';
import { NITROGEN_AND_HALOGENS } from './tables/nitrogen-and-halogens.ts';
import { OXYGEN_COMPOUNDS } from './tables/oxygen-compounds.ts';
import { TERPENES } from './tables/terpenes.ts';

export const KNOWN_GROUPS: readonly KnownGroup[] = [
  ...ALKANES,
  ...LARGER_ALKANES,
  ...HYDROCARBONS,
  ...AROMATICS,
  ...TERPENES,
  ...OXYGEN_COMPOUNDS,
  ...ACIDS_AND_SUGARS,
  ...NITROGEN_AND_HALOGENS,
];

export interface KnownName {
  readonly name: string;
  readonly source: NameSource;
}

/** By canonical Kekulé SMILES, which stands for one canonical form; every Kekulé form of a compound has its name. */
export type KnownNames = ReadonlyMap<string, KnownName>;

/** The names that are known among the isomers of a formula in Hill order. */
export function knownNamesOf(formula: string): KnownNames {
  const names = new Map<string, KnownName>();
  for (const group of KNOWN_GROUPS) {
    if (group.formula !== formula) continue;
    for (const { smiles, name } of entriesOf(group)) {
      for (const form of kekuleForms(smiles)) names.set(form, { name, source: group.source });
    }
  }
  return names;
}

/** The name of a molecule whose SMILES may be any: aromatic, as a server writes the best one, for example. */
export function nameOf(smiles: string, names: KnownNames): KnownName | undefined {
  if (names.size === 0) return undefined;
  return names.get(smiles) ?? names.get(canonicalKekuleSmiles(readSmiles(smiles)));
}

export function entriesOf({ isomers }: KnownGroup): { readonly smiles: string; readonly name: string }[] {
  return isomers
    .trim()
    .split('\n')
    .map((line) => {
      const end = line.indexOf(' ');
      return { smiles: line.slice(0, end), name: line.slice(end + 1) };
    });
}

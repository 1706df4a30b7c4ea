import { canonicalKekuleSmiles, readSmiles } from '@webfaulon/sa-core';
import type { KnownName, KnownNames } from './known-names.ts';

/** The name of a molecule whose SMILES may be any: aromatic, as a server writes the best one, for example. */
export function knownNameOf(smiles: string, names: KnownNames): KnownName | undefined {
  if (names.size === 0) return undefined;
  return names.get(smiles) ?? names.get(canonicalKekuleSmiles(readSmiles(smiles)));
}

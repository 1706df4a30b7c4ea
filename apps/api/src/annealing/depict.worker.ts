import { canonicalSmiles, depict, warmUp } from '@webfaulon/chemistry';
import { readSmiles } from '@webfaulon/sa-core';

/** How a molecule is shown. */
export interface Depiction {
  /** Canonical SMILES in which the Kekulé forms of a compound coincide. */
  readonly smiles: string;
  readonly svg: string;
}

warmUp();

/** @param isomer a Kekulé SMILES, as sa-core writes it */
export function depictIsomer(isomer: string): Depiction {
  const graph = readSmiles(isomer);
  const smiles = canonicalSmiles(graph);
  return { smiles, svg: depict(graph, { label: smiles }) };
}

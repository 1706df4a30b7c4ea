import { canonicalSmiles, depict, warmUp } from '@webfaulon/chemistry';
import { readSmiles } from '@webfaulon/sa-core';

/** How a molecule is shown. */
export interface Depiction {
  /** Canonical SMILES in which the Kekulé forms of a compound coincide. */
  readonly smiles: string;
  readonly svg: string;
}

/** So often is a molecule drawn at the start that the engine has compiled what drawing takes. */
const WARM_UP_DRAWINGS = 8;

warmUp();
for (let i = 0; i < WARM_UP_DRAWINGS; i++) depictIsomer('CC1=CC2CC(C1)C2(C)CO');

/** @param isomer a Kekulé SMILES, as sa-core writes it */
export function depictIsomer(isomer: string): Depiction {
  const graph = readSmiles(isomer);
  const smiles = canonicalSmiles(graph);
  return { smiles, svg: depict(graph, { label: smiles }) };
}

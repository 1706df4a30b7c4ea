import { canonicalSmiles, depict, warmUp } from '@webfaulon/chemistry';
import { type HeavyElement, type LabelledIsomer, molecularGraphOf } from '@webfaulon/sa-core';

export interface DepictionTask {
  readonly elements: readonly HeavyElement[];
  readonly molecule: LabelledIsomer;
}

/** How a molecule is shown. */
export interface Depiction {
  /** Canonical SMILES in which Kekulé forms coincide. */
  readonly smiles: string;
  readonly svg: string;
}

warmUp();

export function depictMolecule({ elements, molecule }: DepictionTask): Depiction {
  const graph = molecularGraphOf(elements, molecule);
  return { smiles: canonicalSmiles(graph), svg: depict(graph) };
}

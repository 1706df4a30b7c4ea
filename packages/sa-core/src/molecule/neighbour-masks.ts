import { MAX_NEIGHBOURS, type MolecularGraph } from './molecular-graph.ts';

/** Atoms of which a set is one word. */
export const WORD = 32;

/** Writes the neighbours of each atom, of at most {@link WORD}, as the bits of a word. */
export function fillNeighbourMasks(masks: Int32Array, { degrees, neighbours }: MolecularGraph): void {
  for (let x = 0; x < degrees.length; x++) {
    let mask = 0;
    const start = x * MAX_NEIGHBOURS;
    for (let k = start; k < start + degrees[x]!; k++) mask |= 1 << neighbours[k]!;
    masks[x] = mask;
  }
}

import {
  bondOrder,
  canonicalKekuleSmiles,
  type MolecularGraph,
  readSmiles,
  setBondOrder,
} from '@webfaulon/sa-core';

/**
 * Rings of 4n + 2 atoms, in which moving the double bonds on leaves the compound what it is. In a ring of four or eight it
 * does not: there single and double bonds are of different lengths.
 */
const AROMATIC_RING_SIZES: readonly number[] = [6, 10];

/**
 * All isomers, as canonical Kekulé SMILES, that are Kekulé forms of one compound: one of benzene, two of o-xylene. They
 * are found by moving the double bonds of a ring on, where single and double bonds take turns in it, as often as that
 * gives something new.
 *
 * @throws {SaCoreError} if it is no SMILES of a molecule
 */
export function kekuleForms(smiles: string): string[] {
  const given = readSmiles(smiles);
  const forms = new Map([[canonicalKekuleSmiles(given), given]]);
  // A Map goes on to those entries that are added while it is gone through.
  for (const graph of forms.values()) {
    for (const ring of alternatingRings(graph)) {
      moveDoubleBonds(graph, ring);
      const form = canonicalKekuleSmiles(graph);
      moveDoubleBonds(graph, ring);
      if (!forms.has(form)) forms.set(form, readSmiles(form));
    }
  }
  return [...forms.keys()];
}

/** Rings of alternating double and single bonds, each as the atoms along it, beginning with a double bond. */
function alternatingRings(graph: MolecularGraph): number[][] {
  const rings: number[][] = [];
  const longest = Math.max(...AROMATIC_RING_SIZES);
  const extend = (path: readonly number[]) => {
    const last = path.at(-1)!;
    if (AROMATIC_RING_SIZES.includes(path.length) && bondOrder(graph, last, path[0]!) === 1)
      rings.push([...path]);
    if (path.length === longest) return;
    const wanted = path.length % 2 === 1 ? 2 : 1;
    // Each ring is found from its lowest atom alone.
    for (let next = path[0]! + 1; next < graph.elements.length; next++) {
      if (bondOrder(graph, last, next) === wanted && !path.includes(next)) extend([...path, next]);
    }
  };
  for (let atom = 0; atom < graph.elements.length; atom++) extend([atom]);
  return rings;
}

/** Its own inverse. */
function moveDoubleBonds(graph: MolecularGraph, ring: readonly number[]): void {
  ring.forEach((atom, i) => {
    const next = ring[(i + 1) % ring.length]!;
    setBondOrder(graph, atom, next, 3 - bondOrder(graph, atom, next));
  });
}

import { bondOrder, MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';
import type { StructuralRule } from './structural-rule.ts';

/** Rings of three atoms, each once: by its lowest atom and two of the neighbours above it. */
function countThreeRings(graph: MolecularGraph): number {
  let count = 0;
  for (let x = 0; x < graph.elements.length; x++) {
    const above = neighboursAbove(graph, x, x);
    for (const [i, y] of above.entries()) {
      for (let j = 0; j < i; j++) if (bondOrder(graph, y, above[j]!) > 0) count++;
    }
  }
  return count;
}

/** Rings of four atoms, each once: by its lowest atom and two ways of two bonds that lead to the atom opposite. */
function countFourRings(graph: MolecularGraph): number {
  let count = 0;
  for (let x = 0; x < graph.elements.length; x++) {
    const opposite = neighboursAbove(graph, x, x).flatMap((y) => neighboursAbove(graph, y, x));
    for (const [i, z] of opposite.entries()) {
      for (let j = 0; j < i; j++) if (opposite[j] === z) count++;
    }
  }
  return count;
}

function neighboursAbove(graph: MolecularGraph, x: number, lowest: number): number[] {
  const start = x * MAX_NEIGHBOURS;
  return [...graph.neighbours.subarray(start, start + graph.degrees[x]!)].filter((y) => y > lowest);
}

export const noThreeMemberedRings: StructuralRule = {
  name: 'no-three-membered-rings',
  description:
    'No ring of 3 atoms. They are strained by some 115 kJ/mol in cyclopropane; epoxides and aziridines, which do exist, go as well.',
  references: ['Wiberg1986'],
  countIn: countThreeRings,
};

export const noFourMemberedRings: StructuralRule = {
  name: 'no-four-membered-rings',
  description:
    'No ring of 4 atoms, also where it is made of two smaller ones with a common bond. They are strained by some 110 kJ/mol in cyclobutane; beta-lactams go as well.',
  references: ['Wiberg1986'],
  countIn: countFourRings,
};

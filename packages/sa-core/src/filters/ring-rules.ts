import { bondOrder, MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';
import { explained, type Prohibition } from './structural-rule.ts';

/** Visits each atom x with each pair of its neighbours y, z above it: every ring has one such corner, its lowest atom. */
function forEachCorner(graph: MolecularGraph, visit: (x: number, y: number, z: number) => void): void {
  const { degrees, neighbours } = graph;
  for (let x = 0; x < degrees.length; x++) {
    const start = x * MAX_NEIGHBOURS;
    for (let k = start; k < start + degrees[x]!; k++) {
      if (neighbours[k]! < x) continue;
      for (let l = start; l < k; l++) if (neighbours[l]! > x) visit(x, neighbours[k]!, neighbours[l]!);
    }
  }
}

function countThreeRings(graph: MolecularGraph): number {
  let count = 0;
  forEachCorner(graph, (_, y, z) => {
    if (bondOrder(graph, y, z) > 0) count++;
  });
  return count;
}

/** The atom opposite the corner is a neighbour of both others. */
function countFourRings(graph: MolecularGraph): number {
  let count = 0;
  forEachCorner(graph, (x, y, z) => {
    for (let k = y * MAX_NEIGHBOURS; k < y * MAX_NEIGHBOURS + graph.degrees[y]!; k++) {
      const opposite = graph.neighbours[k]!;
      if (opposite > x && bondOrder(graph, opposite, z) > 0) count++;
    }
  });
  return count;
}

export const noThreeMemberedRingsRule: Prohibition = {
  name: 'no-three-membered-rings',
  countIn: countThreeRings,
};

export const noThreeMemberedRings = /* @__PURE__ */ explained(noThreeMemberedRingsRule, {
  description:
    'No ring of 3 atoms. They are strained by some 115 kJ/mol in cyclopropane; epoxides and aziridines, which do exist, go as well.',
  references: ['Wiberg1986'],
});

export const noFourMemberedRingsRule: Prohibition = {
  name: 'no-four-membered-rings',
  countIn: countFourRings,
};

export const noFourMemberedRings = /* @__PURE__ */ explained(noFourMemberedRingsRule, {
  description:
    'No ring of 4 atoms, also where it is made of two smaller ones with a common bond. They are strained by some 110 kJ/mol in cyclobutane; beta-lactams go as well.',
  references: ['Wiberg1986'],
});

import { bondOrder, MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';
import { isInRing, isNear } from './short-paths.ts';
import { explained, type Prohibition } from './structural-rule.ts';

const SMALLEST_RING_OF_ALKYNE = 8;
const SMALLEST_RING_OF_ALLENE = 9;
const SMALLEST_RING_OF_ALKENE = 5;

/** Counts the bonds x-y of an order, each once, that break a rule. */
function countBonds(graph: MolecularGraph, order: number, breaks: (x: number, y: number) => boolean): number {
  let count = 0;
  for (let x = 0; x < graph.elements.length; x++) {
    for (let k = x * MAX_NEIGHBOURS; k < x * MAX_NEIGHBOURS + graph.degrees[x]!; k++) {
      const y = graph.neighbours[k]!;
      if (x < y && bondOrder(graph, x, y) === order && breaks(x, y)) count++;
    }
  }
  return count;
}

/** Counts the atoms x with two double bonds, to a and b, that break a rule; only carbon has the valences for it. */
function countCumulated(graph: MolecularGraph, breaks: (x: number, a: number, b: number) => boolean): number {
  let count = 0;
  for (let x = 0; x < graph.elements.length; x++) {
    if (graph.degrees[x] !== 2) continue;
    const [a, b] = [graph.neighbours[x * MAX_NEIGHBOURS]!, graph.neighbours[x * MAX_NEIGHBOURS + 1]!];
    if (bondOrder(graph, x, a) === 2 && bondOrder(graph, x, b) === 2 && breaks(x, a, b)) count++;
  }
  return count;
}

export const noCumulenesRule: Prohibition = {
  name: 'no-cumulenes',
  countIn: (graph) => countCumulated(graph, () => true),
};

export const noCumulenes = /* @__PURE__ */ explained(noCumulenesRule, {
  description:
    'No atom has two double bonds. Most such molecules, allenes and ketenes among them, are reactive; carbon dioxide goes as well.',
  references: ['McKay2022', 'Fink2007'],
});

export const noAllenesInSmallRingsRule: Prohibition = {
  name: 'no-allenes-in-small-rings',
  countIn: (graph) => countCumulated(graph, (x, a, b) => isNear(graph, a, b, SMALLEST_RING_OF_ALLENE - 3, x)),
};

export const noAllenesInSmallRings = /* @__PURE__ */ explained(noAllenesInSmallRingsRule, {
  description:
    'No atom has two double bonds that both are part of one ring of up to 8 atoms. Their ends want to lie in a straight line: cyclic allenes can be kept from 9 atoms on.',
  references: ['McKay2022'],
});

export const noTripleBondsInSmallRingsRule: Prohibition = {
  name: 'no-triple-bonds-in-small-rings',
  countIn: (graph) => countBonds(graph, 3, (x, y) => isInRing(graph, x, y, SMALLEST_RING_OF_ALKYNE - 1)),
};

export const noTripleBondsInSmallRings = /* @__PURE__ */ explained(noTripleBondsInSmallRingsRule, {
  description:
    'No triple bond is part of a ring of up to 7 atoms. Its four atoms want to lie in a straight line: cyclooctyne is the smallest cycloalkyne that can be kept.',
  references: ['Dommerholt2016', 'McKay2022'],
});

export const noDoubleBondsInSmallRingsRule: Prohibition = {
  name: 'no-double-bonds-in-small-rings',
  countIn: (graph) => countBonds(graph, 2, (x, y) => isInRing(graph, x, y, SMALLEST_RING_OF_ALKENE - 1)),
};

export const noDoubleBondsInSmallRings = /* @__PURE__ */ explained(noDoubleBondsInSmallRingsRule, {
  description:
    'No double bond is part of a ring of 3 or 4 atoms, as in cyclopropene and cyclobutadiene. Their angles of 60 and 90 degrees are far from the 120 of a double bond.',
  references: ['Wiberg1986'],
});

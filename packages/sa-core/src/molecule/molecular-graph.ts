import { type HeavyElement, VALENCES } from './element.ts';

/** No element has a valence above 4, so no atom has more than 4 neighbours. */
export const MAX_NEIGHBOURS = 4;
/** The highest bond order of a constitutional isomer. */
export const MAX_BOND_ORDER = 3;

/**
 * A constitutional isomer, or a state on the way to one: a multigraph over n heavy atoms without loops, with hydrogens
 * as counts. Atoms are numbered from 0; which atom has which number is a labelling and carries no chemistry.
 *
 * Whoever receives a MolecularGraph reads it; only the functions of this module write it, so that the invariants hold.
 */
export interface MolecularGraph {
  /** The element of each heavy atom, length n. */
  readonly elements: readonly HeavyElement[];
  /** Bond orders 0..3, row-major n x n. Invariant: symmetric, zero on the diagonal. */
  readonly bondOrders: Uint8Array;
  /** Hydrogens on each heavy atom, length n. */
  readonly hydrogenCounts: Uint8Array;
  /** Number of distinct neighbours of each atom, length n. Invariant: the count of nonzero orders in its row. */
  readonly degrees: Uint8Array;
  /**
   * Neighbours of atom i at [4 i, 4 i + degrees[i]), in no particular order. Invariant: exactly the atoms with a nonzero
   * bond order. Nothing that a run shows may depend on their order: it is not part of a checkpoint.
   */
  readonly neighbours: Uint16Array;
}

/** The graph over these atoms without any bond or hydrogen. */
export function createMolecularGraph(elements: readonly HeavyElement[]): MolecularGraph {
  const n = elements.length;
  return {
    elements,
    bondOrders: new Uint8Array(n * n),
    hydrogenCounts: new Uint8Array(n),
    degrees: new Uint8Array(n),
    neighbours: new Uint16Array(n * MAX_NEIGHBOURS),
  };
}

/** Takes all bonds and hydrogens away, so that a graph can be used again for another molecule of its atoms. */
export function clearMolecularGraph(graph: MolecularGraph): void {
  graph.bondOrders.fill(0);
  graph.hydrogenCounts.fill(0);
  graph.degrees.fill(0);
}

export function bondOrder(graph: MolecularGraph, x: number, y: number): number {
  return graph.bondOrders[x * graph.elements.length + y]!;
}

/** Sets the order of one bond and keeps the neighbour lists true. The caller answers for valences. */
export function setBondOrder(graph: MolecularGraph, x: number, y: number, order: number): void {
  const n = graph.elements.length;
  const before = graph.bondOrders[x * n + y]!;
  graph.bondOrders[x * n + y] = order;
  graph.bondOrders[y * n + x] = order;
  if (before === 0 && order > 0) {
    addNeighbour(graph, x, y);
    addNeighbour(graph, y, x);
  } else if (before > 0 && order === 0) {
    removeNeighbour(graph, x, y);
    removeNeighbour(graph, y, x);
  }
}

function addNeighbour(graph: MolecularGraph, x: number, y: number): void {
  const degree = graph.degrees[x]!;
  graph.neighbours[x * MAX_NEIGHBOURS + degree] = y;
  graph.degrees[x] = degree + 1;
}

function removeNeighbour(graph: MolecularGraph, x: number, y: number): void {
  const start = x * MAX_NEIGHBOURS;
  const last = start + graph.degrees[x]! - 1;
  let slot = start;
  while (graph.neighbours[slot] !== y) slot++;
  graph.neighbours[slot] = graph.neighbours[last]!;
  graph.degrees[x] = last - start;
}

/** The sum of an atom's bond orders, without its hydrogens. */
export function bondOrderSum(graph: MolecularGraph, x: number): number {
  let sum = 0;
  for (let k = 0; k < graph.degrees[x]!; k++) {
    sum += bondOrder(graph, x, graph.neighbours[x * MAX_NEIGHBOURS + k]!);
  }
  return sum;
}

/** Whether every atom's bond orders and hydrogens add up to its valence. */
export function hasValidValences(graph: MolecularGraph): boolean {
  return graph.elements.every(
    (element, x) => bondOrderSum(graph, x) + graph.hydrogenCounts[x]! === VALENCES[element],
  );
}

/** The bonds of the graph as [x, y, order] with x < y, in ascending order: a labelled description free of history. */
export function bondsOf(graph: MolecularGraph): [x: number, y: number, order: number][] {
  const n = graph.elements.length;
  const bonds: [number, number, number][] = [];
  for (let x = 0; x < n; x++) {
    for (let y = x + 1; y < n; y++) {
      const order = graph.bondOrders[x * n + y]!;
      if (order > 0) bonds.push([x, y, order]);
    }
  }
  return bonds;
}

import type { HeavyElement } from './element.ts';
import { MAX_NEIGHBOURS, type MolecularGraph } from './molecular-graph.ts';

/** How elements stand in a canonical form. Part of every code: a change here changes the codes of all molecules. */
const ELEMENT_RANKS: Readonly<Record<HeavyElement, number>> = {
  C: 0,
  N: 1,
  O: 2,
  S: 3,
  P: 4,
  F: 5,
  Cl: 6,
  Br: 7,
  I: 8,
};

/**
 * What a bond of order 0..3 adds to a sum over bonds. An atom has at most 4 bonds, so in base 5 the sum tells how many
 * of each order there are: adding weights compares multisets of bonds exactly, without sorting.
 */
const BOND_WEIGHTS = Uint8Array.of(0, 1, 5, 25);

/** A half bond is the neighbour in the low 16 bits and the bond's weight above them. */
export const WEIGHT_SHIFT = 16;
export const NEIGHBOUR_MASK = 0xffff;

/** A molecular graph of a fixed number of atoms, laid out for scanning: what colour refinement reads. */
export interface AtomTable {
  /** The number of heavy atoms, n. */
  readonly size: number;
  /**
   * What tells an atom from others at first sight, length n: element, hydrogens and the multiset of its bond orders.
   * Invariant: equal exactly when all three are.
   */
  readonly kinds: Uint16Array;
  /** Number of neighbours, length n. */
  readonly degrees: Uint8Array;
  /** The half bonds of atom i at [4 i, 4 i + degrees[i]), in no particular order. */
  readonly halfBonds: Uint32Array;
}

/** A table for graphs of `size` heavy atoms, 0..65535. */
export function createAtomTable(size: number): AtomTable {
  return {
    size,
    kinds: new Uint16Array(size),
    degrees: new Uint8Array(size),
    halfBonds: new Uint32Array(size * MAX_NEIGHBOURS),
  };
}

/** Fills the table from a graph of exactly its size. */
export function tabulate(table: AtomTable, graph: MolecularGraph): void {
  const { size, kinds, degrees, halfBonds } = table;
  const { bondOrders, neighbours, elements, hydrogenCounts } = graph;
  for (let atom = 0; atom < size; atom++) {
    const degree = graph.degrees[atom]!;
    const start = atom * MAX_NEIGHBOURS;
    let weights = 0;
    for (let slot = start; slot < start + degree; slot++) {
      const neighbour = neighbours[slot]!;
      const weight = BOND_WEIGHTS[bondOrders[atom * size + neighbour]!]!;
      weights += weight;
      halfBonds[slot] = (weight << WEIGHT_SHIFT) | neighbour;
    }
    degrees[atom] = degree;
    // Hydrogens take 3 bits (0..4), the sum of weights 7 (0..100). Ends of chains sort before what lies between them.
    kinds[atom] = (ELEMENT_RANKS[elements[atom]!] << 10) | (weights << 3) | hydrogenCounts[atom]!;
  }
}

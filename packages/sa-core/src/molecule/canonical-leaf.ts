import { type AtomTable, NEIGHBOUR_MASK, WEIGHT_SHIFT } from './atom-table.ts';
import type { Colouring } from './colouring.ts';
import { MAX_NEIGHBOURS } from './molecular-graph.ts';

/** A leaf of the search tree: one labelling of the atoms, what led to it, and the graph as this labelling shows it. */
export interface CanonicalLeaf {
  /** The number of atoms that were set apart on the way; the leaf is at this depth. -1: there is no leaf yet. */
  depth: number;
  /** These atoms, at [0, depth). */
  readonly path: Uint16Array;
  /** The traces of the refinements on the way, at [0, depth). */
  readonly traces: Int32Array;
  /** The atom at each position: the labelling. */
  readonly atomAt: Uint16Array;
  /**
   * The bonds between positions, one number each, ascending, at [0, bondCount). Leaves of one graph with equal bonds
   * differ by an automorphism: atoms at the same position have the same kind in all leaves.
   */
  readonly bonds: Float64Array;
  bondCount: number;
}

export function createCanonicalLeaf(size: number): CanonicalLeaf {
  return {
    depth: -1,
    path: new Uint16Array(size),
    traces: new Int32Array(size),
    atomAt: new Uint16Array(size),
    bonds: new Float64Array((size * MAX_NEIGHBOURS) >> 1),
    bondCount: 0,
  };
}

/** Takes labelling and bonds from a discrete colouring. Path and traces are the search's to fill. */
export function readLabelling(leaf: CanonicalLeaf, colouring: Colouring, table: AtomTable): void {
  const { bonds } = leaf;
  const { atomAt, positionOf } = colouring;
  for (let position = 0; position < table.size; position++) leaf.atomAt[position] = atomAt[position]!;
  let count = 0;
  for (let position = 0; position < table.size; position++) {
    const firstOfAtom = count;
    const start = atomAt[position]! * MAX_NEIGHBOURS;
    const stop = start + table.degrees[atomAt[position]!]!;
    for (let slot = start; slot < stop; slot++) {
      const halfBond = table.halfBonds[slot]!;
      const other = positionOf[halfBond & NEIGHBOUR_MASK]!;
      if (other > position) continue;
      // Position first, then the neighbour's, then the weight in 5 bits: exact, as 16 + 16 + 5 bits are below 53.
      const bond = (position * 65536 + other) * 32 + (halfBond >>> WEIGHT_SHIFT);
      let place = count++;
      for (; place > firstOfAtom && bonds[place - 1]! > bond; place--) bonds[place] = bonds[place - 1]!;
      bonds[place] = bond;
    }
  }
  leaf.bondCount = count;
}

/** Below 0, 0 or above 0 as the bonds of a come before, equal or follow those of b. Both are leaves of one graph. */
export function compareBonds(a: CanonicalLeaf, b: CanonicalLeaf): number {
  for (let k = 0; k < a.bondCount; k++) {
    const difference = a.bonds[k]! - b.bonds[k]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Copies labelling and bonds. Both are leaves of one graph. For few atoms a loop takes half the time of `set`. */
export function copyLabelling(from: CanonicalLeaf, to: CanonicalLeaf): void {
  for (let position = 0; position < from.atomAt.length; position++)
    to.atomAt[position] = from.atomAt[position]!;
  for (let k = 0; k < from.bondCount; k++) to.bonds[k] = from.bonds[k]!;
  to.bondCount = from.bondCount;
}

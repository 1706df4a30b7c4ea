import { type AtomTable, NEIGHBOUR_MASK, WEIGHT_SHIFT } from './atom-table.ts';
import { type Colouring, individualise } from './colouring.ts';
import { MAX_NEIGHBOURS } from './molecular-graph.ts';

/**
 * Colour refinement (1-dimensional Weisfeiler-Leman) by splitting cells: while some cell sees another cell through
 * different bonds from different atoms, it is split. The result is the coarsest equitable colouring below the given
 * one. What is done, and in which order, depends on colours alone, never on the numbers of atoms: isomorphic inputs
 * have isomorphic results. Splitters and the largest fragment that can be left out: McKay & Piperno, Practical graph
 * isomorphism II, J. Symb. Comput. 2014, 60, 94-112.
 */
export interface Refinement {
  /** Colours whose cells have still to be used as splitters: a stack of pendingCount, without duplicates. */
  readonly pending: Uint16Array;
  pendingCount: number;
  /** 1 exactly for colours on the stack. */
  readonly isPending: Uint8Array;
  /** Sum of the weights of each atom's bonds into the present splitter. Invariant: all 0 between splitters. */
  readonly weights: Uint16Array;
  /** The atoms whose weight is not 0, in no particular order. */
  readonly touchedAtoms: Uint16Array;
  /** The colours of these atoms. */
  readonly touchedColours: Uint16Array;
  /** How many atoms of a colour are touched. Invariant: all 0 between splitters. */
  readonly touchedSizes: Uint16Array;
  /**
   * A hash of all that the refinement saw since it was last set to 0, signed 32 bits. Equal for isomorphic refinements;
   * that different ones can collide costs the search time, not truth.
   */
  trace: number;
}

export function createRefinement(size: number): Refinement {
  return {
    pending: new Uint16Array(size),
    pendingCount: 0,
    isPending: new Uint8Array(size),
    weights: new Uint16Array(size),
    touchedAtoms: new Uint16Array(size),
    touchedColours: new Uint16Array(size),
    touchedSizes: new Uint16Array(size),
    trace: 0,
  };
}

/** Makes a colouring equitable, whatever it was. */
export function refineAll(refinement: Refinement, colouring: Colouring, table: AtomTable): void {
  for (let colour = 0; colour < table.size; colour += colouring.cellSizes[colour]!) push(refinement, colour);
  refine(refinement, colouring, table);
}

/** Sets an atom of an equitable colouring apart and makes the colouring equitable again. Traced from 0. */
export function individualiseAndRefine(
  refinement: Refinement,
  colouring: Colouring,
  table: AtomTable,
  atom: number,
): void {
  refinement.trace = 0;
  individualise(colouring, atom);
  push(refinement, colouring.colourOf[atom]!);
  refine(refinement, colouring, table);
}

function refine(refinement: Refinement, colouring: Colouring, table: AtomTable): void {
  const { pending, isPending, touchedColours } = refinement;
  while (refinement.pendingCount > 0) {
    const splitter = pending[--refinement.pendingCount]!;
    isPending[splitter] = 0;
    // A discrete colouring cannot be split; what is pending is only taken off the stack.
    if (colouring.cells === table.size) continue;
    const touchedColourCount = touch(refinement, colouring, table, splitter);
    for (let k = 0; k < touchedColourCount; k++) splitCell(refinement, colouring, touchedColours[k]!);
  }
}

/**
 * Weighs all bonds into the splitter, moves the touched atoms to the ends of their cells and lists the colours of
 * these cells in ascending order. Returns the number of colours.
 */
function touch(refinement: Refinement, colouring: Colouring, table: AtomTable, splitter: number): number {
  const { weights, touchedAtoms } = refinement;
  const { atomAt, colourOf, cellSizes } = colouring;
  const { degrees, halfBonds } = table;
  let touchedCount = 0;
  let seen = 0;
  const end = splitter + cellSizes[splitter]!;
  for (let position = splitter; position < end; position++) {
    const atom = atomAt[position]!;
    const start = atom * MAX_NEIGHBOURS;
    const stop = start + degrees[atom]!;
    for (let slot = start; slot < stop; slot++) {
      const halfBond = halfBonds[slot]!;
      const neighbour = halfBond & NEIGHBOUR_MASK;
      const weight = halfBond >>> WEIGHT_SHIFT;
      const colour = colourOf[neighbour]!;
      // A sum, since the atoms of a cell come in no particular order.
      seen += Math.imul(colour * 32 + weight, 0x9e3779b1) >>> 8;
      if (cellSizes[colour] === 1) continue;
      if (weights[neighbour] === 0) touchedAtoms[touchedCount++] = neighbour;
      weights[neighbour] = weights[neighbour]! + weight;
    }
  }
  refinement.trace = mix(refinement.trace, seen + splitter);
  return moveTouched(refinement, colouring, touchedCount);
}

function moveTouched(refinement: Refinement, colouring: Colouring, touchedCount: number): number {
  const { touchedAtoms, touchedColours, touchedSizes } = refinement;
  const { atomAt, positionOf, colourOf, cellSizes } = colouring;
  let colours = 0;
  for (let k = 0; k < touchedCount; k++) {
    const atom = touchedAtoms[k]!;
    const colour = colourOf[atom]!;
    const moved = touchedSizes[colour]!;
    if (moved === 0) {
      let slot = colours++;
      for (; slot > 0 && touchedColours[slot - 1]! > colour; slot--) {
        touchedColours[slot] = touchedColours[slot - 1]!;
      }
      touchedColours[slot] = colour;
    }
    const from = positionOf[atom]!;
    const to = colour + cellSizes[colour]! - 1 - moved;
    const other = atomAt[to]!;
    atomAt[from] = other;
    positionOf[other] = from;
    atomAt[to] = atom;
    positionOf[atom] = to;
    touchedSizes[colour] = moved + 1;
  }
  return colours;
}

/** Splits a cell, its touched atoms at its end, into fragments of equal weight, in ascending order of weight. */
function splitCell(refinement: Refinement, colouring: Colouring, colour: number): void {
  const { weights, touchedSizes, isPending } = refinement;
  const { atomAt, positionOf, colourOf, cellSizes } = colouring;
  const size = cellSizes[colour]!;
  const end = colour + size;
  const firstTouched = end - touchedSizes[colour]!;
  touchedSizes[colour] = 0;
  sortByWeight(atomAt, weights, firstTouched, end);

  let largest = colour;
  let largestSize = firstTouched - colour;
  if (largestSize > 0) cellSizes[colour] = largestSize;
  let fragment = firstTouched;
  while (fragment < end) {
    const weight = weights[atomAt[fragment]!]!;
    let position = fragment;
    for (; position < end; position++) {
      const atom = atomAt[position]!;
      if (weights[atom] !== weight) break;
      weights[atom] = 0;
      positionOf[atom] = position;
      colourOf[atom] = fragment;
    }
    refinement.trace = mix(refinement.trace, (fragment << 8) + weight);
    if (fragment > colour) colouring.cells++;
    cellSizes[fragment] = position - fragment;
    if (position - fragment > largestSize) {
      largest = fragment;
      largestSize = position - fragment;
    }
    fragment = position;
  }
  if (largestSize === size) return;
  // Bonds into the largest fragment are what bonds into the others leave of those into the whole cell.
  const spared = isPending[colour] === 1 ? colour : largest;
  for (let part = colour; part < end; part += cellSizes[part]!) if (part !== spared) push(refinement, part);
}

function sortByWeight(atomAt: Uint16Array, weights: Uint16Array, start: number, end: number): void {
  for (let k = start + 1; k < end; k++) {
    const atom = atomAt[k]!;
    const weight = weights[atom]!;
    let slot = k;
    for (; slot > start && weights[atomAt[slot - 1]!]! > weight; slot--) atomAt[slot] = atomAt[slot - 1]!;
    atomAt[slot] = atom;
  }
}

function push(refinement: Refinement, colour: number): void {
  refinement.pending[refinement.pendingCount++] = colour;
  refinement.isPending[colour] = 1;
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

import type { AtomTable } from './atom-table.ts';

/**
 * An ordered partition of the atoms into cells, the state of a partition refinement. A cell is named by its colour: the
 * position of its first atom. So colours do not depend on how atoms are numbered, and splitting a cell leaves the
 * colours of all others alone.
 */
export interface Colouring {
  /** The atom at each position, length n. Invariant: a permutation; each cell is a run of neighbouring positions. */
  readonly atomAt: Uint16Array;
  /** Invariant: the inverse of atomAt. */
  readonly positionOf: Uint16Array;
  /** The colour of each atom, length n. */
  readonly colourOf: Uint16Array;
  /** Number of atoms in the cell of each colour. Meaningless at positions that are not colours. */
  readonly cellSizes: Uint16Array;
  /** Number of cells, at most n. The colouring is discrete, and atomAt a labelling, when it is n. */
  cells: number;
}

export function createColouring(size: number): Colouring {
  return {
    atomAt: new Uint16Array(size),
    positionOf: new Uint16Array(size),
    colourOf: new Uint16Array(size),
    cellSizes: new Uint16Array(size),
    cells: 0,
  };
}

export function copyColouring(from: Colouring, to: Colouring): void {
  to.atomAt.set(from.atomAt);
  to.positionOf.set(from.positionOf);
  to.colourOf.set(from.colourOf);
  to.cellSizes.set(from.cellSizes);
  to.cells = from.cells;
}

/** Gives every atom the colour of its kind, kinds in ascending order. */
export function colourByKind(colouring: Colouring, table: AtomTable): void {
  const { atomAt, positionOf, colourOf, cellSizes } = colouring;
  const { kinds, size } = table;
  // Insertion sort: molecules are small, and chains of like atoms come nearly sorted.
  for (let atom = 0; atom < size; atom++) {
    const kind = kinds[atom]!;
    let position = atom;
    while (position > 0 && kinds[atomAt[position - 1]!]! > kind) {
      atomAt[position] = atomAt[position - 1]!;
      position--;
    }
    atomAt[position] = atom;
  }
  let cells = 0;
  let colour = 0;
  for (let position = 0; position < size; position++) {
    const atom = atomAt[position]!;
    if (position === 0 || kinds[atom] !== kinds[atomAt[position - 1]!]) {
      colour = position;
      cellSizes[colour] = 0;
      cells++;
    }
    positionOf[atom] = position;
    colourOf[atom] = colour;
    cellSizes[colour] = cellSizes[colour]! + 1;
  }
  colouring.cells = cells;
}

/** Sets one atom of a cell of at least two apart: it keeps the colour, the rest of its cell gets the next one. */
export function individualise(colouring: Colouring, atom: number): void {
  const { atomAt, positionOf, colourOf, cellSizes } = colouring;
  const colour = colourOf[atom]!;
  const end = colour + cellSizes[colour]!;
  const position = positionOf[atom]!;
  const first = atomAt[colour]!;
  atomAt[position] = first;
  positionOf[first] = position;
  atomAt[colour] = atom;
  positionOf[atom] = colour;
  cellSizes[colour] = 1;
  cellSizes[colour + 1] = end - colour - 1;
  for (let rest = colour + 1; rest < end; rest++) colourOf[atomAt[rest]!] = colour + 1;
  colouring.cells++;
}

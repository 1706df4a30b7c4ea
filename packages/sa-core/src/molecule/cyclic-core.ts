import { type AtomTable, NEIGHBOUR_MASK } from './atom-table.ts';
import type { Colouring } from './colouring.ts';
import { MAX_NEIGHBOURS } from './molecular-graph.ts';

/**
 * Where an equitable colouring still leaves a choice that matters.
 *
 * Take the atoms whose cells have more than one atom, and the bonds among them. If these form a forest, every cell is
 * an orbit of the automorphisms that keep the colours: equally coloured atoms of a forest have the same tree around
 * them (its universal cover is the tree itself), so one tree can be laid on the other, and all other atoms stay where
 * they are, since an atom alone in its cell is bound to all atoms of another cell alike. Any atom of any cell may then
 * be set apart, and all choices lead to the same canonical code. Only cells in the 2-core, which is left when ends are
 * taken off again and again, are worth a search. Trees, and rings of which one atom is distinguished, have none.
 */
export interface CyclicCore {
  /** Bonds from an atom of each colour to others in the part of the 2-core not yet peeled; meaningful at its colours. */
  readonly degrees: Uint8Array;
  /** 1 for colours that may be in the core, 0 for peeled ones and for cells of one atom. */
  readonly inCore: Uint8Array;
  readonly ends: Uint16Array;
}

export function createCyclicCore(size: number): CyclicCore {
  return { degrees: new Uint8Array(size), inCore: new Uint8Array(size), ends: new Uint16Array(size) };
}

/** The colour of the smallest cell (of these the first) in the 2-core of an equitable colouring, or -1 without one. */
export function smallestCoreCell(core: CyclicCore, colouring: Colouring, table: AtomTable): number {
  if (colouring.cells === table.size) return -1;
  const { inCore } = core;
  const { cellSizes } = colouring;
  peel(core, colouring, table, countDegrees(core, colouring, table));
  let smallest = -1;
  for (let colour = 0; colour < table.size; colour += cellSizes[colour]!) {
    if (inCore[colour] === 0) continue;
    if (smallest < 0 || cellSizes[colour]! < cellSizes[smallest]!) smallest = colour;
  }
  return smallest;
}

/** Sets up the degrees and lists the cells of ends, the number of which it returns. One atom speaks for its cell. */
function countDegrees(core: CyclicCore, colouring: Colouring, table: AtomTable): number {
  const { degrees, inCore, ends } = core;
  const { atomAt, colourOf, cellSizes } = colouring;
  let endCount = 0;
  for (let colour = 0; colour < table.size; colour += cellSizes[colour]!) {
    inCore[colour] = 0;
    if (cellSizes[colour] === 1) continue;
    const start = atomAt[colour]! * MAX_NEIGHBOURS;
    const stop = start + table.degrees[atomAt[colour]!]!;
    let degree = 0;
    for (let slot = start; slot < stop; slot++) {
      if (cellSizes[colourOf[table.halfBonds[slot]! & NEIGHBOUR_MASK]!]! > 1) degree++;
    }
    degrees[colour] = degree;
    inCore[colour] = 1;
    if (degree <= 1) ends[endCount++] = colour;
  }
  return endCount;
}

function peel(core: CyclicCore, colouring: Colouring, table: AtomTable, endCount: number): void {
  const { degrees, inCore, ends } = core;
  const { atomAt, colourOf } = colouring;
  let count = endCount;
  while (count > 0) {
    const peeled = ends[--count]!;
    inCore[peeled] = 0;
    const start = atomAt[peeled]! * MAX_NEIGHBOURS;
    const stop = start + table.degrees[atomAt[peeled]!]!;
    for (let slot = start; slot < stop; slot++) {
      const colour = colourOf[table.halfBonds[slot]! & NEIGHBOUR_MASK]!;
      if (inCore[colour] === 0) continue;
      const before = degrees[colour]!;
      degrees[colour] = before - bondsIntoCell(colouring, table, atomAt[colour]!, peeled);
      if (before > 1 && degrees[colour]! <= 1) ends[count++] = colour;
    }
  }
}

function bondsIntoCell(colouring: Colouring, table: AtomTable, atom: number, colour: number): number {
  const start = atom * MAX_NEIGHBOURS;
  const stop = start + table.degrees[atom]!;
  let bonds = 0;
  for (let slot = start; slot < stop; slot++) {
    if (colouring.colourOf[table.halfBonds[slot]! & NEIGHBOUR_MASK] === colour) bonds++;
  }
  return bonds;
}

import type { CanonicalLeaf } from './canonical-leaf.ts';
import type { HeavyElement } from './element.ts';
import type { MolecularGraph } from './molecular-graph.ts';

/** One letter for each element, so that a code needs no separators; lower case where the symbol has two letters. */
const LETTERS: Readonly<Record<HeavyElement, number>> = {
  C: 'C'.charCodeAt(0),
  N: 'N'.charCodeAt(0),
  O: 'O'.charCodeAt(0),
  S: 'S'.charCodeAt(0),
  P: 'P'.charCodeAt(0),
  F: 'F'.charCodeAt(0),
  I: 'I'.charCodeAt(0),
  Cl: 'c'.charCodeAt(0),
  Br: 'b'.charCodeAt(0),
};
const ZERO = '0'.charCodeAt(0);
/** The sign of a bond by its weight (1, 5, 25), as in SMILES. */
const BOND_SIGNS = new Uint8Array(26);
BOND_SIGNS[1] = '-'.charCodeAt(0);
BOND_SIGNS[5] = '='.charCodeAt(0);
BOND_SIGNS[25] = '#'.charCodeAt(0);

/** Longest text of an atom (letter, hydrogens) and of a bond (sign, position up to 65535). */
const ATOM_LENGTH = 2;
const BOND_LENGTH = 6;
/** Characters that are turned into a string in one call, well below what engines take as arguments. */
const CHUNK = 4096;

/** Scratch for the codes of graphs of up to `size` atoms. */
export function createCodeBuffer(size: number): Uint16Array {
  return new Uint16Array(size * ATOM_LENGTH + 2 * size * BOND_LENGTH);
}

/**
 * Writes a labelled graph out: each atom in turn as its element's letter, its number of hydrogens (left out when 0), and
 * its bonds to earlier atoms as sign and position. Propene is C3C2C1-0=1. One to one with labelled graphs: letters,
 * signs and digits tell where each part ends.
 *
 * @returns how many characters were written
 */
export function writeCode(buffer: Uint16Array, leaf: CanonicalLeaf, graph: MolecularGraph): number {
  const { atomAt, bonds, bondCount } = leaf;
  let length = 0;
  let bond = 0;
  for (let position = 0; position < atomAt.length; position++) {
    const atom = atomAt[position]!;
    buffer[length++] = LETTERS[graph.elements[atom]!];
    if (graph.hydrogenCounts[atom]! > 0) buffer[length++] = ZERO + graph.hydrogenCounts[atom]!;
    const endOfAtom = (position + 1) * 65536 * 32;
    for (; bond < bondCount && bonds[bond]! < endOfAtom; bond++) {
      const rest = bonds[bond]! - position * 65536 * 32;
      buffer[length++] = BOND_SIGNS[rest & 31]!;
      length = writeDecimal(buffer, length, rest >>> 5);
    }
  }
  return length;
}

/** Writes a number and returns the length then reached. */
function writeDecimal(buffer: Uint16Array, length: number, value: number): number {
  let digits = 1;
  for (let power = 10; power <= value; power *= 10) digits++;
  let rest = value;
  for (let place = length + digits - 1; place >= length; place--) {
    const tenth = Math.floor(rest / 10);
    buffer[place] = ZERO + rest - 10 * tenth;
    rest = tenth;
  }
  return length + digits;
}

/** The first `length` characters as a string. */
export function codeOf(buffer: Uint16Array, length: number): string {
  let text = '';
  for (let start = 0; start < length; start += CHUNK) {
    const chunk = buffer.subarray(start, Math.min(start + CHUNK, length));
    text += Reflect.apply(String.fromCharCode, undefined, chunk);
  }
  return text;
}

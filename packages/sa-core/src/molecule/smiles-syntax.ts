import { readBracketAtom, readOrganicAtom, refuseCharacter, type SmilesAtom } from './smiles-atom.ts';
import { smilesError } from './smiles-error.ts';

/** Bond symbols: an order, ":" alternating, or nothing, which is single or, between aromatic atoms, alternating. */
type BondSymbol = 1 | 2 | 3 | 'aromatic' | 'implied';

export interface SmilesBond {
  readonly from: number;
  readonly to: number;
  readonly symbol: BondSymbol;
  /** Where it, or the atom or ring number that it leads to, stands in the text, from 0. */
  readonly position: number;
}

/** A SMILES taken apart, before any chemistry: atoms in the order of the text and the bonds between them. */
export interface SmilesSyntax {
  readonly atoms: SmilesAtom[];
  readonly bonds: SmilesBond[];
}

interface RingOpening {
  readonly atom: number;
  readonly symbol: BondSymbol;
  readonly position: number;
}

/** How far the text is read. */
interface Parser extends SmilesSyntax {
  readonly text: string;
  position: number;
  /** The atom that the next one is bound to; -1 before the first. */
  previous: number;
  /** The bond symbol read and not yet used. */
  symbol: BondSymbol;
  symbolPosition: number;
  /** For each open "(", the atom before it and its position. */
  readonly branches: { atom: number; position: number }[];
  /** Whether the last thing read was "(". */
  atBranchStart: boolean;
  readonly rings: Map<number, RingOpening>;
}

/** Direction marks of double bonds, / and \, are single bonds here: stereochemistry is dropped. */
const BOND_SYMBOLS: Readonly<Record<string, BondSymbol>> = {
  '-': 1,
  '/': 1,
  '\\': 1,
  '=': 2,
  '#': 3,
  ':': 'aromatic',
};
const RING_NUMBER = /\d|%(?:\d\d|\(\d{1,5}\))/y;

/**
 * Takes the SMILES that starts at `start` apart, in linear time.
 * Throws SaCoreError smiles_syntax, _unsupported or _disconnected.
 */
export function parseSmiles(text: string, start = 0): SmilesSyntax {
  const parser: Parser = {
    text,
    position: start,
    atoms: [],
    bonds: [],
    previous: -1,
    symbol: 'implied',
    symbolPosition: 0,
    branches: [],
    atBranchStart: false,
    rings: new Map(),
  };
  while (parser.position < text.length) readPart(parser);
  finish(parser);
  return parser;
}

function readPart(parser: Parser): void {
  const { text, position } = parser;
  const character = text[position]!;
  const read = character === '[' ? readBracketAtom(text, position) : readOrganicAtom(text, position);
  if (read !== undefined) {
    addAtom(parser, read.atom);
    parser.position = read.end;
  } else if (character === '(') openBranch(parser);
  else if (character === ')') closeBranch(parser);
  else if (Object.hasOwn(BOND_SYMBOLS, character)) readBond(parser, BOND_SYMBOLS[character]!);
  else if (character === '%' || (character >= '0' && character <= '9')) readRingNumber(parser);
  else if (character === '.') {
    throw smilesError(
      'smiles_disconnected',
      position,
      'a "." starts another molecule; give one that hangs together.',
    );
  } else if (character === '$') {
    throw smilesError('smiles_unsupported', position, '"$" is a quadruple bond; orders here are 1 to 3.');
  } else throw refuseCharacter(text, position);
}

function addAtom(parser: Parser, atom: SmilesAtom): void {
  const index = parser.atoms.push(atom) - 1;
  if (parser.previous >= 0) {
    const { previous, symbol, position } = parser;
    parser.bonds.push({ from: previous, to: index, symbol, position });
  }
  parser.previous = index;
  parser.symbol = 'implied';
  parser.atBranchStart = false;
}

function openBranch(parser: Parser): void {
  const { previous, position } = parser;
  if (previous < 0 || parser.atBranchStart) {
    throw smilesError('smiles_syntax', position, 'a branch "(" has to follow an atom.');
  }
  refuseLooseBond(parser);
  parser.branches.push({ atom: previous, position });
  parser.atBranchStart = true;
  parser.position++;
}

function closeBranch(parser: Parser): void {
  const branch = parser.branches.pop();
  if (branch === undefined) {
    throw smilesError('smiles_syntax', parser.position, '")" closes a branch that is not open.');
  }
  refuseLooseBond(parser);
  if (parser.atBranchStart) throw smilesError('smiles_syntax', parser.position, 'the branch "()" is empty.');
  parser.previous = branch.atom;
  parser.position++;
}

function readBond(parser: Parser, symbol: BondSymbol): void {
  if (parser.previous < 0) {
    throw smilesError('smiles_syntax', parser.position, 'a bond has to follow an atom.');
  }
  refuseLooseBond(parser);
  parser.symbol = symbol;
  parser.symbolPosition = parser.position;
  parser.position++;
}

function readRingNumber(parser: Parser): void {
  const { text, position, rings, previous: atom, symbol } = parser;
  RING_NUMBER.lastIndex = position;
  const written = RING_NUMBER.exec(text)?.[0];
  if (written === undefined) {
    throw smilesError('smiles_syntax', position, 'a ring number after "%" has two digits, as in %12.');
  }
  if (atom < 0 || parser.atBranchStart) {
    throw smilesError('smiles_syntax', position, `the ring number ${written} has to follow an atom.`);
  }
  const number = Number(written.replace(/[%()]/g, ''));
  const opening = rings.get(number);
  if (opening === undefined) {
    rings.set(number, { atom, symbol, position });
  } else {
    rings.delete(number);
    const both = ringSymbol(opening.symbol, symbol);
    if (both === undefined) {
      throw smilesError('smiles_syntax', position, `the two ends of ring ${number} name different bonds.`);
    }
    parser.bonds.push({ from: opening.atom, to: atom, symbol: both, position });
  }
  parser.symbol = 'implied';
  parser.position += written.length;
}

/** The symbol of a ring bond, which may stand at either end or, equal, at both; undefined when they differ. */
function ringSymbol(opening: BondSymbol, closing: BondSymbol): BondSymbol | undefined {
  if (opening === 'implied') return closing;
  return closing === 'implied' || closing === opening ? opening : undefined;
}

function refuseLooseBond(parser: Parser): void {
  if (parser.symbol === 'implied') return;
  throw smilesError('smiles_syntax', parser.symbolPosition, 'the bond leads to no atom.');
}

function finish(parser: Parser): void {
  if (parser.atoms.length === 0) {
    throw smilesError('smiles_syntax', 0, 'the text is empty; cyclohexane, for example, is C1CCCCC1.');
  }
  refuseLooseBond(parser);
  const branch = parser.branches.pop();
  if (branch !== undefined) {
    throw smilesError('smiles_syntax', branch.position, 'the branch "(" is not closed.');
  }
  for (const [number, { position }] of parser.rings) {
    throw smilesError('smiles_syntax', position, `ring ${number} is opened and not closed.`);
  }
}

import { type ElementSymbol, isElementSymbol } from './element.ts';
import { quote, quoteAt, smilesError } from './smiles-error.ts';

/** One atom as a SMILES writes it. */
export interface SmilesAtom {
  readonly symbol: ElementSymbol;
  /** Written in lower case: some of its bonds may alternate. */
  readonly aromatic: boolean;
  /** Hydrogens as written in brackets; undefined where the valence implies them. */
  readonly hydrogens: number | undefined;
  /** Where it starts in the text, from 0. */
  readonly position: number;
}

/** An atom, and the position after it. */
export interface ReadAtom {
  readonly atom: SmilesAtom;
  readonly end: number;
}

const ORGANIC_SYMBOL = /Cl|Br|[CNOSPFI]|[cnosp]/y;
/** Isotope, symbol, chirality, hydrogens, charge, class: OpenSMILES 1.0, section 3.1. */
const BRACKET_ATOM =
  /\[\d*(?<symbol>[A-Z][a-z]?|[a-z]{1,2}|\*)(?:@(?:TH|AL|SP|TB|OH)\d{1,2}|@{0,2})(?<hydrogens>H\d?)?(?<charge>\++|-+|[+-]\d{1,2})?(?::\d+)?\]/y;
const AROMATIC_SYMBOL = /^[cnosp]$/;
const SUPPORTED = 'C, H, N, O, S, P, F, Cl, Br and I';

/** Reads the atom of the organic subset at `position`, or returns undefined when there is none. */
export function readOrganicAtom(text: string, position: number): ReadAtom | undefined {
  ORGANIC_SYMBOL.lastIndex = position;
  const written = ORGANIC_SYMBOL.exec(text)?.[0];
  if (written === undefined) return undefined;
  return {
    atom: { ...symbolOf(written, position), hydrogens: undefined, position },
    end: position + written.length,
  };
}

/** Reads the atom in brackets at `position`, where "[" stands. Isotope, chirality and class are read and dropped. */
export function readBracketAtom(text: string, position: number): ReadAtom {
  BRACKET_ATOM.lastIndex = position;
  const match = BRACKET_ATOM.exec(text);
  if (match === null) {
    const close = text.indexOf(']', position);
    const whole = close < 0 ? text.slice(position) : text.slice(position, close + 1);
    const hint =
      close < 0 ? 'a "]" is missing' : 'write element, hydrogens and nothing else, as in [CH3] or [nH]';
    throw smilesError('smiles_syntax', position, `${quote(whole)} is not an atom in brackets; ${hint}.`);
  }
  const written = match[0];
  const { symbol = '', hydrogens, charge } = match.groups ?? {};
  if (charge !== undefined && /[^+\-0]|^[+-]+$/.test(charge)) {
    throw smilesError(
      'smiles_unsupported',
      position,
      `${quote(written)} has a charge. Isomers here are neutral atom by atom; write the molecule without charges.`,
    );
  }
  return {
    atom: { ...symbolOf(symbol, position), hydrogens: hydrogenCount(hydrogens), position },
    end: position + written.length,
  };
}

/** What to say of a character at which no part of a SMILES can start. */
export function refuseCharacter(text: string, position: number): Error {
  if (text[position] === '*') return refuseElement('*', position);
  const symbol = /^(?:[A-Z][a-z]?|b)/.exec(text.slice(position, position + 2))?.[0];
  if (symbol === 'H') {
    return smilesError('smiles_syntax', position, 'a hydrogen is written in brackets, [H], or left out.');
  }
  if (symbol !== undefined) return refuseElement(symbol, position);
  return smilesError('smiles_syntax', position, `${quoteAt(text, position)} has no meaning here.`);
}

function symbolOf(written: string, position: number): Pick<SmilesAtom, 'symbol' | 'aromatic'> {
  const aromatic = AROMATIC_SYMBOL.test(written);
  const symbol = aromatic ? written.toUpperCase() : written;
  if (!isElementSymbol(symbol)) throw refuseElement(written, position);
  return { symbol, aromatic };
}

function refuseElement(symbol: string, position: number): Error {
  const what = symbol === '*' ? '"*" stands for any atom' : `the element ${quote(symbol)} is not supported`;
  return smilesError('smiles_unsupported', position, `${what}; atoms here are ${SUPPORTED}.`);
}

function hydrogenCount(written: string | undefined): number {
  if (written === undefined) return 0;
  return written === 'H' ? 1 : Number(written.slice(1));
}

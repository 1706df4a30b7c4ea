import { SaCoreError } from '../errors.ts';
import { type ElementSymbol, type HeavyElement, isElementSymbol, VALENCES } from './element.ts';
import type { MolecularGraph } from './molecular-graph.ts';

/** More heavy atoms than this are refused as a formula: bond orders take n^2 bytes. */
export const MAX_FORMULA_HEAVY_ATOMS = 1000;
const MAX_COUNT_DIGITS = 6;
const SYMBOL_AND_COUNT = /([A-Z][a-z]?)([0-9]*)/y;

/** How many atoms of each element a molecule has. Invariant: every count present is at least 1. */
export type Formula = Readonly<Partial<Record<ElementSymbol, number>>>;

/**
 * Reads element symbols and counts, for example "C6H12O6" or "CH3CH2OH"; repeated elements add up. Whether such a
 * molecule can exist is for {@link assertFeasible} to say.
 *
 * @throws {SaCoreError} formula_syntax, formula_unknown_element, formula_zero_count, formula_too_large
 */
export function parseFormula(text: string): Formula {
  const counts: Partial<Record<ElementSymbol, number>> = {};
  let position = 0;
  while (position < text.length) {
    SYMBOL_AND_COUNT.lastIndex = position;
    const match = SYMBOL_AND_COUNT.exec(text);
    if (match === null) throw syntaxError(text, position);
    const [token, symbol = '', digits = ''] = match;
    if (!isElementSymbol(symbol)) throw unknownElement(symbol);
    counts[symbol] = (counts[symbol] ?? 0) + parseCount(symbol, digits);
    position += token.length;
  }
  if (position === 0) throw syntaxError(text, 0);
  if (heavyAtomCount(counts) > MAX_FORMULA_HEAVY_ATOMS) throw tooLarge();
  return counts;
}

function parseCount(symbol: ElementSymbol, digits: string): number {
  if (digits === '') return 1;
  const significant = digits.replace(/^0+/, '');
  if (significant === '') {
    throw new SaCoreError(
      'formula_zero_count',
      `The formula gives ${symbol} the count 0. Leave ${symbol} out, or give it a count of at least 1.`,
    );
  }
  if (significant.length > MAX_COUNT_DIGITS) throw tooLarge();
  return Number(significant);
}

function syntaxError(text: string, position: number): SaCoreError {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const where =
    text === ''
      ? 'The formula is empty.'
      : `The formula "${shown}" cannot be read at character ${position + 1} ("${String.fromCodePoint(text.codePointAt(position)!)}").`;
  return new SaCoreError(
    'formula_syntax',
    `${where} Write element symbols with a capital letter, and counts such as C10H16, without brackets, charges and spaces.`,
  );
}

function unknownElement(symbol: string): SaCoreError {
  const letters = [...symbol].map((letter) => letter.toUpperCase());
  const hint =
    letters.length === 2 && letters.every(isElementSymbol)
      ? ` If you mean ${letters.join(' and ')}, write "${letters.join('')}".`
      : '';
  return new SaCoreError(
    'formula_unknown_element',
    `The element "${symbol}" is not supported. Supported are C, H, N, O, S, P, F, Cl, Br and I.${hint}`,
  );
}

function tooLarge(): SaCoreError {
  return new SaCoreError(
    'formula_too_large',
    `The formula has too many atoms: at most ${MAX_FORMULA_HEAVY_ATOMS} atoms other than hydrogen are supported.`,
  );
}

/** The formula of a molecule. */
export function formulaOf(graph: MolecularGraph): Formula {
  const counts: Partial<Record<ElementSymbol, number>> = {};
  const hydrogens = graph.hydrogenCounts.reduce((sum, count) => sum + count, 0);
  if (hydrogens > 0) counts.H = hydrogens;
  for (const element of graph.elements) counts[element] = (counts[element] ?? 0) + 1;
  return counts;
}

/** The heavy atoms of the formula, carbon first, then by symbol: the numbering of atoms in every run. */
export function heavyElements(formula: Formula): HeavyElement[] {
  return hillOrder(formula)
    .filter((element) => element !== 'H')
    .sort((a, b) => Number(b === 'C') - Number(a === 'C'))
    .flatMap((element) => new Array<HeavyElement>(formula[element]!).fill(element));
}

export function heavyAtomCount(formula: Formula): number {
  let count = 0;
  for (const [element, atoms] of Object.entries(formula)) if (element !== 'H') count += atoms;
  return count;
}

/** The formula as text in Hill order: C, H, then the others by symbol; all by symbol where there is no carbon. */
export function hillFormula(formula: Formula): string {
  return hillOrder(formula)
    .map((element) => (formula[element] === 1 ? element : `${element}${formula[element]}`))
    .join('');
}

/** The elements of a formula in Hill order: C, H, then the others by symbol; all by symbol where there is no carbon. */
export function hillOrder(formula: Formula): ElementSymbol[] {
  const rank = (element: ElementSymbol) =>
    formula.C === undefined ? 2 : element === 'C' ? 0 : element === 'H' ? 1 : 2;
  return (Object.keys(formula) as ElementSymbol[]).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/**
 * Rings plus double bonds plus twice the triple bonds: 1 + (sum over all atoms of valence - 2) / 2. It is not an
 * integer, or negative, for formulas of no molecule.
 */
export function degreeOfUnsaturation(formula: Formula): number {
  let excess = 0;
  for (const [element, count] of Object.entries(formula)) {
    excess += count * (VALENCES[element as ElementSymbol] - 2);
  }
  return 1 + excess / 2;
}

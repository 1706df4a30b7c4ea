import { SaCoreError, type SaCoreErrorCode } from '../errors.ts';

export type SmilesErrorCode = Extract<SaCoreErrorCode, `smiles_${string}`>;

/** Longest part of a user's text that a message repeats. */
const MAX_QUOTE = 40;

/** The error for what stands at `position` (from 0) of a SMILES. The sentence is shown to the person who wrote it. */
export function smilesError(code: SmilesErrorCode, position: number, sentence: string): SaCoreError {
  return new SaCoreError(code, `SMILES, character ${position + 1}: ${sentence}`);
}

/** The character at a position, in quotes: whole, also when it is one of those that take two UTF-16 units. */
export function quoteAt(text: string, position: number): string {
  return quote(String.fromCodePoint(text.codePointAt(position)!));
}

export function quote(text: string): string {
  return text.length > MAX_QUOTE ? `"${text.slice(0, MAX_QUOTE)}..."` : `"${text}"`;
}

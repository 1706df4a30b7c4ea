/** Advance widths in thousandths of the type size in Arial, in which OpenChemLib sets its labels. */
const ADVANCE: ReadonlyMap<string, number> = new Map([
  ['B', 667],
  ['C', 722],
  ['F', 611],
  ['H', 722],
  ['I', 278],
  ['N', 722],
  ['O', 778],
  ['P', 667],
  ['S', 667],
  ['l', 222],
  ['r', 333],
]);
const DIGIT_ADVANCE = 556;

/** The width of an element symbol or a number set in Arial, in the units of `size`. */
export function textWidth(text: string, size: number): number {
  let thousandths = 0;
  for (const character of text) thousandths += ADVANCE.get(character) ?? DIGIT_ADVANCE;
  return (thousandths * size) / 1000;
}

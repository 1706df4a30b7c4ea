import type { HeavyElement, MolecularGraph } from '@webfaulon/sa-core';
import { hillComposition } from '../hill-formula.ts';
import type { Drawing, Label } from './drawing.ts';
import { textWidth } from './glyph-width.ts';
import { elementColour, TEXT_COLOUR } from './palette.ts';

const SYMBOL_SIZE = 14;
const COUNT_SIZE = 9;
/** How far the foot of a count lies below that of a symbol. The three measures are those of OpenChemLib's labels. */
const COUNT_DROP = 3.3;

/** The Hill formula as a line of lettering. */
export function drawFormula(graph: MolecularGraph): Drawing {
  return { lines: [], dots: [], labels: letter(hillComposition(graph), TEXT_COLOUR), atoms: [] };
}

/** Chemists write CH4, NH3, PH3, but H2O, H2S, HCl. */
const BEFORE_HYDROGEN: ReadonlySet<HeavyElement> = new Set<HeavyElement>(['C', 'N', 'P']);

/** A molecule of one heavy atom, as its formula is commonly written; OpenChemLib would write H3N. */
export function drawHydride(element: HeavyElement, hydrogenCount: number): Drawing {
  const heavy: [string, number] = [element, 1];
  const hydrogens: [string, number] = ['H', hydrogenCount];
  const pieces = BEFORE_HYDROGEN.has(element) ? [heavy, hydrogens] : [hydrogens, heavy];
  const labels = letter(pieces, elementColour(element));
  const symbol = labels.find(({ text }) => text === element)!;
  const centre = { x: symbol.middle.x, y: symbol.middle.y - SYMBOL_SIZE / 3 };
  return { lines: [], dots: [], labels, atoms: [centre] };
}

function letter(composition: readonly [symbol: string, count: number][], colour: string): Label[] {
  const labels: Label[] = [];
  let x = 0;
  const write = (text: string, size: number, y: number) => {
    const width = textWidth(text, size);
    labels.push({ middle: { x: x + width / 2, y }, size, width, colour, text });
    x += width;
  };
  for (const [symbol, count] of composition) {
    write(symbol, SYMBOL_SIZE, 0);
    if (count > 1) write(String(count), COUNT_SIZE, COUNT_DROP);
  }
  return labels;
}

import type { Drawing, Label, Point } from '../drawing.ts';
import { textWidth } from '../glyph-width.ts';
import { TEXT_COLOUR } from '../palette.ts';
import type { AtomName } from './step-structure.ts';

const SIZE = 11;
/** From the atom to the middle of its name; a bond is 24 long. */
const REACH = 15;
const DIRECTIONS = 24;
/** Half the room that a letter takes. */
const LETTER_REACH = 6;

/** The names of the displaced atoms, each on the side of its atom where there is most room. */
export function atomNameLabels(
  drawing: Drawing,
  names: ReadonlyMap<number, readonly AtomName[]>,
  idPrefix: string,
): Label[] {
  const labels: Label[] = [];
  for (const [vertex, own] of names) {
    const atom = drawing.atoms[vertex]!;
    const text = own.map(subscripted).join(', ');
    const taken = [...drawing.labels, ...labels].map(middleOf);
    let [place, room] = [atom, Number.NEGATIVE_INFINITY];
    for (let k = 0; k < DIRECTIONS; k++) {
      const angle = (2 * Math.PI * k) / DIRECTIONS;
      const reach = REACH + (own.length - 1) * LETTER_REACH;
      const candidate = { x: atom.x + reach * Math.cos(angle), y: atom.y + reach * Math.sin(angle) };
      const here = roomAt(candidate, drawing, taken);
      // Rounded, so that of equally good places the first is taken on every machine.
      if (Math.round(here * 100) > Math.round(room * 100)) [place, room] = [candidate, here];
    }
    const middle = { x: place.x, y: place.y + 0.36 * SIZE };
    const width = textWidth(own.join(', '), SIZE);
    labels.push({ middle, size: SIZE, width, colour: TEXT_COLOUR, text, id: `${idPrefix}-name-${own[0]}` });
  }
  return labels;
}

function subscripted(name: AtomName): string {
  return name.replace('1', '₁').replace('2', '₂');
}

function middleOf({ middle, size }: Label): Point {
  return { x: middle.x, y: middle.y - 0.36 * size };
}

/** The distance to the nearest line, atom or letter. */
function roomAt(point: Point, { lines, atoms }: Drawing, letters: readonly Point[]): number {
  const distance = ({ x, y }: Point) => Math.hypot(point.x - x, point.y - y);
  return Math.min(
    ...atoms.map(distance),
    ...letters.map((letter) => distance(letter) - LETTER_REACH),
    ...lines.map(({ x1, y1, x2, y2 }) => {
      const squaredLength = (x2 - x1) ** 2 + (y2 - y1) ** 2;
      const share = ((point.x - x1) * (x2 - x1) + (point.y - y1) * (y2 - y1)) / (squaredLength || 1);
      const nearest = Math.min(1, Math.max(0, share));
      return distance({ x: x1 + nearest * (x2 - x1), y: y1 + nearest * (y2 - y1) });
    }),
  );
}

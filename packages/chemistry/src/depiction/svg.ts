import { type Box, type Drawing, extent, type Label, type Line, type Point } from './drawing.ts';
import { TEXT_COLOUR } from './palette.ts';

/**
 * No picture shows less than this many units, so that a small molecule is not blown up to the size of its box: four bond
 * lengths by nearly three.
 */
const MIN_WIDTH = 96;
const MIN_HEIGHT = 64;
const MARGIN = 3;
const HALO_SIZE = 8;

/** Invisible shapes with ids beneath a drawing, for a page to colour. */
export interface Halos {
  readonly lines: readonly { readonly id: string; readonly from: Point; readonly to: Point }[];
  readonly discs: readonly { readonly id: string; readonly centre: Point }[];
}

/**
 * A drawing as an SVG document of one line that fills the box that it is put into and keeps its proportions. It carries
 * no style sheet, and no id without halos, so that any number can stand on one page.
 *
 * @param label what a screen reader says.
 * @param halos invisible shapes with ids, put beneath the atoms and bonds.
 * @param box what the picture shows, the least that holds the drawing by default.
 */
export function toSvg(
  drawing: Drawing,
  label: string,
  halos?: Halos,
  box: Box = frame(extent(drawing)),
): string {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const place = placeIn(box);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${decimal(width)} ${decimal(height)}" ` +
    `width="100%" height="100%" role="img" aria-label="${escapeXml(label)}">` +
    `${halos === undefined ? '' : haloGroup(halos, place)}` +
    `${bonds(drawing, place, strokeWidth(width, height))}${labels(drawing.labels, place)}</svg>`
  );
}

/** The box with a margin around it, widened about its centre to the least size of a picture. */
export function frame(box: Box): Box {
  const [left, right] = widen(box.left - MARGIN, box.right + MARGIN, MIN_WIDTH);
  const [top, bottom] = widen(box.top - MARGIN, box.bottom + MARGIN, MIN_HEIGHT);
  return { left, top, right, bottom };
}

function widen(low: number, high: number, least: number): [low: number, high: number] {
  const missing = Math.max(0, least - (high - low)) / 2;
  return [low - missing, high + missing];
}

/** Large pictures get scaled down, so their lines are drawn stronger, up to what still parts the lines of a double bond. */
function strokeWidth(width: number, height: number): number {
  return Math.min(2.2, Math.max(1.4, Math.max(width, 1.5 * height) / 200));
}

/** Writes the coordinates of a point from the upper left corner of the picture. */
type Place = (x: number, y: number) => { x: string; y: string };

function placeIn({ left, top }: Box): Place {
  return (x, y) => ({ x: decimal(x - left), y: decimal(y - top) });
}

/** All bonds as one path. A dot is a line of no length, which its round caps make visible, twice as wide. */
function bonds({ lines, dots }: Drawing, place: Place, width: number): string {
  const stroke = (path: string, strokeWidth: number) =>
    path === ''
      ? ''
      : `<path d="${path}" stroke="${TEXT_COLOUR}" stroke-width="${decimal(strokeWidth)}" stroke-linecap="round"/>`;
  const moveTo = ({ x, y }: Point) => `M${place(x, y).x} ${place(x, y).y}`;
  return (
    stroke(lines.map((line) => segment(line, place)).join(''), width) +
    stroke(dots.map((dot) => `${moveTo(dot)}h0`).join(''), 2 * width)
  );
}

function segment({ x1, y1, x2, y2 }: Line, place: Place): string {
  const [from, to] = [place(x1, y1), place(x2, y2)];
  return `M${from.x} ${from.y}L${to.x} ${to.y}`;
}

/** The labels, grouped by colour. */
function labels(all: readonly Label[], place: Place): string {
  const groups = new Map<string, string>();
  for (const { middle, size, colour, text, id } of all) {
    const { x, y } = place(middle.x, middle.y);
    const named = id === undefined ? '' : ` id="${id}"`;
    const element = `<text${named} x="${x}" y="${y}" font-size="${size}">${escapeXml(text)}</text>`;
    groups.set(colour, (groups.get(colour) ?? '') + element);
  }
  const font = 'font-family="Arial,Helvetica,sans-serif" text-anchor="middle"';
  return [...groups].map(([colour, texts]) => `<g ${font} fill="${colour}">${texts}</g>`).join('');
}

function haloGroup({ lines, discs }: Halos, place: Place): string {
  const strokes = lines.map(({ id, from, to }) => {
    const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
    return `<path id="${id}" d="${segment(line, place)}"/>`;
  });
  const circles = discs.map(({ id, centre }) => {
    const { x, y } = place(centre.x, centre.y);
    return `<circle id="${id}" cx="${x}" cy="${y}" r="${HALO_SIZE}"/>`;
  });
  const invisible = `fill="none" stroke-width="${HALO_SIZE}" stroke-linecap="round" pointer-events="all"`;
  return `<g ${invisible}>${strokes.join('')}${circles.join('')}</g>`;
}

/** A number with at most one decimal: a tenth of a unit is 1/240 of a bond. Adding 0 turns -0 into 0. */
function decimal(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

function escapeXml(text: string): string {
  const entities = new Map([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['"', '&quot;'],
  ]);
  // A line break would end the data field of a server-sent event.
  return text.replace(/\s+/g, ' ').replace(/[&<>"]/g, (character) => entities.get(character)!);
}

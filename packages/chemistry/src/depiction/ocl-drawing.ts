import type { DepictorOptions, Molecule } from 'openchemlib';
import { ChemistryError } from '../errors.ts';
import type { Drawing, Label, Line, Point } from './drawing.ts';
import { textWidth } from './glyph-width.ts';
import { legibleColour } from './palette.ts';

/** A constitutional isomer has no stereochemistry: OpenChemLib shall not mark what is undefined about it. */
const WITHOUT_STEREOCHEMISTRY: DepictorOptions = {
  suppressChiralText: true,
  suppressCIPParity: true,
  suppressESR: true,
  noStereoProblem: true,
  noColorOnESRAndCIP: true,
};

/** OpenChemLib shrinks what does not fit its canvas; on one as large as this a bond always keeps its 24 units. */
const CANVAS = 4000;

/** Any element but the root: closed in itself, or with text alone inside. */
const ELEMENT = /<(?!svg\b)(\w+)([^<>]*?)(?:\/>|>([^<>]*)<\/\1>)/g;

/**
 * The drawing of a molecule that has coordinates. All that OpenChemLib draws without a browser is SVG text, so that
 * is read back: then the bonds can be joined into one path and the picture cropped to what there is.
 *
 * @throws ChemistryError drawing_unreadable when there is an element of a kind that only stereochemistry, charges or
 * queries need
 */
export function drawWithOcl(molecule: Molecule): Drawing {
  const lines: Line[] = [];
  const dots: Point[] = [];
  const labels: Label[] = [];
  const atoms: Point[] = [];

  const svg = molecule.toSVG(CANVAS, CANVAS, 'm', WITHOUT_STEREOCHEMISTRY);
  for (const [source, tag, attributeText, content = ''] of svg.matchAll(ELEMENT)) {
    if (tag === 'style') continue;
    const attributes = readAttributes(attributeText ?? '');
    // Of the invisible elements that react to the pointer, those of the atoms tell where the atoms are.
    const [, part, index] = /^m:(Atom|Bond):(\d+)$/.exec(attributes.get('id') ?? '') ?? [];
    if (part === 'Bond') continue;
    if (part === 'Atom') atoms[Number(index)] = readCentre(attributes);
    else if (tag === 'line') lines.push(readLine(attributes));
    else if (tag === 'circle') dots.push(readCentre(attributes));
    else if (tag === 'text') labels.push(readLabel(attributes, content));
    else throw new ChemistryError('drawing_unreadable', `OpenChemLib drew an unexpected element: ${source}`);
  }
  return { lines, dots, labels, atoms };
}

type Attributes = ReadonlyMap<string, string>;

function readAttributes(source: string): Attributes {
  return new Map(
    Array.from(source.matchAll(/([\w-]+)="([^"]*)"/g), ([, name = '', value = '']) => [name, value]),
  );
}

function readNumber(attributes: Attributes, name: string): number {
  const value = Number.parseFloat(attributes.get(name) ?? '');
  if (!Number.isFinite(value))
    throw new ChemistryError('drawing_unreadable', `A drawn element has no ${name}.`);
  return value;
}

function readCentre(attributes: Attributes): Point {
  return { x: readNumber(attributes, 'cx'), y: readNumber(attributes, 'cy') };
}

function readLine(attributes: Attributes): Line {
  return {
    x1: readNumber(attributes, 'x1'),
    y1: readNumber(attributes, 'y1'),
    x2: readNumber(attributes, 'x2'),
    y2: readNumber(attributes, 'y2'),
  };
}

function readLabel(attributes: Attributes, text: string): Label {
  const size = readNumber(attributes, 'font-size');
  const width = textWidth(text, size);
  const middle = { x: readNumber(attributes, 'x') + width / 2, y: readNumber(attributes, 'y') };
  return { middle, size, width, colour: legibleColour(attributes.get('fill') ?? ''), text };
}

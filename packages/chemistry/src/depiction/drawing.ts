export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A piece of lettering: an element symbol, or in smaller type, set lower, a number of atoms. */
export interface Label {
  /** The middle of the text on its base line, so that a font of other widths than Arial's shifts nothing. */
  readonly middle: Point;
  readonly size: number;
  readonly width: number;
  readonly colour: string;
  readonly text: string;
  /** For a page to colour it. */
  readonly id?: string;
}

/** A picture of a molecule before it is written as SVG, in units of which a bond is 24 long, y downwards. */
export interface Drawing {
  /** One for each line of a bond: two for a double bond. */
  readonly lines: readonly Line[];
  /** Marks on atoms between two double bonds, which would otherwise be invisible. */
  readonly dots: readonly Point[];
  readonly labels: readonly Label[];
  /** The centre of each atom; empty in a mere formula. */
  readonly atoms: readonly Point[];
}

export function translated({ lines, dots, labels, atoms }: Drawing, by: Point): Drawing {
  const move = ({ x, y }: Point) => ({ x: x + by.x, y: y + by.y });
  return {
    lines: lines.map(({ x1, y1, x2, y2 }) => ({
      x1: x1 + by.x,
      y1: y1 + by.y,
      x2: x2 + by.x,
      y2: y2 + by.y,
    })),
    dots: dots.map(move),
    labels: labels.map((label) => ({ ...label, middle: move(label.middle) })),
    atoms: atoms.map(move),
  };
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Half the width of a line, at most; a dot reaches twice as far. */
const LINE_REACH = 1.1;
/** How far a capital letter rises above the base line and a round one falls below it, in type sizes. */
const CAP_HEIGHT = 0.74;
const DESCENT = 0.06;

/** The smallest box around all that a drawing shows. */
export function extent({ lines, dots, labels }: Drawing): Box {
  const boxes: Box[] = [
    ...lines.map(({ x1, y1, x2, y2 }) => ({
      left: Math.min(x1, x2) - LINE_REACH,
      top: Math.min(y1, y2) - LINE_REACH,
      right: Math.max(x1, x2) + LINE_REACH,
      bottom: Math.max(y1, y2) + LINE_REACH,
    })),
    ...dots.map(({ x, y }) => ({
      left: x - 2 * LINE_REACH,
      top: y - 2 * LINE_REACH,
      right: x + 2 * LINE_REACH,
      bottom: y + 2 * LINE_REACH,
    })),
    ...labels.map(({ middle, size, width }) => ({
      left: middle.x - width / 2,
      top: middle.y - CAP_HEIGHT * size,
      right: middle.x + width / 2,
      bottom: middle.y + DESCENT * size,
    })),
  ];
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

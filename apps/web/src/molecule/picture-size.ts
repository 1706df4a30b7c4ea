export interface SizedPicture {
  /** An SVG document that stands by itself: of a fixed size, in black where the page would give the colour of its text. */
  readonly svg: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

const SIZE = /viewBox="0 0 ([\d.]+) ([\d.]+)" width="100%" height="100%"/;

/**
 * A drawing as a file needs it: on the page it fills its box and follows the text.
 *
 * @param scale pixels for one unit of the drawing, of which a bond is 24 long
 */
export function sizedPicture(drawing: string, scale: number): SizedPicture {
  const [size, width, height] = SIZE.exec(drawing) ?? [];
  if (size === undefined) throw new Error('A drawing of a molecule has a viewBox.');
  const pixels = { width: Math.round(scale * Number(width)), height: Math.round(scale * Number(height)) };
  const fixed = `viewBox="0 0 ${width} ${height}" width="${pixels.width}" height="${pixels.height}"`;
  return { ...pixels, svg: drawing.replace(SIZE, fixed).replaceAll('currentColor', '#000000') };
}

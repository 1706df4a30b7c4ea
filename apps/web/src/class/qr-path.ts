/** Lighter than the code itself by the standard (ISO/IEC 18004), or cameras do not find it. */
const QUIET_ZONE = 4;

export interface QrPath {
  /** Width and height, in modules, with the quiet zone. */
  readonly size: number;
  /** The dark modules as the d of an SVG path. */
  readonly d: string;
}

/** The dark modules of a QR code, each row's neighbours as one bar. */
export function qrPath(isDark: readonly (readonly boolean[])[]): QrPath {
  let d = '';
  isDark.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      d += `M${from + QUIET_ZONE} ${y + QUIET_ZONE}h${x + 1 - from}v1H${from + QUIET_ZONE}z`;
    }
  });
  return { size: isDark.length + 2 * QUIET_ZONE, d };
}

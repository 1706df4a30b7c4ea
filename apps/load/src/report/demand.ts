/** One thing that a scenario must show, and whether it did. What nobody told is not shown. */
export interface Demand {
  readonly text: string;
  /** What was measured, in words. */
  readonly figure: string;
  readonly holds: boolean;
}

const NOT_TOLD = 'not told by the server';

export function atMost(text: string, figure: number | null | undefined, limit: number, unit: string): Demand {
  return demand(`${text} at most ${limit} ${unit}`.trimEnd(), figure, unit, (value) => value <= limit);
}

export function atLeast(
  text: string,
  figure: number | null | undefined,
  limit: number,
  unit: string,
): Demand {
  return demand(`${text} at least ${limit} ${unit}`.trimEnd(), figure, unit, (value) => value >= limit);
}

export function none(text: string, count: number | null | undefined): Demand {
  return demand(`no ${text}`, count, '', (value) => value === 0);
}

function demand(
  text: string,
  figure: number | null | undefined,
  unit: string,
  isMet: (value: number) => boolean,
): Demand {
  if (figure === null || figure === undefined) return { text, figure: NOT_TOLD, holds: false };
  return { text, figure: `${rounded(figure)} ${unit}`.trimEnd(), holds: isMet(figure) };
}

/** Three significant digits, and whole numbers whole. */
export function rounded(value: number): string {
  return Number.isInteger(value) || Math.abs(value) >= 1000
    ? Math.round(value).toLocaleString('en-GB')
    : Number(value.toPrecision(3)).toString();
}

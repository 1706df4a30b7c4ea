/** One thing that a scenario must show, and whether it did. What nobody told is not shown. */
export interface Demand {
  readonly text: string;
  /** What was measured, in words. */
  readonly figure: string;
  readonly holds: boolean;
  /** A bound on time, work or memory: only a whole run on a machine that does nothing else can be held to it. */
  readonly needsQuietMachine: boolean;
}

const NOT_TOLD = 'not told by the server';

export function atMost(text: string, figure: number | null | undefined, limit: number, unit: string): Demand {
  return bound(`${text} at most ${limit} ${unit}`.trimEnd(), figure, unit, (value) => value <= limit);
}

export function atLeast(
  text: string,
  figure: number | null | undefined,
  limit: number,
  unit: string,
): Demand {
  return bound(`${text} at least ${limit} ${unit}`.trimEnd(), figure, unit, (value) => value >= limit);
}

export function none(text: string, count: number | null | undefined): Demand {
  return onAnyMachine(bound(`no ${text}`, count, '', (value) => value === 0));
}

/** The same demand where neither the size of the run nor what else the machine does can break it. */
export function onAnyMachine(demand: Demand): Demand {
  return { ...demand, needsQuietMachine: false };
}

function bound(
  text: string,
  figure: number | null | undefined,
  unit: string,
  isMet: (value: number) => boolean,
): Demand {
  const needsQuietMachine = true;
  if (figure === null || figure === undefined)
    return { text, figure: NOT_TOLD, holds: false, needsQuietMachine };
  return { text, figure: `${rounded(figure)} ${unit}`.trimEnd(), holds: isMet(figure), needsQuietMachine };
}

/** Three significant digits, and whole numbers whole. */
export function rounded(value: number): string {
  return Number.isInteger(value) || Math.abs(value) >= 1000
    ? Math.round(value).toLocaleString('en-GB')
    : Number(value.toPrecision(3)).toString();
}

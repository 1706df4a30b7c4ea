/**
 * How the run of a slot is drawn: a colour of the style sheet, and a dash pattern (lengths of line and gap in pixels), so
 * that lines can be told apart without colours too.
 */
const DASHES: readonly (readonly number[])[] = [[], [8, 4], [2, 3], [12, 3, 2, 3], [5, 3], [14, 5]];

export function runDash(slot: number): number[] {
  return [...DASHES[slot % DASHES.length]!];
}

export function runColour(slot: number): `--${string}` {
  return `--compared-${slot % DASHES.length}`;
}

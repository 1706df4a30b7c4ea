import type { Bond } from '../../ocl-molecule.ts';
import type { Point } from '../drawing.ts';

/** In bond lengths. */
const SHORT_BOND = 0.6;
const LONG_BOND = 1.5;
const TOO_CLOSE = 0.45;

/** How many things in a layout mislead the eye: bonds too short or too long, atoms too close, bonds that cross. */
export function layoutFaults(layout: readonly Point[], bonds: readonly Bond[]): number {
  const distance = (x: number, y: number) =>
    Math.hypot(layout[x]!.x - layout[y]!.x, layout[x]!.y - layout[y]!.y);
  const badBonds = bonds.filter(([x, y]) => distance(x, y) < SHORT_BOND || distance(x, y) > LONG_BOND);
  let faults = badBonds.length;
  for (let x = 0; x < layout.length; x++) {
    for (let y = x + 1; y < layout.length; y++) if (distance(x, y) < TOO_CLOSE) faults++;
  }
  bonds.forEach(([p, q], i) => {
    for (const [r, s] of bonds.slice(i + 1)) {
      if (p === r || p === s || q === r || q === s) continue;
      if (cross(layout[p]!, layout[q]!, layout[r]!, layout[s]!)) faults++;
    }
  });
  return faults;
}

/** Whether the lines p-q and r-s have an inner point in common. */
function cross(p: Point, q: Point, r: Point, s: Point): boolean {
  return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
}

/** Positive on one side of the line p-q, negative on the other. */
function side(p: Point, q: Point, point: Point): number {
  return (q.x - p.x) * (point.y - p.y) - (q.y - p.y) * (point.x - p.x);
}

import { MAX_BOND_ORDER } from '../molecule/molecular-graph.ts';

/**
 * The displacement of four distinct atoms x1, y1, x2, y2 [Faulon1996, eqs. 7-11]: a11, a12, a21, a22 are the orders of
 * the bonds [x1,y1], [x1,y2], [x2,y1], [x2,y2] before, b11 .. b22 after. Every atom keeps the sum of its bond orders, so
 * a molecule with valid valences stays one; it may fall apart.
 */

/** The lowest b11 that keeps all four orders in 0..3: b22 >= 0, b12 <= 3 and b21 <= 3 solved for b11. */
export function lowestB11(a11: number, a12: number, a21: number, a22: number): number {
  return Math.max(0, a11 - a22, a11 + a12 - MAX_BOND_ORDER, a11 + a21 - MAX_BOND_ORDER);
}

/** The highest b11 that keeps all four orders in 0..3: b12 >= 0, b21 >= 0 and b22 <= 3 solved for b11. */
export function highestB11(a11: number, a12: number, a21: number, a22: number): number {
  return Math.min(MAX_BOND_ORDER, a11 + a12, a11 + a21, a11 - a22 + MAX_BOND_ORDER);
}

export function b12Of(b11: number, a11: number, a12: number): number {
  return a11 + a12 - b11;
}

export function b21Of(b11: number, a11: number, a21: number): number {
  return a11 + a21 - b11;
}

export function b22Of(b11: number, a11: number, a22: number): number {
  return a22 - a11 + b11;
}

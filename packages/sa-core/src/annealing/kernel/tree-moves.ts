/** Stands for the change of the Wiener index by a proposal that is invalid: more than any change can be. */
const INVALID = 0x7fffffff;

// Both functions find dW from the distances D, row-major n x n, and their row sums S. They do without a branch, which the
// processor would guess wrong half of the time: in a tree one end of a bond x-y is nearer to an atom p by exactly 1, so that
// D[p,y] - D[p,x] is 1 or -1, and a product with it or a shift of it chooses the end. `sign` is 1 for dW, -1 for -dW.

/**
 * The bond x-y becomes one of p: its end nearer to p, q, loses the branch behind the other. With R atoms in the branch
 * dW = R (S[p] - S[q] - R D[p,q]). Invalid if p is x or y.
 */
export function changeByShift(
  D: Uint16Array,
  S: Int32Array,
  n: number,
  sign: number,
  x: number,
  y: number,
  p: number,
): number {
  const row = Math.imul(p, n);
  const fromX = D[row + x]!;
  const fromY = D[row + y]!;
  const sumX = S[x]!;
  const sumY = S[y]!;
  // S[q] - S[r], r being the other end.
  const difference = Math.imul(sumX - sumY, fromY - fromX);
  const sumQ = (sumX + sumY + difference) >> 1;
  const distance = (fromX + fromY) >> 1;
  const R = (n + difference) >> 1;
  return Math.imul(Math.imul(sign, R), S[p]! - sumQ - Math.imul(R, distance)) | invalidAt(distance);
}

/**
 * The bonds x-y and u-v exchange the branches behind their outer ends. With b and e the inner ends, and d by how many
 * atoms the branch behind e is the larger one: dW = d (S[b] - S[e] - d D[b,e]). Invalid if b is e.
 */
export function changeBySwitch(
  D: Uint16Array,
  S: Int32Array,
  n: number,
  sign: number,
  x: number,
  y: number,
  u: number,
  v: number,
): number {
  const row = Math.imul(x, n);
  const distanceXU = D[row + u]!;
  // 1 where x is the inner end, and where u is, or else -1.
  const innerX = D[Math.imul(y, n) + u]! - distanceXU;
  const innerU = D[row + v]! - distanceXU;
  const sumX = S[x]!;
  const sumY = S[y]!;
  const sumU = S[u]!;
  const sumV = S[v]!;
  // S of the inner end less S of the outer one.
  const differenceB = Math.imul(sumX - sumY, innerX);
  const differenceE = Math.imul(sumU - sumV, innerU);
  const sumB = (sumX + sumY + differenceB) >> 1;
  const sumE = (sumU + sumV + differenceE) >> 1;
  const distance = distanceXU + ((innerX - 1) >> 1) + ((innerU - 1) >> 1);
  const d = (differenceE - differenceB) >> 1;
  return Math.imul(Math.imul(sign, d), sumB - sumE - Math.imul(d, distance)) | invalidAt(distance);
}

/** INVALID at distance 0, where either dW is 0, and else 0. */
function invalidAt(distance: number): number {
  return ((distance - 1) >> 31) & INVALID;
}

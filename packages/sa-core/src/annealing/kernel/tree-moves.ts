import { bitCount } from './bit-count.ts';

/** Stands for the change of the Wiener index by a proposal that is invalid: more than any change can be. */
const INVALID = 0x7fffffff;

// Both functions find dW from the codes of TreeCodes, each `words` words long, and the row sums S of the distances. They do
// without a branch on what is drawn, which the processor would guess wrong half of the time: of a bond x-y the bit in which p
// differs from x is 1 where y is nearer to p, and a product with it chooses the end. `sign` is 1 for dW, -1 for -dW.

/**
 * The bond u, x-y, becomes one of p: its end nearer to p, q, loses the branch behind the other. With R atoms in the branch
 * dW = R (S[p] - S[q] - R D[p,q]). Invalid if p is x or y.
 */
export function changeByShift(
  codes: Int32Array,
  words: number,
  S: Int32Array,
  n: number,
  sign: number,
  u: number,
  x: number,
  y: number,
  p: number,
): number {
  let bits = codes[x]! ^ codes[p]!;
  let apart = bitCount(bits);
  if (words > 1) {
    apart += furtherDistance(codes, words, n, x, p);
    bits = wordOf(codes, n, u, x) ^ wordOf(codes, n, u, p);
  }
  const isNearY = (bits >>> u) & 1;
  const sumX = S[x]!;
  const sumY = S[y]!;
  // S[q] - S[r], r being the other end.
  const difference = Math.imul(sumX - sumY, 1 - 2 * isNearY);
  const sumQ = (sumX + sumY + difference) >> 1;
  const distance = apart - isNearY;
  const R = (n + difference) >> 1;
  return Math.imul(Math.imul(sign, R), S[p]! - sumQ - Math.imul(R, distance)) | invalidAt(distance);
}

/**
 * The bonds u, x-y, and v, s-t, exchange the branches behind their outer ends. With b and e the inner ends, and d by how many
 * atoms the branch behind e is the larger one: dW = d (S[b] - S[e] - d D[b,e]). Invalid if b is e.
 */
export function changeBySwitch(
  codes: Int32Array,
  words: number,
  S: Int32Array,
  n: number,
  sign: number,
  u: number,
  x: number,
  y: number,
  v: number,
  s: number,
  t: number,
): number {
  const bits = codes[x]! ^ codes[s]!;
  let apart = bitCount(bits);
  let bitsOfU = bits;
  let bitsOfV = bits;
  if (words > 1) {
    apart += furtherDistance(codes, words, n, x, s);
    bitsOfU = wordOf(codes, n, u, x) ^ wordOf(codes, n, u, s);
    bitsOfV = wordOf(codes, n, v, x) ^ wordOf(codes, n, v, s);
  }
  // 1 where y is the inner end, and where t is.
  const isInnerY = (bitsOfU >>> u) & 1;
  const isInnerT = (bitsOfV >>> v) & 1;
  const sumX = S[x]!;
  const sumY = S[y]!;
  const sumS = S[s]!;
  const sumT = S[t]!;
  // S of the inner end less S of the outer one.
  const differenceB = Math.imul(sumX - sumY, 1 - 2 * isInnerY);
  const differenceE = Math.imul(sumS - sumT, 1 - 2 * isInnerT);
  const sumB = (sumX + sumY + differenceB) >> 1;
  const sumE = (sumS + sumT + differenceE) >> 1;
  const distance = apart - isInnerY - isInnerT;
  const d = (differenceE - differenceB) >> 1;
  return Math.imul(Math.imul(sign, d), sumB - sumE - Math.imul(d, distance)) | invalidAt(distance);
}

/** The word of the code of x that holds the bit of bond u. */
function wordOf(codes: Int32Array, n: number, u: number, x: number): number {
  return codes[Math.imul(u >> 5, n) + x]!;
}

/** The bonds between x and y but for those of the first word. */
function furtherDistance(codes: Int32Array, words: number, n: number, x: number, y: number): number {
  let bonds = 0;
  for (let w = 1, at = n; w < words; w++, at = (at + n) | 0) {
    bonds = (bonds + bitCount(codes[at + x]! ^ codes[at + y]!)) | 0;
  }
  return bonds;
}

/** INVALID at distance 0, where either dW is 0, and else 0. */
function invalidAt(distance: number): number {
  return ((distance - 1) >> 31) & INVALID;
}

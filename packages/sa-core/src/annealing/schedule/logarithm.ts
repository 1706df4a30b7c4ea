import { LN2_LOWER, LN2_UPPER } from '../exponential.ts';

/** Near the root of 1/2. */
const LEAST_M = 0.7;

/** 1/25, 1/23, ... 1/3, 1: enough terms of artanh for |s| < 0.177. */
const ARTANH = Array.from({ length: 13 }, (_, i) => 1 / (25 - 2 * i));

/**
 * ln x for finite x > 0, within a few units in the last place, and the same bits in every engine: of + - * / alone, because
 * ECMAScript leaves the last bit of Math.log open. x = m 2^k with m from 0.7 to 1.4, and
 * ln m = 2 artanh((m - 1) / (m + 1)). [Cody1980]
 */
export function logarithm(x: number): number {
  let m = x;
  let k = 0;
  // Both are exact: doubling never underflows, and what is halved is above 1.
  for (; m >= 2 * LEAST_M; m /= 2) k++;
  for (; m < LEAST_M; m *= 2) k--;
  const s = (m - 1) / (m + 1);
  let sum = 0;
  for (const coefficient of ARTANH) sum = sum * s * s + coefficient;
  return k * LN2_UPPER + (k * LN2_LOWER + 2 * s * sum);
}

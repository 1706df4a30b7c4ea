// ln 2 in two parts: the upper one has so few bits that its product with any k that occurs here is exact.
export const LN2_UPPER = 5_954_088_942 / 8_589_934_592;
export const LN2_LOWER = 1.9082149292705877e-10;
/** Nearly log2 e: a k that is off by one at the very border of two still leaves an r that the series covers. */
const LOG2_E = 1 / LN2_UPPER;
/** Below this exp(x) is less than half of the smallest double. */
const UNDERFLOW = -745.2;

/** 2^-k for k = 0 .. 1075; halving is exact until it underflows. */
const POWERS_OF_HALF = Array.from({ length: 1076 }, () => 1);
for (let k = 1; k < POWERS_OF_HALF.length; k++) POWERS_OF_HALF[k] = POWERS_OF_HALF[k - 1]! / 2;

/** 1/13!, 1/12!, ... 1/0!: enough terms for |r| <= ln 2 / 2. */
const TAYLOR = Array.from({ length: 14 }, (_, i) => {
  let factorial = 1;
  for (let j = 2; j <= 13 - i; j++) factorial *= j;
  return 1 / factorial;
});

/**
 * exp(x) for x <= 0, within two units in the last place, and the same bits in every engine: ECMAScript leaves the last bit of
 * Math.exp open, so only + - * / and rounding occur here. Reduction x = k ln 2 + r as in [Cody1980].
 */
export function exponential(x: number): number {
  if (x < UNDERFLOW) return 0;
  const k = Math.floor(x * LOG2_E + 0.5);
  const r = x - k * LN2_UPPER - k * LN2_LOWER;
  let sum = TAYLOR[0]!;
  for (let i = 1; i < TAYLOR.length; i++) sum = sum * r + TAYLOR[i]!;
  return sum * POWERS_OF_HALF[-k]!;
}

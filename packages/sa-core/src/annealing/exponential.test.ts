import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exponential } from './exponential.ts';

const bits = new BigInt64Array(1);
const double = new Float64Array(bits.buffer);

/** How many doubles apart two positive numbers are. */
function unitsApart(a: number, b: number): number {
  double[0] = a;
  const x = bits[0]!;
  double[0] = b;
  const difference = x - bits[0]!;
  return Number(difference < 0n ? -difference : difference);
}

/**
 * e^x for -40 <= x <= 0 as a multiple of 2^-160, in integers: Taylor's series of e^(x / 2^20), then squared 20 times.
 * Correct to far more than the 53 bits of a double.
 */
function exponentialInIntegers(x: number): number {
  const BITS = 260n;
  const one = 1n << BITS;
  // x is a multiple of 2^-1074; for |x| >= 2^-30 of 2^-90, so that this is exact.
  const scaled = (BigInt(Math.round(-x * 2 ** 82)) << (BITS - 82n)) >> 20n;
  let sum = one;
  let term = one;
  for (let k = 1n; term !== 0n; k++) {
    term = (-term * scaled) / one / k;
    sum += term;
  }
  for (let i = 0; i < 20; i++) sum = (sum * sum) >> BITS;
  return Number(sum >> 60n) / 2 ** 200;
}

describe('exponential', () => {
  test('is exactly 1 at 0 and at minus 0, and exactly e^-k of correctly rounded values at some points', () => {
    expect(exponential(0)).toBe(1);
    expect(exponential(-0)).toBe(1);
    // Correctly rounded from e^-1 = 0.367879441171442321595…, e^-1/2 = 0.606530659712633423603… and e^-10.
    expect(unitsApart(exponential(-1), 0.36787944117144233)).toBeLessThanOrEqual(1);
    expect(unitsApart(exponential(-0.5), 0.6065306597126334)).toBeLessThanOrEqual(1);
    expect(unitsApart(exponential(-10), 4.5399929762484854e-5)).toBeLessThanOrEqual(1);
  });

  test('is within two units in the last place of e^x in integers, where Metropolis decides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 * 2 ** 40 }), (numerator) => {
        const x = -numerator / 2 ** 40;
        expect(unitsApart(exponential(x), exponentialInIntegers(x))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 1000 },
    );
  });

  test('is within two units in the last place of Math.exp all the way down to the smallest double', () => {
    for (let i = 0; i <= 200_000; i++) {
      const x = (-745 * i) / 200_000;
      // Math.exp may itself be one off.
      if (unitsApart(exponential(x), Math.exp(x)) > 2)
        throw new Error(`at ${x}: ${exponential(x)} for ${Math.exp(x)}`);
    }
  });

  test('never grows as x falls, but for the last place where one reduction follows another', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -700, max: 0, noNaN: true }),
        fc.double({ min: 1e-12, max: 1, noNaN: true }),
        (x, d) => {
          const [higher, lower] = [exponential(x), exponential(x - d)];
          expect(lower <= higher * (1 + 2 * Number.EPSILON)).toBe(true);
          expect(lower > 0 && higher <= 1).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
    for (let i = 1; i <= 100_000; i++) {
      if (exponential(-i / 137) > exponential(-(i - 1) / 137)) throw new Error(`grows at ${-i / 137}`);
    }
  });

  test('is 0 far below, without ever becoming NaN', () => {
    for (const x of [-745.3, -746, -1000, -1e9, -1e300, Number.NEGATIVE_INFINITY])
      expect(exponential(x)).toBe(0);
    for (const x of [-744, -745, -745.1, -745.2]) expect(exponential(x)).toBeGreaterThanOrEqual(0);
    expect(exponential(-744)).toBeGreaterThan(0);
  });

  test('is pinned to the bit, whatever the engine', () => {
    double[0] = exponential(-0.1234567890123);
    const first = bits[0]!.toString(16);
    double[0] = exponential(-17.25);
    expect([first, bits[0]!.toString(16)]).toMatchInlineSnapshot(`
[
  "3fec48946a8e5115",
  "3e614f49dbc5078c",
]
`);
  });
});

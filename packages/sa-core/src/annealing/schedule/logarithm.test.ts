import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exponential } from '../exponential.ts';
import { logarithm } from './logarithm.ts';

describe('logarithm', () => {
  test('is 0 at 1 and nearly what is known elsewhere', () => {
    expect(logarithm(1)).toBe(0);
    expect(logarithm(2)).toBe(Math.LN2);
    expect(logarithm(1e6)).toBeCloseTo(13.815510557964274, 14);
    expect(logarithm(Number.MAX_VALUE)).toBeCloseTo(709.782712893384, 12);
    expect(logarithm(5e-324)).toBeCloseTo(-744.4400719213812, 12);
  });

  test('agrees with the logarithm of the engine to 14 digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true }), (x) => {
        const wanted = Math.log(x);
        expect(Math.abs(logarithm(x) - wanted)).toBeLessThanOrEqual(1e-14 * Math.max(1e-2, Math.abs(wanted)));
      }),
      { numRuns: 2000 },
    );
  });

  test('is turned back by the exponential', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-100, max: 1, noNaN: true }), (x) => {
        expect(exponential(logarithm(x)) / x).toBeCloseTo(1, 12);
      }),
    );
  });

  test('has the bits that it has in every engine', () => {
    const values = [0.1, 3, 7.25, 1e-300, 123456.789].map(logarithm);
    expect(values).toMatchInlineSnapshot(`
[
  -2.3025850929940455,
  1.0986122886681098,
  1.9810014688665833,
  -690.7755278982137,
  11.723646487185881,
]
`);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bootstrapInterval, median, successRate } from './statistics.ts';

describe('successRate', () => {
  // Values of the Wilson interval without continuity correction, from Newcombe, Statist. Med. 1998, 17, 857-872, table I.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d', (successes, trials, low, high) => {
    const rate = successRate(successes, trials);
    expect(rate.value).toBe(successes / trials);
    expect(rate.low).toBeCloseTo(low, 4);
    expect(rate.high).toBeCloseTo(high, 4);
  });

  test('holds the share, stays within 0 and 1, and is mirrored by failures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (trials, drawn) => {
        const successes = drawn % (trials + 1);
        const { value, low, high } = successRate(successes, trials);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(high).toBeLessThanOrEqual(1);
        const mirrored = successRate(trials - successes, trials);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
      }),
    );
  });
});

describe('median', () => {
  test('is the middle one, or the mean of the two', () => {
    expect(median([5, 1, 9]).value).toBe(5);
    expect(median([9, 1, 5, 6]).value).toBe(5.5);
  });

  test('has the 40th and the 61st of a hundred as its interval', () => {
    const { low, high } = median(Array.from({ length: 100 }, (_, i) => i + 1));
    expect([low, high]).toEqual([40, 61]);
  });

  test('is infinite where half of the values are, and so are the ends of the interval', () => {
    const half = [...new Array<number>(50).fill(3), ...new Array<number>(50).fill(Number.POSITIVE_INFINITY)];
    expect(median(half)).toEqual({ value: Number.POSITIVE_INFINITY, low: 3, high: Number.POSITIVE_INFINITY });
    expect(median([7]).high).toBe(7);
  });
});

describe('bootstrapInterval', () => {
  test('of a mean is about 1.96 standard errors on either side, and the same each time', () => {
    const n = 100;
    const mean = (times: Uint16Array) => times.reduce((sum, count, i) => sum + count * i, 0) / n;
    const { low, high } = bootstrapInterval(n, mean);
    expect(bootstrapInterval(n, mean)).toEqual({ low, high });
    const standardError = Math.sqrt((n ** 2 - 1) / 12 / n);
    expect(Math.abs(low - (49.5 - 1.96 * standardError))).toBeLessThan(0.7);
    expect(Math.abs(high - (49.5 + 1.96 * standardError))).toBeLessThan(0.7);
  });

  test('draws as many observations as there are', () => {
    const drawn = new Set<number>();
    bootstrapInterval(37, (times) => {
      drawn.add(times.reduce((sum, count) => sum + count, 0));
      return 0;
    });
    expect([...drawn]).toEqual([37]);
  });
});

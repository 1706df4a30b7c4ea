import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scoreHistogram } from './score-histogram.ts';

describe('a histogram of scores', () => {
  it('has a bar for each whole score while they fit', () => {
    expect(scoreHistogram([28, 31, 28, 29])).toEqual([
      { low: 28, high: 29, count: 2 },
      { low: 29, high: 30, count: 1 },
      { low: 30, high: 31, count: 0 },
      { low: 31, high: 32, count: 1 },
    ]);
  });

  it('has round bars where they do not', () => {
    const bars = scoreHistogram([103, 999]);
    expect(bars[0]).toEqual({ low: 100, high: 150, count: 1 });
    expect(bars.at(-1)).toEqual({ low: 950, high: 1000, count: 1 });
  });

  it('is one bar for one score, and none for none', () => {
    expect(scoreHistogram([2.5])).toEqual([{ low: 2, high: 3, count: 1 }]);
    expect(scoreHistogram([])).toEqual([]);
    expect(scoreHistogram([Number.POSITIVE_INFINITY])).toEqual([]);
  });

  it('counts each score once, in few bars that lie side by side', () => {
    const score = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(fc.array(score), fc.array(fc.integer({ min: -500, max: 5000 }))), (scores) => {
        const bars = scoreHistogram(scores);
        expect(bars.length).toBeLessThanOrEqual(41);
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(scores.length);
        if (bars.length > 0) {
          expect(bars[0]!.count).toBeGreaterThan(0);
          expect(bars.at(-1)!.count).toBeGreaterThan(0);
        }
        bars.forEach(({ low, high }, i) => {
          expect(high).toBeGreaterThan(low);
          if (i > 0) expect(low).toBe(bars[i - 1]!.high);
        });
      }),
    );
  });
});

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { histogramBars } from './histogram-bars.ts';

it('places scores where they are, and leaves the gaps between them', () => {
  const bars = histogramBars([
    { from: 28, to: 28, isomers: 1 },
    { from: 29, to: 29, isomers: 2 },
    { from: 31, to: 31, isomers: 1 },
  ]);
  expect(bars.map(({ x, width, height }) => [x, width, height])).toEqual([
    [0, 0.25, 0.5],
    [0.25, 0.25, 1],
    [0.75, 0.25, 0.5],
  ]);
});

it('has one bar for one score, and none for none', () => {
  expect(histogramBars([{ from: 35, to: 35, isomers: 1 }])).toMatchObject([{ x: 0, width: 1, height: 1 }]);
  expect(histogramBars([])).toEqual([]);
});

it('stays within its square, and no bar covers the next', () => {
  const scores = fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 40 });
  const binned = fc.tuple(fc.integer(), fc.double({ min: 0.01, max: 50, noNaN: true })).map(([low, width]) =>
    Array.from({ length: 40 }, (_, i) => ({
      from: low / 1e6 + i * width,
      to: low / 1e6 + (i + 1) * width,
      isomers: i + 1,
    })),
  );
  const each = scores.map((all) => all.sort((a, b) => a - b).map((from) => ({ from, to: from, isomers: 1 })));
  fc.assert(
    fc.property(fc.oneof(each, binned), (histogram) => {
      const bars = histogramBars(histogram);
      bars.forEach(({ x, width, height }, i) => {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual((bars[i + 1]?.x ?? 1) + 1e-9);
        expect(height).toBeLessThanOrEqual(1);
      });
    }),
  );
});

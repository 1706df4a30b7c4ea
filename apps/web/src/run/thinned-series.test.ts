import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Point } from './point.ts';
import { ThinnedSeries } from './thinned-series.ts';

function pointsOf(scores: readonly number[]): Point[] {
  let bestScore = Number.POSITIVE_INFINITY;
  return scores.map((currentScore, step) => {
    bestScore = Math.min(bestScore, currentScore);
    return { step, kT: 1, currentScore, bestScore, acceptedMoves: step };
  });
}

function seriesOf(points: readonly Point[], capacity: number): Point[] {
  const series = new ThinnedSeries(capacity);
  for (const point of points) series.add(point);
  return series.points();
}

describe('a thinned series', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 300 });
  const capacities = fc.integer({ min: 1, max: 20 }).map((half) => 2 * half);

  it('keeps every point while there is room', () => {
    const points = pointsOf([5, 3, 8, 1]);
    expect(seriesOf(points, 4)).toEqual(points);
  });

  it('keeps no more than four points for each of its buckets', () => {
    fc.assert(
      fc.property(scores, capacities, (values, capacity) => {
        expect(seriesOf(pointsOf(values), capacity).length).toBeLessThanOrEqual(4 * capacity);
      }),
    );
  });

  it('keeps first, last, lowest and highest point, in order of step, and invents none', () => {
    fc.assert(
      fc.property(scores, capacities, (values, capacity) => {
        const points = pointsOf(values);
        const kept = seriesOf(points, capacity);
        const steps = kept.map(({ step }) => step);
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
        for (const point of kept) expect(point).toBe(points[point.step]);
        expect(kept[0]).toBe(points[0]);
        expect(kept.at(-1)).toBe(points.at(-1));
        const seen = kept.map(({ currentScore }) => currentScore);
        expect(Math.min(...seen)).toBe(Math.min(...values));
        expect(Math.max(...seen)).toBe(Math.max(...values));
      }),
    );
  });

  it('keeps a spike of one step in a million', () => {
    const series = new ThinnedSeries(100);
    for (let step = 0; step < 1_000_000; step++) {
      const currentScore = step === 654_321 ? 99 : 10;
      series.add({ step, kT: 1, currentScore, bestScore: 10, acceptedMoves: 0 });
    }
    expect(series.points().find(({ currentScore }) => currentScore === 99)?.step).toBe(654_321);
    expect(series.points().length).toBeLessThanOrEqual(400);
  });

  it('is empty again once it is cleared', () => {
    const series = new ThinnedSeries(2);
    for (const point of pointsOf([1, 2, 3, 4, 5])) series.add(point);
    series.clear();
    const points = pointsOf([7, 8]);
    for (const point of points) series.add(point);
    expect(series.points()).toEqual(points);
  });

  it('refuses an odd capacity, which could not be halved', () => {
    expect(() => new ThinnedSeries(3)).toThrow(RangeError);
  });
});

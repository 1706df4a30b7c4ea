import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COARSE_POINTS, coarseStride, isOnCoarseGrid } from './coarse-grid.ts';

describe('the coarse grid', () => {
  test.each([
    [1, 1],
    [500, 1],
    [501, 2],
    [2000, 4],
    [40_000, 80],
    [40_001, 81],
    [1_000_000_000, 2_000_000],
  ])('of %i steps has a stride of %i', (total, stride) => {
    expect(coarseStride(total)).toBe(stride);
  });

  test('has each multiple of the stride and the last step, and no more', () => {
    const steps = Array.from({ length: 1001 }, (_, i) => i + 1).filter((step) => isOnCoarseGrid(step, 1001));
    expect(steps.slice(0, 3)).toEqual([3, 6, 9]);
    expect(steps.slice(-2)).toEqual([999, 1001]);
    expect(steps).toHaveLength(334);
  });

  test('never has many more points than it should, and always the last step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (total) => {
        expect(Math.ceil(total / coarseStride(total))).toBeLessThanOrEqual(COARSE_POINTS);
        expect(isOnCoarseGrid(total, total)).toBe(true);
      }),
      { seed: 42 },
    );
  });
});

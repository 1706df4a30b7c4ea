import { expect, test } from '@jest/globals';
import { fairnessOf, worstDeviation } from './fairness.ts';

test('fairness is the slowest beside the fastest', () => {
  expect(fairnessOf([12, 9, 10], 'slices')).toEqual({ of: 'slices', slowest: 9, fastest: 12, ratio: 0.75 });
  expect(fairnessOf([0, 0], 'slices')).toMatchObject({ ratio: 1 });
  expect(fairnessOf([], 'slices')).toBeNull();
});

test('the worst pace counts, too fast or too slow', () => {
  expect(worstDeviation([10, 10.1, 9.7], 10)).toBeCloseTo(0.03);
  expect(worstDeviation([10, 10.4, 9.7], 10)).toBeCloseTo(0.04);
  expect(worstDeviation([], 10)).toBeNull();
});

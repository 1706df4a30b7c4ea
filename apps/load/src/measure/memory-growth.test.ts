import { expect, test } from '@jest/globals';
import { memoryGrowth } from './memory-growth.ts';

/** A sample a second: a level, a growth in bytes a second, and what each third sample is off the line. */
const samples = (count: number, growth: number, noise = 0) =>
  Array.from({ length: count }, (_, seconds) => ({
    seconds,
    bytes: 1e8 + growth * seconds + [noise, -noise, 0][seconds % 3]!,
  }));

test('the slope is that of the line, an hour long', () => {
  expect(memoryGrowth(samples(60, 1000))!.bytes_per_hour).toBeCloseTo(3.6e6, -2);
  expect(memoryGrowth(samples(60, 1000))!.uncertainty).toBeLessThan(1);
});

test('noise makes a slope uncertain, and flat memory is flat', () => {
  const { bytes_per_hour, uncertainty } = memoryGrowth(samples(180, 0, 1e6))!;
  expect(Math.abs(bytes_per_hour)).toBeLessThan(uncertainty);
  const leak = memoryGrowth(samples(180, 1e5, 1e6))!;
  expect(leak.bytes_per_hour).toBeGreaterThan(leak.uncertainty);
});

test('the filling of caches, the first third, does not count', () => {
  const filling = samples(90, 0).map(({ seconds, bytes }) => ({
    seconds,
    bytes: bytes + 1e6 * Math.min(seconds, 30),
  }));
  expect(memoryGrowth(filling)).toEqual({ bytes_per_hour: 0, uncertainty: 0 });
});

test('too few samples tell nothing', () => {
  expect(memoryGrowth(samples(12, 1000))).toBeNull();
});

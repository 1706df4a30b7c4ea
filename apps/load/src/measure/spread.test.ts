import { expect, test } from '@jest/globals';
import { Durations } from './spread.ts';

test('durations are spread as they came, to a thousandth', () => {
  const durations = new Durations();
  for (let milliseconds = 1; milliseconds <= 1000; milliseconds++) durations.add(milliseconds);
  const { count, p50, p99, max } = durations.spread()!;
  expect(count).toBe(1000);
  for (const [measured, exact] of [
    [p50, 500],
    [p99, 990],
    [max, 1000],
  ] as const)
    expect(Math.abs(measured / exact - 1)).toBeLessThan(0.001);
});

test('nothing measured is no spread, and no time at all is a microsecond', () => {
  const durations = new Durations();
  expect(durations.spread()).toBeUndefined();
  durations.add(0);
  expect(durations.spread()).toEqual({ count: 1, p50: 0.001, p99: 0.001, max: 0.001 });
});

import { beforeEach, expect, test } from '@jest/globals';
import { HitCounts } from './hit-counts.ts';

let now: number;
let counts: HitCounts;
beforeEach(() => {
  now = 5000;
  counts = new HitCounts(() => now);
  counts.init({ windowMs: 1000 });
});

const hits = (key: string) => counts.increment(key).totalHits;

test('a window begins with the first request of a key, and the next one with the first after its end', () => {
  expect([hits('a'), hits('a')]).toEqual([1, 2]);
  now += 600;
  expect([hits('a'), hits('b')]).toEqual([3, 1]);
  now += 399;
  expect([hits('a'), hits('b')]).toEqual([4, 2]);
  now += 1;
  expect([hits('a'), hits('b')]).toEqual([1, 3]);
  now += 600;
  expect([hits('a'), hits('b')]).toEqual([2, 1]);
});

test('tells when the window ends, as a time of day', () => {
  hits('a');
  now += 400;
  const before = Date.now();
  const { resetTime } = counts.increment('a');
  const after = Date.now();
  expect(resetTime!.getTime()).toBeGreaterThanOrEqual(before + 600);
  expect(resetTime!.getTime()).toBeLessThanOrEqual(after + 600);
});

test('a request that shall not count is taken back, and a key can begin anew', () => {
  hits('a');
  hits('a');
  counts.decrement('a');
  expect(hits('a')).toBe(2);
  counts.resetKey('a');
  expect(hits('a')).toBe(1);
  counts.decrement('b');
  expect(hits('b')).toBe(1);
});

test('keeps no key beyond its window', () => {
  for (let i = 0; i < 10_000; i++) {
    now += 1;
    hits(`of address ${i}`);
    expect(counts.size).toBeLessThanOrEqual(1000);
  }
});

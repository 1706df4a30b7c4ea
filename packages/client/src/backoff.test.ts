import { expect, test } from '@jest/globals';
import { reconnectDelay } from './backoff.ts';

test('the longest wait doubles with each attempt, up to 15 seconds', () => {
  const longest = [1, 2, 3, 4, 5, 60].map((attempt) => reconnectDelay(attempt, 2000, 1));
  expect(longest).toEqual([2000, 4000, 8000, 15_000, 15_000, 15_000]);
});

test('chance chooses a part of it, from nothing on', () => {
  expect([0, 0.25, 0.5].map((random) => reconnectDelay(2, 2000, random))).toEqual([0, 1000, 2000]);
});

import { expect, test } from '@jest/globals';
import { prepareAnnealing, startCheckpoint } from '@webfaulon/sa-core';
import { Keyframes } from './keyframes.ts';

const CHECKPOINT = startCheckpoint(prepareAnnealing({ formula: 'C2H6' }));
const at = (step: number) => ({ ...CHECKPOINT, step });

test('has none before the first', () => {
  const keyframes = new Keyframes(3000);
  expect(keyframes.spacing).toBe(1000);
  expect(keyframes.before(3000)).toBeNull();
  keyframes.add([at(1000)]);
  expect(keyframes.before(999)).toBeNull();
  expect([1000, 1001, 3000].map((step) => keyframes.before(step)?.step)).toEqual([1000, 1000, 1000]);
});

test('before() gives the latest at or before a step, whatever comes twice or out of turn', () => {
  const keyframes = new Keyframes(5000);
  keyframes.add([at(1000), at(2000)]);
  keyframes.add([at(1000), at(2000), at(3000), at(5000)]);
  const found = [1999, 2000, 2999, 3000, 4999, 5000].map((step) => keyframes.before(step)?.step);
  expect(found).toEqual([1000, 2000, 2000, 3000, 3000, 3000]);
});

test('their number is bounded, and so is the way from one', () => {
  for (const total of [1, 1000, 1_000_000, 4_100_001, 10_000_000]) {
    const { spacing } = new Keyframes(total);
    expect(total / spacing).toBeLessThanOrEqual(4096);
    expect(spacing).toBeLessThanOrEqual(Math.max(1000, total / 4095));
  }
});

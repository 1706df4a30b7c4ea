import { expect, test } from '@jest/globals';
import { prepareAnnealing, startCheckpoint } from '@webfaulon/sa-core';
import { Keyframes } from './keyframes.ts';

const CHECKPOINT = startCheckpoint(prepareAnnealing({ formula: 'C2H6' }));
const at = (step: number) => ({ ...CHECKPOINT, step });

test('has none before the first', () => {
  const keyframes = new Keyframes(6000);
  expect(keyframes.spacing).toBe(2000);
  expect(keyframes.before(6000)).toBeNull();
  keyframes.add([at(2000)]);
  expect(keyframes.before(1999)).toBeNull();
  expect([2000, 2001, 6000].map((step) => keyframes.before(step)?.step)).toEqual([2000, 2000, 2000]);
});

test('before() gives the latest at or before a step, whatever comes twice or out of turn', () => {
  const keyframes = new Keyframes(10_000);
  keyframes.add([at(2000), at(4000)]);
  keyframes.add([at(2000), at(4000), at(6000), at(6001), at(0), at(10_000)]);
  const found = [3999, 4000, 5999, 6000, 9999, 10_000].map((step) => keyframes.before(step)?.step);
  expect(found).toEqual([2000, 4000, 4000, 6000, 6000, 10_000]);
});

test('a keyframe can be taken out as text and put into others', () => {
  const keyframes = new Keyframes(10_000);
  keyframes.add([at(4000)]);
  const others = new Keyframes(10_000);
  others.addText(4000, keyframes.textAt(4000)!);
  expect(others.before(4001)).toEqual(at(4000));
  expect([others.textAt(2000), others.textAt(4001), others.textAt(0)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('their number is bounded, and so is the way from one', () => {
  for (const total of [1, 2000, 1_000_000, 1_024_001, 10_000_000]) {
    const { spacing } = new Keyframes(total);
    expect(total / spacing).toBeLessThanOrEqual(2048);
    expect(spacing).toBeLessThanOrEqual(Math.max(2000, total / 2047));
  }
});

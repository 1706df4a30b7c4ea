import { expect, test } from '@jest/globals';
import { prepareAnnealing, startCheckpoint } from '@webfaulon/sa-core';
import fc from 'fast-check';
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
  for (const total of [1, 1000, 1_000_000, 4_100_001, 10_000_000]) {
    const { spacing } = new Keyframes(total);
    expect(total / spacing).toBeLessThanOrEqual(4096);
    expect(spacing).toBeLessThanOrEqual(Math.max(1000, total / 4095));
  }
});

test('thinned, they keep to the bytes and stay spread, and those that end segments stay', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1000, max: 20_000_000 }),
      fc.integer({ min: 0, max: 100_000 }),
      (added, total, bytes) => {
        const keyframes = new Keyframes(total);
        const { spacing, segmentSteps } = keyframes;
        const steps = Array.from({ length: added }, (_, i) => (i + 1) * spacing);
        const half = added >> 1;
        keyframes.add(steps.slice(0, half).map(at));
        keyframes.thin(bytes);
        keyframes.add(steps.slice(half).map(at));
        keyframes.thin(bytes);
        const kept = steps.filter((step) => keyframes.textAt(step) !== undefined);
        const between = kept.filter((step) => step % segmentSteps !== 0);
        const size = between.reduce((sum, step) => sum + keyframes.textAt(step)!.length, 0);
        expect(size).toBeLessThanOrEqual(bytes);
        const ends = steps.filter((step) => step % segmentSteps === 0);
        expect(kept).toEqual(expect.arrayContaining(ends));
        // No more went than had to: with twice as many the bytes would not suffice.
        if (kept.length < steps.length) expect(size * 3 + 2000).toBeGreaterThan(bytes);
        for (const step of kept) expect(keyframes.before(step)?.step).toBe(step);
      },
    ),
    { numRuns: 50 },
  );
});

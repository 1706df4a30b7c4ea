import { expect, test } from '@jest/globals';
import { prepareAnnealing, startCheckpoint } from '@webfaulon/sa-core';
import fc from 'fast-check';
import { Keyframes } from './keyframes.ts';

const CHECKPOINT = startCheckpoint(prepareAnnealing({ formula: 'C2H6' }));
const at = (step: number) => ({ ...CHECKPOINT, step });

/** The steps of the keyframes, read off by asking for every step. */
function stepsOf(keyframes: Keyframes, last: number): number[] {
  const steps = new Set<number>();
  for (let step = 0; step <= last; step++) {
    const frame = keyframes.before(step);
    if (frame !== null) steps.add(frame.step);
  }
  return [...steps];
}

test('has none before the first', () => {
  const keyframes = new Keyframes();
  expect(keyframes.before(100)).toBeNull();
  keyframes.add(at(10));
  expect(keyframes.before(9)).toBeNull();
  expect(keyframes.before(10)).toEqual(at(10));
  expect(keyframes.before(11)).toEqual(at(10));
});

test('before() gives the latest keyframe at or before a step, and the first always stays', () => {
  const anyGaps = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 150 });
  fc.assert(
    fc.property(anyGaps, (gaps) => {
      const keyframes = new Keyframes();
      keyframes.add(at(0));
      const added = new Set([0]);
      let last = 0;
      for (const gap of gaps) {
        last += gap;
        added.add(last);
        keyframes.add(at(last));
      }
      const kept = stepsOf(keyframes, last);
      expect(kept.length).toBeLessThanOrEqual(32);
      expect(kept[0]).toBe(0);
      for (const step of kept) expect(added.has(step)).toBe(true);
      for (let step = 0; step <= last; step++) {
        expect(keyframes.before(step)?.step).toBe(kept.findLast((frame) => frame <= step));
      }
    }),
  );
});

test('their number is bounded, and no way from one is longer than 1/8 of the run so far and a slice', () => {
  for (const slice of [1, 7, 200, 5000]) {
    const keyframes = new Keyframes();
    for (let i = 0; i <= 2000; i++) {
      keyframes.add(at(i * slice));
      if (i % 250 !== 249) continue;
      const last = i * slice;
      const steps: number[] = [];
      for (let k = 0; k <= i; k++) {
        const { step } = keyframes.before(k * slice)!;
        if (steps.at(-1) !== step) steps.push(step);
      }
      expect(steps.length).toBeLessThanOrEqual(32);
      const gaps = [...steps, last].map((step, k, all) => step - (all[k - 1] ?? 0));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(last / 8 + slice);
    }
  }
});

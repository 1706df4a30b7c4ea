import { expect, test } from '@jest/globals';
import { REPLAY_PER_STEP_MAX } from '@webfaulon/protocol';
import fc from 'fast-check';
import { shareOf } from './run-share.ts';

test('a run that is alone keeps all that a replay in full reaches', () => {
  for (const runs of [0, 1]) expect(shareOf(runs).records).toBe(REPLAY_PER_STEP_MAX);
});

test('all runs together keep no more, however many there are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (runs) => {
      const { records, keyframeBytes } = shareOf(runs);
      expect(records).toBeGreaterThanOrEqual(50);
      expect(records * runs).toBeLessThanOrEqual(Math.max(250_000, 50 * runs));
      expect(keyframeBytes * runs).toBeLessThanOrEqual(200e6);
    }),
  );
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Playback } from './playback.ts';

test('a step is due when its time has come', () => {
  const playback = new Playback(100, 40, 5000);
  expect(playback.due(5000)).toBe(40);
  expect(playback.due(5009)).toBe(40);
  expect(playback.due(5011)).toBe(41);
  expect(playback.due(15_000)).toBe(1040);
  expect(playback.timeOf(41)).toBe(5010);
});

test('slow paces keep their time too', () => {
  const playback = new Playback(0.1, 0, 0);
  expect(playback.due(9999)).toBe(0);
  expect(playback.due(10_000)).toBe(1);
  expect(playback.timeOf(3)).toBe(30_000);
});

test('held up for less than a second, it makes up for it', () => {
  const playback = new Playback(100, 0, 0);
  playback.held(20, 1200);
  expect(playback.due(1200)).toBe(120);
});

test('held up for longer, it goes on from there without a rush', () => {
  const playback = new Playback(100, 0, 0);
  playback.held(20, 1220);
  expect(playback.due(1220)).toBe(20);
  expect(playback.due(1320)).toBe(30);
  expect(playback.timeOf(21)).toBe(1230);
});

test('what is played never goes back, and never comes faster than a second of rush allows', () => {
  const anyTicks = fc.array(
    fc.record({
      milliseconds: fc.integer({ min: 0, max: 3000 }),
      computed: fc.integer({ min: 0, max: 400 }),
    }),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(fc.constantFrom(0.1, 3, 100, 1000), anyTicks, (pace, ticks) => {
      const playback = new Playback(pace, 0, 0);
      let [now, computed, played] = [0, 0, 0];
      for (const tick of ticks) {
        now += tick.milliseconds;
        computed += tick.computed;
        const due = playback.due(now);
        if (due > computed) playback.held(computed, now);
        const target = Math.min(due, computed);
        expect(target).toBeGreaterThanOrEqual(played);
        expect(target - played).toBeLessThanOrEqual((tick.milliseconds / 1000 + 1) * pace + 2);
        played = target;
      }
      expect(played).toBeLessThanOrEqual((now / 1000) * pace);
    }),
  );
});

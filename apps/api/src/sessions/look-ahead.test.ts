import { expect, test } from '@jest/globals';
import { nextSlice } from './look-ahead.ts';

const NOW = 1000;
const AT_START = { played: 0, computed: 0, slices: 0, until: undefined, playback: undefined } as const;
const UNTHROTTLED = { ...AT_START, recordedStride: 20_000, pace: null } as const;
/** A step every 10 ms. */
const PACED = {
  ...AT_START,
  recordedStride: 1,
  pace: 100,
  playback: { timeOf: (step: number) => NOW + 10 * step },
} as const;

test('an unthrottled run goes before others until it has its first record', () => {
  const first = nextSlice(UNTHROTTLED, NOW)!;
  expect(first).toMatchObject({ steps: 50_000, sliceClass: 'prompt' });
  const short = nextSlice({ ...UNTHROTTLED, computed: 15_000, slices: 1 }, NOW)!;
  expect(short).toEqual(first);
  const later = nextSlice({ ...UNTHROTTLED, computed: 20_000, slices: 2 }, NOW)!;
  expect(later).toMatchObject({ steps: 50_000, sliceClass: 'unthrottled' });
});

test('a run whose first record is far away goes before others for five slices and no longer', () => {
  const classes = Array.from(
    { length: 7 },
    (_, slices) => nextSlice({ ...UNTHROTTLED, computed: 10 * slices, slices }, NOW)!.sliceClass,
  );
  expect(classes).toEqual([...Array<string>(5).fill('prompt'), 'unthrottled', 'unthrottled']);
});

test('a paced run computes two seconds ahead, by the time at which it runs dry', () => {
  expect(nextSlice(PACED, NOW)).toMatchObject({ steps: 200, sliceClass: 'prompt', deadline: NOW + 10 });
  const behind = { ...PACED, played: 100, computed: 150, slices: 1 };
  expect(nextSlice(behind, NOW)).toMatchObject({ steps: 150, sliceClass: 'paced', deadline: NOW + 1510 });
  expect(nextSlice({ ...behind, computed: 201 }, NOW)).toBeUndefined();
});

test('single steps are computed at once, and no further', () => {
  const stepping = { ...PACED, played: 10, computed: 12, slices: 1, until: 17, playback: undefined };
  expect(nextSlice(stepping, NOW)).toMatchObject({ steps: 5, sliceClass: 'prompt' });
});

import { describe, expect, it } from '@jest/globals';
import { acceptanceRates } from './acceptance-rate.ts';
import type { Point } from './point.ts';

function pointsOf(accepted: readonly number[], stride = 1): Point[] {
  return accepted.map((acceptedMoves, i) => ({
    step: i * stride,
    kT: 1,
    currentScore: 0,
    bestScore: 0,
    acceptedMoves,
  }));
}

describe('the acceptance rate', () => {
  it('is unknown before the first step', () => expect(acceptanceRates(pointsOf([0]), 10)).toEqual([null]));

  it('counts from the start while the run is shorter than the window', () => {
    expect(acceptanceRates(pointsOf([0, 1, 1, 2]), 10)).toEqual([null, 1, 1 / 2, 2 / 3]);
  });

  it('forgets what lies before the window', () => {
    expect(acceptanceRates(pointsOf([0, 1, 2, 2, 2]), 2)).toEqual([null, 1, 1, 1 / 2, 0]);
  });

  it('counts steps, not points, where points are sampled', () => {
    expect(acceptanceRates(pointsOf([0, 50, 60], 100), 100)).toEqual([null, 1 / 2, 1 / 10]);
  });

  it('has no entry without points', () => expect(acceptanceRates([], 10)).toEqual([]));
});

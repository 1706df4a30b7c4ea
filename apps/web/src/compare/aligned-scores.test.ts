import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Point } from '../run/point.ts';
import { alignedScores } from './aligned-scores.ts';

const pointsAt = (steps: readonly number[], scores: readonly number[] = steps): Point[] =>
  steps.map((step, i) => ({
    step,
    kT: 1,
    currentScore: scores[i]!,
    bestScore: -scores[i]!,
    acceptedMoves: 0,
  }));

describe('scores of several runs on one axis', () => {
  it('keep a score until the next point, and have none beyond their ends', () => {
    const runs = [pointsAt([0, 2, 4], [9, 7, 5]), pointsAt([1, 2, 3, 6], [8, 6, 4, 2]), []];
    expect(alignedScores(runs, 'currentScore')).toEqual([
      [0, 1, 2, 3, 4, 6],
      [9, 9, 7, 7, 5, null],
      [null, 8, 6, 4, 4, 2],
      [null, null, null, null, null, null],
    ]);
  });

  it('can be the best ones', () => {
    expect(alignedScores([pointsAt([0, 1], [3, 2])], 'bestScore')).toEqual([
      [0, 1],
      [-3, -2],
    ]);
  });

  it('lose no point, and have ascending steps', () => {
    const steps = fc.uniqueArray(fc.nat(200), { maxLength: 50 }).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(steps, { minLength: 1, maxLength: 6 }), (lists) => {
        const [axis, ...columns] = alignedScores(
          lists.map((list) => pointsAt(list)),
          'currentScore',
        );
        expect(axis).toEqual([...new Set(lists.flat())].sort((a, b) => a - b));
        for (const [i, list] of lists.entries()) {
          for (const step of list) expect(columns[i]![axis.indexOf(step)]).toBe(step);
        }
      }),
    );
  });
});

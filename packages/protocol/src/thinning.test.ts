import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { thinnedIndices } from './thinning.ts';

const series = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 300 });
const maxPoints = fc.integer({ min: 4, max: 60 });
const stepsOf = (y: readonly number[]) => y.map((_, i) => i + 1);

describe('thinning', () => {
  test('keeps everything where that is few enough', () => {
    expect(thinnedIndices([1, 2, 3], [5, 6, 7], { from: 1, to: 3, maxPoints: 4 })).toEqual([0, 1, 2]);
    expect(thinnedIndices([], [], { from: 1, to: 0, maxPoints: 4 })).toEqual([]);
  });

  test('keeps the lowest and the highest of each part, the first of equals, and both ends', () => {
    const y = [5, 5, 1, 5, 9, 5, 5, 5, 2, 8, 5, 5];
    expect(thinnedIndices(stepsOf(y), y, { from: 1, to: 12, maxPoints: 6 })).toEqual([0, 2, 4, 8, 9, 11]);
  });

  test('is never longer than asked, ascending, with both ends and every extreme', () => {
    fc.assert(
      fc.property(series, maxPoints, (y, most) => {
        const kept = thinnedIndices(stepsOf(y), y, { from: 1, to: y.length, maxPoints: most });
        expect(kept.length).toBeLessThanOrEqual(most);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        expect([kept[0], kept.at(-1)]).toEqual([0, y.length - 1]);
        const values = kept.map((i) => y[i]!);
        expect([Math.min(...values), Math.max(...values)]).toEqual([Math.min(...y), Math.max(...y)]);
      }),
    );
  });

  test('in pieces gives what it gives in one', () => {
    fc.assert(
      fc.property(series, maxPoints, fc.nat(), (y, most, at) => {
        const window = { from: 1, to: y.length, maxPoints: most };
        const x = stepsOf(y);
        const cut = at % y.length;
        const pieces = [
          { x: x.slice(0, cut), y: y.slice(0, cut) },
          { x: x.slice(cut), y: y.slice(cut) },
        ].flatMap((piece) => thinnedIndices(piece.x, piece.y, window).map((i) => [piece.x[i]!, piece.y[i]!]));
        const px = pieces.map(([step]) => step!);
        const py = pieces.map(([, value]) => value!);
        const inPieces = thinnedIndices(px, py, window).map((i) => px[i]);
        const inOne = thinnedIndices(x, y, window).map((i) => x[i]);
        // Pieces that are short enough were not thinned at all, and may be more than one thinning keeps.
        if (px.length > most) expect(inPieces).toEqual(inOne);
        else for (const step of inOne) expect(inPieces).toContain(step);
      }),
    );
  });
});

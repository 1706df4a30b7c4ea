import { describe, expect, it } from '@jest/globals';
import { BOILING_POINTS } from '../names/boiling-points.ts';
import { knownNamesOf } from '../names/known-names.ts';
import { boilingAlkanes } from './boiling-points-found.ts';
import { boilingWords } from './boiling-words.ts';
import { correlation } from './correlation.ts';

const FORMULAS = ['CH4', 'C2H6', 'C3H8', 'C4H10', 'C5H12', 'C6H14', 'C7H16', 'C8H18'];
const alkanesOf = (formula: string) => {
  const names = knownNamesOf(formula);
  return boilingAlkanes(names.keys(), names);
};

describe('boiling points of alkanes', () => {
  it('are known of all up to the octanes, and of nothing else', () => {
    const counts = FORMULAS.map((formula) => alkanesOf(formula).length);
    expect(counts).toEqual([1, 1, 1, 2, 3, 5, 9, 18]);
    expect(BOILING_POINTS.size).toBe(40);
    expect(alkanesOf('C9H20')).toEqual([]);
  });

  it('of the normal alkanes rise with their length, and are the highest but one or the highest of their isomers', () => {
    const normal = FORMULAS.map((formula) => {
      const alkanes = alkanesOf(formula).toSorted((a, b) => b.wiener - a.wiener);
      expect(alkanes.filter(({ boilingPoint }) => boilingPoint > alkanes[0]!.boilingPoint)).toEqual([]);
      return alkanes[0]!.boilingPoint;
    });
    expect(normal).toEqual(normal.toSorted((a, b) => a - b));
  });

  it('come close to what Wiener 1947 computes of the Wiener index and of the pairs three bonds apart', () => {
    // n-Alkane minus isomer: 98/n² times the difference in Wiener index, plus 5.5 times that in pairs. Of the octanes
    // he gives a mean deviation of about half a degree; a wrong digit would show.
    const pairs = new Map([
      ['octane', 5],
      ['2-methylheptane', 5],
      ['3-methylheptane', 6],
      ['2,2,4-trimethylpentane', 5],
      ['3-ethyl-3-methylpentane', 9],
      ['2,3-dimethylhexane', 7],
    ]);
    const octanes = alkanesOf('C8H18');
    const octane = octanes.find(({ name }) => name === 'octane')!;
    for (const [name, count] of pairs) {
      const alkane = octanes.find((other) => other.name === name)!;
      const computed =
        octane.boilingPoint - ((98 / 64) * (octane.wiener - alkane.wiener) + 5.5 * (5 - count));
      expect(Math.abs(computed - alkane.boilingPoint)).toBeLessThan(2);
    }
  });
});

describe('the words beside the chart', () => {
  it('give the correlation, and say that it is about boiling', () => {
    const words = boilingWords(alkanesOf('C8H18'));
    expect(words).toMatch(/\(r = 0\.\d\d over 18\)/);
    expect(words).toContain('not about stability');
  });

  it('say nothing of a correlation over two points', () =>
    expect(boilingWords(alkanesOf('C4H10'))).not.toContain('r ='));
});

describe('correlation', () => {
  it('is 1 on a rising line and -1 on a falling one', () => {
    expect(
      correlation([
        [1, 2],
        [2, 4],
        [3, 6],
      ]),
    ).toBeCloseTo(1);
    expect(
      correlation([
        [1, 6],
        [2, 4],
        [3, 2],
      ]),
    ).toBeCloseTo(-1);
  });

  it('is unknown for few points, or where nothing changes', () => {
    expect(
      correlation([
        [1, 2],
        [2, 4],
      ]),
    ).toBeNull();
    expect(
      correlation([
        [1, 2],
        [1, 4],
        [1, 5],
      ]),
    ).toBeNull();
  });
});

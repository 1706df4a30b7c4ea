import { describe, expect, test } from '@jest/globals';
import { hillFormula, parseFormula } from '../molecule/formula.ts';
import { isomerTable } from '../testing/truth.ts';
import { knownIsomerCount } from './known-totals.ts';

describe('the known totals', () => {
  test('are those of the truth table, for every formula of it', () => {
    expect(isomerTable().length).toBeGreaterThan(100);
    for (const { formula, count } of isomerTable()) {
      const hill = hillFormula(parseFormula(formula));
      expect([hill, knownIsomerCount(hill)]).toEqual([hill, count]);
    }
  });

  test.each(['C99H200', 'H14C6', '', 'constructor'])('do not say how many isomers %j has', (formula) => {
    expect(knownIsomerCount(formula)).toBeUndefined();
  });
});

import { describe, expect, test } from '@jest/globals';
import { canonicalForm } from '../molecule/canonical-form.ts';
import { parseFormula } from '../molecule/formula.ts';
import { longestChain } from '../molecule/longest-chain.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';
import { floodFill } from '../testing/isomer-space.ts';
import { isomerList, isomerRow, isomerTable } from '../testing/truth.ts';

const fromChain = (formula: string) => floodFill(longestChain(parseFormula(formula)));

describe('the space of isomers', () => {
  test.each([
    ['C6H14', 5],
    ['C8H18', 18],
    ['C9H20', 35],
    ['C10H22', 75],
    ['C6H6', 217],
    ['C6H12', 25],
    ['C4H8O2', 122],
    ['C3H6Cl2', 4],
  ])('of %s has exactly %i isomers within reach of the longest chain', (formula, count) => {
    expect(fromChain(formula).size).toBe(count);
  });

  test('has the size that the truth table gives, for every formula of up to 130 isomers and 8 heavy atoms', () => {
    const small = isomerTable().filter(({ count, wienerMax }) => count <= 130 && wienerMax <= 84);
    expect(small.length).toBeGreaterThan(30);
    for (const { formula, count } of small)
      expect([formula, fromChain(formula).size]).toEqual([formula, count]);
  });

  test.each(['C6H14', 'C4H8', 'C2H4O', 'C4H10O', 'CH4N2O', 'C3H6Cl2', 'C3H4F4'])(
    'of %s is reached whole from each of its isomers',
    (formula) => {
      const { count } = isomerRow(formula);
      for (const graph of fromChain(formula).values()) expect(floodFill(graph).size).toBe(count);
    },
  );

  test.each(['C8H18', 'C6H6', 'C4H8O2'])(
    'of %s has, one by one, the isomers of the exhaustive list',
    (formula) => {
      const listed = isomerList(formula).map(({ smiles }) => canonicalForm(readSmiles(smiles)).code);
      expect([...fromChain(formula).keys()].sort()).toEqual(listed.sort());
    },
  );
});

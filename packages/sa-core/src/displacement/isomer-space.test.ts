import { describe, expect, test } from '@jest/globals';
import { SaCoreError } from '../errors.ts';
import { canonicalForm } from '../molecule/canonical-form.ts';
import { parseFormula } from '../molecule/formula.ts';
import { longestChain } from '../molecule/longest-chain.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';
import { canonicalKekuleSmiles } from '../molecule/smiles-writer.ts';
import { wienerIndex } from '../scoring/wiener-index.ts';
import { floodFill, forEachOutcome } from '../testing/isomer-space.ts';
import { isomerList, isomerRow, isomerTable } from '../testing/truth.ts';
import { enumerateIsomers } from './isomer-space.ts';

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

describe('the enumeration of isomers', () => {
  test('has the count and the extreme Wiener indices of the truth table, for every formula of up to 700 isomers', () => {
    const small = isomerTable().filter(({ count }) => count <= 700);
    expect(small.length).toBeGreaterThan(70);
    for (const { formula, count, wienerMin, wienerMax } of small) {
      const isomers = [...enumerateIsomers(formula, { components: [wienerIndex] })];
      const indices = isomers.map(({ scores }) => scores[0]!);
      const found = [formula, isomers.length, Math.min(...indices), Math.max(...indices)];
      expect(found).toEqual([formula, count, wienerMin, wienerMax]);
    }
  });

  test.each(['C8H18', 'C6H6', 'C4H8O2'])(
    'of %s tells, one by one, those of the exhaustive list',
    (formula) => {
      const listed = isomerList(formula).map(({ smiles }) => canonicalKekuleSmiles(readSmiles(smiles)));
      const told = [...enumerateIsomers(formula)];
      expect(told.map(({ smiles }) => smiles).sort()).toEqual(listed.sort());
      for (const { graph, code, smiles } of told) {
        expect([canonicalForm(graph).code, canonicalKekuleSmiles(graph)]).toEqual([code, smiles]);
      }
    },
  );

  test.each(['C7H16', 'C5H6', 'C3H6Cl2', 'CH4N2O', 'C4H2'])(
    'of %s has an edge where a draw leads',
    (formula) => {
      const isomers = [...enumerateIsomers(formula)];
      const indexOf = new Map(isomers.map(({ code, index }) => [code, index]));
      for (const { index, graph, neighbours } of isomers) {
        const drawn = new Set<number>();
        for (const kind of ['shift', 'switch'] as const) {
          forEachOutcome(graph, kind, (_, after) => {
            if (after !== undefined) drawn.add(indexOf.get(canonicalForm(after).code)!);
          });
        }
        drawn.delete(index);
        expect(neighbours).toEqual([...drawn].sort((a, b) => a - b));
        for (const other of neighbours) expect(isomers[other]!.neighbours).toContain(index);
      }
    },
  );

  test('tells isomers in the order of their indices, the longest chain first, and how far it has come', () => {
    const run = enumerateIsomers('C6H12');
    let [next, index, found] = [run.next(), 0, 0];
    for (; next.done !== true; next = run.next(), index++) {
      if (index === 0) expect(next.value.smiles).toBe('CCCCC=C');
      expect(next.value.index).toBe(index);
      expect(next.value.found).toBeGreaterThanOrEqual(Math.max(found, index + 1));
      found = next.value.found;
    }
    expect([index, found, next.value]).toEqual([25, 25, 25]);
  });

  test('is the same every time', () => {
    expect([...enumerateIsomers('C5H8')]).toEqual([...enumerateIsomers('H8C5')]);
  });

  test('of more isomers than the limit is refused: at once where that is known, else when one too many is found', () => {
    expect(() => enumerateIsomers('C10H22', { limit: 74 }).next()).toThrow(
      new SaCoreError(
        'isomers_over_limit',
        'C10H22 has 75 isomers, and the limit of this enumeration is 74. Raise the limit as far as memory allows, or take a smaller formula.',
      ),
    );
    expect(() => enumerateIsomers('C9H8O4').next()).toThrow(/402560255 isomers/);
    const told: number[] = [];
    expect(() => {
      for (const { index } of enumerateIsomers('C11H24', { limit: 158 })) told.push(index);
    }).toThrow(/more than 158 isomers/);
    expect(told.length).toBeGreaterThan(0);
    expect([...enumerateIsomers('C11H24', { limit: 159 })]).toHaveLength(159);
    for (const limit of [0, 1.5, 1e9, Number.NaN])
      expect(() => enumerateIsomers('CH4', { limit }).next()).toThrow(RangeError);
  });

  test.each(['C6H13', 'Xx', 'H2'])('of %s is refused like a run over it', (formula) => {
    expect(() => enumerateIsomers(formula).next()).toThrow(SaCoreError);
  });

  test('can be left, and has then looked at no isomer further than it told', () => {
    let scored = 0;
    const score = () => ++scored;
    for (const { index } of enumerateIsomers('C10H16', { components: [{ score }] })) if (index === 9) break;
    expect(scored).toBe(10);
  });
});

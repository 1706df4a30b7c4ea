import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SaCoreError } from '../errors.ts';
import { wienerIndexOf } from '../scoring/wiener-index.ts';
import { faultsOf, formulaOf, isOnePiece, keyOf } from '../testing/molecules.ts';
import { smallFormulas } from '../testing/small-formulas.ts';
import { isomerTable } from '../testing/truth.ts';
import { ELEMENT_SYMBOLS } from './element.ts';
import { assertFeasible } from './feasibility.ts';
import { type Formula, hillFormula, parseFormula } from './formula.ts';
import { longestChain } from './longest-chain.ts';
import { bondsOf, hasValidValences, type MolecularGraph } from './molecular-graph.ts';

function expectMoleculeOf(formula: Formula): MolecularGraph {
  const graph = longestChain(formula);
  const text = hillFormula(formula);
  expect([text, faultsOf(graph), hasValidValences(graph), isOnePiece(graph), formulaOf(graph)]).toEqual([
    text,
    [],
    true,
    true,
    text,
  ]);
  return graph;
}

function isFeasible(formula: Formula): boolean {
  try {
    assertFeasible(formula);
    return true;
  } catch (error) {
    if (error instanceof SaCoreError) return false;
    throw error;
  }
}

describe('longestChain', () => {
  test.each(
    (
      'CH4 H2O HCl NH3 Cl2 N2 O2 O3 S8 CHN CHCl3 CCl4 CO2 CS2 COS C2H2 C2H4Cl2 C2Cl4 C2HCl3 CH2O2 C3 C3O2 C4 C4H2 C6H2 ' +
      'C5H2 C6 C6Cl6 C6H6 C10H8 C10H16 C9H8O4 C18H15P C60 C70 C4N2 C2N2 P4 N4 O1000 C1000 C1000H2 C1000H2002 N1000 ' +
      'C2HF3ClBr C500N500 C3F8 BrI NF3 C8F18 C10H14N2 C6H12O6 C2F2 N2F2 NBrO C4H8O2S2'
    ).split(' '),
  )('builds a molecule of %s', (text) => {
    expectMoleculeOf(parseFormula(text));
  });

  test('builds a molecule of every formula of the truth table', () => {
    for (const { formula } of isomerTable()) expectMoleculeOf(parseFormula(formula));
  });

  test('builds a molecule of every feasible formula of up to 6 heavy atoms of C, N, O and F', () => {
    let built = 0;
    for (const formula of smallFormulas(['C', 'N', 'O', 'F'], 6)) {
      if (!isFeasible(formula)) continue;
      expectMoleculeOf(formula);
      built++;
    }
    expect(built).toBeGreaterThan(500);
  });

  test('builds a molecule of every feasible formula, of any elements and up to 60 heavy atoms', () => {
    const counts = fc.array(fc.tuple(fc.constantFrom(...ELEMENT_SYMBOLS), fc.integer({ min: 1, max: 12 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(counts, fc.nat({ max: 130 }), (heavy, hydrogens) => {
        const others = Object.fromEntries(heavy.filter(([symbol]) => symbol !== 'H'));
        const formula: Formula = hydrogens === 0 ? others : { ...others, H: hydrogens };
        fc.pre(Object.keys(others).length > 0 && isFeasible(formula));
        expectMoleculeOf(formula);
      }),
      { numRuns: 500 },
    );
  });

  test('of an alkane is the straight chain, the longest of all', () => {
    for (let n = 1; n <= 40; n++) {
      const graph = expectMoleculeOf({ C: n, H: 2 * n + 2 });
      expect(Math.max(...graph.degrees)).toBe(Math.min(2, n - 1));
      expect(wienerIndexOf(graph)).toBe((n * (n * n - 1)) / 6);
    }
  });

  test('has the highest Wiener index of all isomers, for every formula of the truth table', () => {
    for (const { formula, wienerMax } of isomerTable()) {
      expect([formula, wienerIndexOf(longestChain(parseFormula(formula)))]).toEqual([formula, wienerMax]);
    }
  });

  test('has rings only where the row cannot take the unsaturation', () => {
    for (const text of ['C6H12', 'C6H6', 'C10H8', 'C4H2', 'C6H2', 'CO2', 'CH2O2', 'C9H8O4']) {
      const graph = expectMoleculeOf(parseFormula(text));
      expect([text, bondsOf(graph)]).toEqual([text, expect.any(Array)]);
      expect([text, bondsOf(graph).length]).toEqual([text, graph.elements.length - 1]);
    }
    expect(bondsOf(longestChain({ C: 3 })).length).toBe(3);
  });

  test('is the same every time', () => {
    for (const text of ['C10H16', 'C60', 'C9H8O4']) {
      expect(keyOf(longestChain(parseFormula(text)))).toBe(keyOf(longestChain(parseFormula(text))));
    }
  });

  test('says what is wrong instead of hanging where the formula is of no molecule', () => {
    expect(() => longestChain({ C: 2 })).toThrow(/assertFeasible/);
  });
});

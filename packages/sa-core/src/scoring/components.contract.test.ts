import { describe, expect, test } from '@jest/globals';
import { assertFeasible } from '../molecule/feasibility.ts';
import { hillFormula } from '../molecule/formula.ts';
import { longestChain } from '../molecule/longest-chain.ts';
import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';
import { moleculeOfSeed } from '../testing/molecules.ts';
import { refusalOf } from '../testing/refusal.ts';
import { smallFormulas } from '../testing/small-formulas.ts';
import { indexTable, isomerList } from '../testing/truth.ts';
import { BUILT_IN_COMPONENTS } from './built-in-components.ts';
import { BUILT_IN_SCORES } from './built-in-scores.ts';
import type { CostClass, ScoringComponent } from './scoring-component.ts';
import { scoringFaults } from './scoring-faults.ts';

const LISTS = ['C6H6', 'C8H18', 'C4H8O2', 'C8H10'].map((formula) =>
  isomerList(formula).map(({ smiles }) => readSmiles(smiles)),
);

/** How often each atom may be looked at: a look at its degree or one of its neighbours counts. */
const LOOKS: Partial<Record<CostClass, (heavyAtoms: number) => number>> = {
  bonds: () => 40,
  distances: (n) => 40 * n,
};

/** Counts what a component reads of the bonds; the distances that it needs are made beforehand. */
function looksOf(component: ScoringComponent, graph: MolecularGraph): number {
  let looks = 0;
  const counting = <T extends object>(array: T) =>
    new Proxy(array, {
      get: (target, key) => {
        looks++;
        return Reflect.get(target, key, target);
      },
    });
  component.score({
    ...graph,
    degrees: counting(graph.degrees),
    neighbours: counting(graph.neighbours),
    bondOrders: counting(graph.bondOrders),
  });
  return looks;
}

test('the built-in components are the scores that a run knows by the same name', () => {
  expect(BUILT_IN_COMPONENTS.map(({ name, score }) => [name, score])).toEqual(
    BUILT_IN_SCORES.map(({ name, score }) => [name, score]),
  );
  for (const [i, score] of BUILT_IN_SCORES.entries()) expect(BUILT_IN_COMPONENTS[i]).toMatchObject(score);
});

describe.each(BUILT_IN_COMPONENTS.map((component) => [component.name, component] as const))(
  'the component %s',
  (_, component) => {
    test('says what it costs and where its scores usually lie', () => {
      expect(component).toMatchObject({
        costClass: expect.any(String),
        usualRange: expect.any(Function),
        description: expect.stringMatching(/^[A-Z].*\.$/),
      });
    });

    test('keeps its promises on every isomer of the lists, within its usual range', () => {
      for (const isomers of LISTS) {
        expect(scoringFaults(component, isomers)).toEqual([]);
        const { low, high } = component.usualRange!(isomers[0]!.elements.length);
        for (const graph of isomers) {
          expect(component.score(graph)).toBeGreaterThanOrEqual(low);
          expect(component.score(graph)).toBeLessThanOrEqual(high);
        }
      }
    });

    test('keeps them on large molecules of all elements, one by one', () => {
      const atoms = Math.min(component.maxHeavyAtoms ?? 60, 60);
      for (let seed = 0; seed < 60; seed++) {
        expect(scoringFaults(component, [moleculeOfSeed(seed, atoms)])).toEqual([]);
      }
    });

    test('is finite on an isomer of every small formula that has one', () => {
      let feasible = 0;
      for (const formula of smallFormulas(['C', 'N', 'O', 'P', 'S', 'Cl'], 4)) {
        if (refusalOf(() => assertFeasible(formula)) !== undefined) continue;
        feasible++;
        const score = component.score(longestChain(formula));
        expect([hillFormula(formula), Number.isFinite(score)]).toEqual([hillFormula(formula), true]);
      }
      expect(feasible).toBeGreaterThan(500);
    });

    test('costs no more than its class allows', () => {
      const looks = LOOKS[component.costClass!];
      if (looks === undefined) return;
      for (const size of [8, 32, 60]) {
        for (let seed = 0; seed < 20; seed++) {
          const graph = moleculeOfSeed(seed, size);
          const n = graph.elements.length;
          expect(looksOf(component, graph)).toBeLessThanOrEqual(n * looks(n));
        }
      }
    });
  },
);

test.each([
  ['wiener_index', 'wiener'],
  ['hyper_wiener_index', 'hyperwiener'],
  ['balaban_j', 'balabanJ'],
  ['randic_index', 'randic'],
  ['zagreb_1', 'zagreb1'],
  ['hosoya_z', 'hosoyaZ'],
])('%s of the extreme isomers of the truth table is what stands there', (name, index) => {
  const component = BUILT_IN_COMPONENTS.find((candidate) => candidate.name === name)!;
  const rows = indexTable(index);
  expect(rows).toHaveLength(6);
  for (const { formula, min, smilesMin, max, smilesMax } of rows) {
    for (const [smiles, value] of [
      [smilesMin, min],
      [smilesMax, max],
    ] as const) {
      const difference = Math.abs(component.score(readSmiles(smiles)) - value);
      // The table has ten digits, and some components round to six decimals.
      expect([formula, smiles, difference < 5.1e-7]).toEqual([formula, smiles, true]);
    }
  }
});

// Between them nothing is left to chance: the least and the greatest score of all isomers is the table's.
test.each([
  ['hyper_wiener_index', 'hyperwiener'],
  ['balaban_j', 'balabanJ'],
  ['randic_index', 'randic'],
  ['zagreb_1', 'zagreb1'],
  ['hosoya_z', 'hosoyaZ'],
])('%s over all isomers of C8H10 has the extremes of the truth table', (name, index) => {
  const component = BUILT_IN_COMPONENTS.find((candidate) => candidate.name === name)!;
  const { min, max } = indexTable(index).find(({ formula }) => formula === 'C8H10')!;
  const scores = LISTS.at(-1)!.map((graph) => component.score(graph));
  expect(scores).toHaveLength(4679);
  expect(Math.min(...scores)).toBeCloseTo(min, 6);
  expect(Math.max(...scores)).toBeCloseTo(max, 6);
});

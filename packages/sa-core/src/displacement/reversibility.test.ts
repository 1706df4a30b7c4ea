import { describe, expect, test } from '@jest/globals';
import { automorphismGroupOrder, canonicalForm } from '../molecule/canonical-form.ts';
import { parseFormula } from '../molecule/formula.ts';
import { longestChain } from '../molecule/longest-chain.ts';
import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';
import {
  bondOrderFactorials,
  forEachOutcome,
  hydrogenLabellings,
  imbalance,
  labelledStates,
  transitionMatrix,
} from '../testing/isomer-space.ts';
import { isomerRow, stationaryDistribution } from '../testing/truth.ts';
import { hastingsRatio } from './hastings-ratio.ts';
import type { Move } from './move.ts';

const FORMULAS = ['C4H10', 'C3H6', 'C4H6', 'C2H4O', 'C3H7Cl', 'CH4N2', 'C2H4Cl2', 'C3H4', 'C4H8', 'C4H2'];
const EXACT = 1e-12;

/** "atoms" is uniform over graphs whose hydrogens are labelled too. */
const uniform = hydrogenLabellings;
/** "bonds" draws the units of a double bond alike, so that such a graph counts less by the factorial of the order. */
const byUnits = (graph: MolecularGraph) => hydrogenLabellings(graph) / bondOrderFactorials(graph);

/** The acceptance at kT = infinity with the Hastings correction. */
const corrected = (move: Move) => Math.min(1, hastingsRatio(move));

const statesOf = (formula: string) =>
  labelledStates(longestChain(parseFormula(formula)), ['shift', 'switch']);

describe.each(FORMULAS)('over all labelled molecules of %s', (formula) => {
  const states = statesOf(formula);

  test.each(['shift', 'switch'] as const)('the %s goes from any to any other as often as back', (kind) => {
    expect(imbalance(states, transitionMatrix(states, kind), byUnits)).toBeLessThan(EXACT);
  });

  test.each(['shift', 'switch'] as const)(
    'the %s with the Hastings correction goes from any to any other as often as back, all graphs alike',
    (kind) => {
      expect(imbalance(states, transitionMatrix(states, kind, corrected), uniform)).toBeLessThan(EXACT);
    },
  );

  test('the proposal "atoms" goes from any to any other as often as back', () => {
    expect(imbalance(states, transitionMatrix(states, 'atoms'), uniform)).toBeLessThan(EXACT);
  });

  test('the probabilities of all outcomes add up to 1', () => {
    const [first] = states.values();
    for (const kind of ['switch', 'atoms', 'shift'] as const) {
      let sum = 0;
      forEachOutcome(first!, kind, (probability) => {
        sum += probability;
      });
      expect(sum).toBeCloseTo(1, 10);
    }
  });

  test('the proposal "atoms" reaches, alone, the same labelled molecules as shifts and switches together', () => {
    const reached = labelledStates(longestChain(parseFormula(formula)), ['atoms']);
    expect([...reached.keys()].sort()).toEqual([...states.keys()].sort());
  });
});

describe('without hydrogens', () => {
  test.each(['C4', 'C3O2', 'C5', 'C2N2'])(
    'the switch of %s goes from any to any other as often as back',
    (formula) => {
      const states = statesOf(formula);
      expect(states.size).toBeGreaterThan(1);
      expect(imbalance(states, transitionMatrix(states, 'switch'), byUnits)).toBeLessThan(EXACT);
      expect(imbalance(states, transitionMatrix(states, 'switch', corrected), uniform)).toBeLessThan(EXACT);
    },
  );
});

test('the Hastings correction is needed: without it a walk is off where bonds of order 2 and 3 come and go', () => {
  const states = statesOf('C4H6');
  expect(imbalance(states, transitionMatrix(states, 'shift'), uniform)).toBeGreaterThan(0.4);
});

describe('the weights of labelled molecules', () => {
  test.each(['C4H10', 'C6H14'])('add up to the published stationary distribution of %s', (formula) => {
    const weights = new Map<string, number>();
    let total = 0;
    for (const graph of statesOf(formula).values()) {
      const { code } = canonicalForm(graph);
      weights.set(code, (weights.get(code) ?? 0) + uniform(graph));
      total += uniform(graph);
    }
    const truth = stationaryDistribution(formula);
    expect(weights.size).toBe(truth.length);
    expect(truth).toHaveLength(isomerRow(formula).count);
    for (const { smiles, automorphisms, probability } of truth) {
      const graph = readSmiles(smiles);
      expect([smiles, automorphismGroupOrder(graph)]).toEqual([smiles, BigInt(automorphisms)]);
      expect(weights.get(canonicalForm(graph).code)! / total).toBeCloseTo(probability, 9);
    }
  });
});

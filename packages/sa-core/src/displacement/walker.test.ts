import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isConnected } from '../molecule/connectivity.ts';
import { hasValidValences } from '../molecule/molecular-graph.ts';
import { Random } from '../random.ts';
import {
  contentOf,
  faultsOf,
  formulaOf,
  isOnePiece,
  keyOf,
  moleculeOfSeed,
  walkerAt,
} from '../testing/molecules.ts';
import { createAtomsProposal } from './atoms-proposal.ts';
import { createBondsProposal } from './bonds-proposal.ts';
import { labelledIsomerOf, molecularGraphOf } from './labelled-isomer.ts';
import { createMove } from './move.ts';
import { apply, commit, createWalker, isomerAt, undo } from './walker.ts';

const PROPOSALS = { bonds: createBondsProposal, atoms: createAtomsProposal };

describe('labelled isomers', () => {
  test('describe a graph completely: graph -> lists -> graph gives the same graph', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const graph = moleculeOfSeed(seed, 15);
        const isomer = labelledIsomerOf(graph);
        const again = molecularGraphOf(graph.elements, isomer);
        expect([keyOf(again), faultsOf(again)]).toEqual([keyOf(graph), []]);
        expect(labelledIsomerOf(again)).toEqual(isomer);
        expect(isomer).toEqual(JSON.parse(JSON.stringify(isomer)));
      }),
    );
  });

  test('list a double bond twice and hydrogens by their owners, in the order of atoms', () => {
    const propene = molecularGraphOf(['C', 'C', 'C'], {
      bondUnits: [2, 1, 0, 1, 1, 0],
      hydrogenOwners: [2, 2, 0, 1, 0, 2],
    });
    expect(labelledIsomerOf(propene)).toEqual({
      bondUnits: [0, 1, 0, 1, 1, 2],
      hydrogenOwners: [0, 0, 1, 2, 2, 2],
    });
  });
});

describe.each(['bonds', 'atoms'] as const)('a walk by the proposal "%s"', (name) => {
  test('meets molecules of the same formula only; undo restores, and the lists follow the graph', () => {
    let proposed = 0;
    let disconnected = 0;
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (moleculeSeed, seed) => {
        const start = moleculeOfSeed(moleculeSeed, 9);
        const formula = formulaOf(start);
        const walker = walkerAt(start);
        const lengths = [walker.bondUnits.length, walker.hydrogenOwners.length];
        const propose = PROPOSALS[name](start.elements.length);
        const random = Random.fromSeed(seed);
        const move = createMove();
        for (let t = 0; t < 100; t++) {
          const before = keyOf(walker.graph);
          const listsBefore = isomerAt(walker);
          const draw = propose(walker, t, random, move);
          expect([keyOf(walker.graph), isomerAt(walker)]).toEqual([before, listsBefore]);
          if (draw !== 'proposed') continue;
          proposed++;
          apply(walker, move);
          expect([
            keyOf(walker.graph) === before,
            hasValidValences(walker.graph),
            faultsOf(walker.graph),
          ]).toEqual([false, true, []]);
          const whole = isOnePiece(walker.graph);
          if (!move.mayDisconnect) expect(whole).toBe(true);
          if (!whole || random.below(4) === 0) {
            if (!whole) disconnected++;
            undo(walker, move);
            expect([keyOf(walker.graph), faultsOf(walker.graph)]).toEqual([before, []]);
          } else {
            commit(walker, move);
          }
          expect(contentOf(walker)).toBe(contentOf(labelledIsomerOf(walker.graph)));
          expect([walker.bondUnits.length, walker.hydrogenOwners.length]).toEqual(lengths);
          expect(formulaOf(walker.graph)).toBe(formula);
          expect(isConnected(walker.graph)).toBe(true);
        }
      }),
      { numRuns: 40, seed: 11 },
    );
    expect(proposed).toBeGreaterThan(name === 'bonds' ? 1000 : 100);
    expect(disconnected).toBeGreaterThan(2);
  });
});

describe('isomerAt', () => {
  test('is a copy that later moves do not change', () => {
    const walker = walkerAt(moleculeOfSeed(4, 8, ['C']));
    const propose = createBondsProposal(walker.graph.elements.length);
    const kept = isomerAt(walker);
    const text = JSON.stringify(kept);
    const random = Random.fromSeed(1);
    const move = createMove();
    for (let t = 0; t < 50; t++) {
      if (propose(walker, 0, random, move) !== 'proposed') continue;
      apply(walker, move);
      commit(walker, move);
    }
    expect(JSON.stringify(isomerAt(walker))).not.toBe(text);
    expect(JSON.stringify(kept)).toBe(text);
    expect(keyOf(createWalker(walker.graph.elements, kept).graph)).toBe(
      keyOf(walkerAt(moleculeOfSeed(4, 8, ['C'])).graph),
    );
  });
});

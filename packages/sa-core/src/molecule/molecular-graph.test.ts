import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { faultsOf, isOnePiece, moleculeOfSeed } from '../testing/molecules.ts';
import { isConnected } from './connectivity.ts';
import {
  bondOrder,
  bondOrderSum,
  bondsOf,
  createMolecularGraph,
  hasValidValences,
  setBondOrder,
} from './molecular-graph.ts';

const carbons = (n: number) => new Array<'C'>(n).fill('C');

describe('setBondOrder', () => {
  test('keeps the matrix symmetric and the neighbour lists true through any sequence of changes', () => {
    const change = fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 }), fc.nat({ max: 3 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const graph = createMolecularGraph(carbons(7));
        const orders = new Map<string, number>();
        for (const [x, y, order] of changes) {
          if (x === y) continue;
          const before = bondOrder(graph, x, y);
          if (before === 0 && order > 0 && (graph.degrees[x] === 4 || graph.degrees[y] === 4)) continue;
          setBondOrder(graph, x, y, order);
          orders.set([x, y].sort().join(), order);
          expect(bondOrder(graph, y, x)).toBe(order);
        }
        expect(faultsOf(graph)).toEqual([]);
        const expected = [...orders]
          .filter(([, order]) => order > 0)
          .map(([pair, order]) => `${pair},${order}`);
        expect(bondsOf(graph).map(String)).toEqual(expected.sort());
        for (let x = 0; x < 7; x++) {
          const ends = bondsOf(graph).filter(([a, b]) => a === x || b === x);
          expect(bondOrderSum(graph, x)).toBe(ends.reduce((sum, [, , order]) => sum + order, 0));
        }
      }),
    );
  });
});

describe('hasValidValences', () => {
  test('holds for molecules, and no longer when one hydrogen or one bond order is changed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), (seed, pick) => {
        const graph = moleculeOfSeed(seed, 10);
        expect(hasValidValences(graph)).toBe(true);
        const x = pick % graph.elements.length;
        graph.hydrogenCounts[x]!++;
        expect(hasValidValences(graph)).toBe(false);
        graph.hydrogenCounts[x]!--;
        const bonds = bondsOf(graph);
        fc.pre(bonds.length > 0);
        const [a, b, order] = bonds[pick % bonds.length]!;
        setBondOrder(graph, a, b, order - 1);
        expect(hasValidValences(graph)).toBe(false);
      }),
    );
  });
});

describe('isConnected', () => {
  test('says of any graph what joining classes of atoms says', () => {
    let apart = 0;
    const sizes = fc.constantFrom(14, 31, 32, 33, 50);
    fc.assert(
      fc.property(fc.integer(), sizes, fc.array(fc.nat(), { maxLength: 6 }), (seed, atoms, removals) => {
        const graph = moleculeOfSeed(seed, atoms);
        for (const removal of removals) {
          const bonds = bondsOf(graph);
          if (bonds.length === 0) continue;
          const [x, y] = bonds[removal % bonds.length]!;
          setBondOrder(graph, x, y, 0);
        }
        if (!isOnePiece(graph)) apart++;
        expect(isConnected(graph)).toBe(isOnePiece(graph));
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(apart).toBeGreaterThan(50);
  });

  test('is true of one atom, and false of two without a bond', () => {
    expect(isConnected(createMolecularGraph(['C']))).toBe(true);
    expect(isConnected(createMolecularGraph(['C', 'O']))).toBe(false);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BridgeSearch } from '../../displacement/bridge-search.ts';
import { bondOrder, bondsOf, type MolecularGraph, setBondOrder } from '../../molecule/molecular-graph.ts';
import { tablesOf } from '../../scoring/shared-tables.ts';
import { wienerIndexOf } from '../../scoring/wiener-index.ts';
import { moleculeOfSeed } from '../../testing/molecules.ts';
import type { BondMasks } from './bond-masks.ts';
import { bondMasksOf } from './create-bond-masks.ts';

const CARBON = ['C'] as const;
/** Small ones, and such that a set of atoms takes one word or several, with all atoms there or not. */
const molecules = fc
  .record({ seed: fc.integer(), atoms: fc.constantFrom(4, 12, 40, 130) })
  .map(({ seed, atoms }) => moleculeOfSeed(seed, atoms, CARBON));

function expectTablesOf(masks: BondMasks, graph: MolecularGraph): void {
  const n = graph.elements.length;
  const distances = new Uint16Array(n * n).fill(9999);
  const sums = new Int32Array(n);
  masks.fillDistances(distances, sums);
  expect(distances.join()).toBe(tablesOf(graph).distances.join());
  const rows = graph.elements.map((_, x) => distances.slice(n * x, n * x + n));
  expect(sums.join()).toBe(rows.map((row) => row.reduce((a, b) => a + b, 0)).join());
}

describe('the bond masks of a molecule', () => {
  test('give its Wiener index and distances', () => {
    fc.assert(
      fc.property(molecules, (graph) => {
        const masks = bondMasksOf(graph);
        expect(masks.wienerIndex(Number.MAX_SAFE_INTEGER)).toBe(wienerIndexOf(graph));
        expectTablesOf(masks, graph);
      }),
      { numRuns: 60, seed: 1947 },
    );
  });

  test('give a number between the bound and the index where the index is above the bound', () => {
    fc.assert(
      fc.property(molecules, fc.double({ min: 0, max: 1, noNaN: true }), (graph, share) => {
        const index = wienerIndexOf(graph);
        const atMost = share * index;
        const found = bondMasksOf(graph).wienerIndex(atMost);
        if (index <= atMost) expect(found).toBe(index);
        else expect([found > atMost, found <= index]).toEqual([true, true]);
      }),
      { numRuns: 300, seed: 1947 },
    );
  });

  test('know of every bond whether it is a bridge, and the sides of one', () => {
    fc.assert(
      fc.property(molecules, (graph) => {
        const masks = bondMasksOf(graph);
        const bridges = new BridgeSearch(graph.elements.length);
        for (const [q, r] of bondsOf(graph)) {
          const isBridge = bridges.isBridge(graph, q, r);
          expect(masks.areJoinedOtherwise(q, r)).toBe(!isBridge);
          if (!isBridge) continue;
          const sides = graph.elements.map((_, x) => masks.isOnFirstSide(x));
          expect(sides.join()).toBe(graph.elements.map((_, x) => bridges.isOnFirstSide(x)).join());
        }
      }),
      { numRuns: 25, seed: 1947 },
    );
  });

  test('are the same after bonds were taken out and put in again in any order', () => {
    fc.assert(
      fc.property(molecules, fc.array(fc.nat(), { maxLength: 6 }), (graph, picks) => {
        const masks = bondMasksOf(graph);
        const bonds = bondsOf(graph);
        const parted = [...new Set(picks.map((pick) => bonds[pick % Math.max(1, bonds.length)]))];
        for (const bond of parted) if (bond !== undefined) masks.part(bond[0], bond[1]);
        for (const bond of parted) if (bond !== undefined) masks.join(bond[1], bond[0]);
        expect(masks.wienerIndex(Number.MAX_SAFE_INTEGER)).toBe(wienerIndexOf(graph));
        expectTablesOf(masks, graph);
      }),
      { numRuns: 60, seed: 1947 },
    );
  });

  test('show a bond that has moved, and bound the index beforehand', () => {
    let moves = 0;
    fc.assert(
      fc.property(molecules, fc.nat(), fc.nat(), (graph, pick, p) => {
        const bonds = bondsOf(graph);
        fc.pre(bonds.length > 0);
        const [q, r] = bonds[pick % bonds.length]!;
        const target = p % graph.elements.length;
        const masks = bondMasksOf(graph);
        const isFree = graph.degrees[target]! < 4 && target !== q && target !== r;
        const isWhole = masks.areJoinedOtherwise(q, r) || masks.isOnFirstSide(target);
        fc.pre(isFree && isWhole && bondOrder(graph, target, r) === 0);
        moves++;
        const least = masks.leastIndexAfterMove(target, q);
        masks.move(target, q, r);
        const order = bondOrder(graph, q, r);
        setBondOrder(graph, q, r, 0);
        setBondOrder(graph, target, r, order);
        expect(masks.wienerIndex(Number.MAX_SAFE_INTEGER)).toBe(wienerIndexOf(graph));
        expect(least).toBeLessThanOrEqual(wienerIndexOf(graph));
        expectTablesOf(masks, graph);
      }),
      { numRuns: 100, seed: 1947 },
    );
    expect(moves).toBe(100);
  });
});

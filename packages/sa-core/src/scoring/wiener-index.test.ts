import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { longestChain } from '../molecule/longest-chain.ts';
import { bondOrder, bondsOf, type MolecularGraph, setBondOrder } from '../molecule/molecular-graph.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';
import { moleculeOfSeed } from '../testing/molecules.ts';
import { relabelled } from '../testing/random-molecule.ts';
import { isomerList, isomerTable } from '../testing/truth.ts';
import { wienerIndex, wienerIndexByMasks, wienerIndexBySearch, wienerIndexOf } from './wiener-index.ts';

/** All distances by Floyd and Warshall. */
function wienerByTheBook(graph: MolecularGraph): number {
  const n = graph.elements.length;
  const d = graph.elements.map((_, x) =>
    graph.elements.map((_, y) => (x === y ? 0 : bondOrder(graph, x, y) > 0 ? 1 : Number.POSITIVE_INFINITY)),
  );
  for (let k = 0; k < n; k++)
    for (let x = 0; x < n; x++)
      for (let y = 0; y < n; y++) d[x]![y] = Math.min(d[x]![y]!, d[x]![k]! + d[k]![y]!);
  return d.flat().reduce((sum, distance) => sum + distance, 0) / 2;
}

describe('the Wiener index', () => {
  test('of n-paraffins is n (n^2 - 1) / 6, by bit masks up to 32 atoms and by searching beyond', () => {
    for (let n = 1; n <= 80; n++) {
      expect(wienerIndexOf(longestChain({ C: n, H: 2 * n + 2 }))).toBe((n * (n * n - 1)) / 6);
    }
    expect(wienerIndexOf(longestChain({ C: 1000, H: 2002 }))).toBe((1000 * (1000 * 1000 - 1)) / 6);
  });

  test('is the same by masks (to 32 atoms), by search and from all distances, on molecules of up to 60 atoms', () => {
    const sizes = new Set<number>();
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), (seed, size) => {
        const graph = moleculeOfSeed(seed, size, ['C', 'C', 'C', 'N', 'O']);
        const n = graph.elements.length;
        sizes.add(n);
        const expected = wienerByTheBook(graph);
        expect(wienerIndexBySearch(graph)).toBe(expected);
        expect(wienerIndexOf(graph)).toBe(expected);
        if (n <= 32) expect(wienerIndexByMasks(graph)).toBe(expected);
      }),
      { numRuns: 300, seed: 5 },
    );
    expect(Math.max(...sizes)).toBeGreaterThan(50);
  });

  test('of a graph that is not connected is infinite, and the search for it ends', () => {
    for (const n of [2, 20, 40]) {
      const parts = longestChain({ C: n, H: 2 * n + 2 });
      setBondOrder(parts, 0, parts.neighbours[0]!, 0);
      expect(wienerIndexOf(parts)).toBe(Number.POSITIVE_INFINITY);
    }
  });

  test('of exactly 32 and 33 atoms, where the way to compute it changes, is right', () => {
    for (const n of [31, 32, 33]) {
      const ring = longestChain({ C: n, H: 2 * n });
      for (const [x, y] of bondsOf(ring)) setBondOrder(ring, x, y, 0);
      for (let x = 0; x < n; x++) setBondOrder(ring, x, (x + 1) % n, 1);
      expect(wienerIndexOf(ring)).toBe(n % 2 === 0 ? n ** 3 / 8 : (n * (n * n - 1)) / 8);
    }
  });

  test('does not depend on bond orders or on the numbering of atoms', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, shuffle) => {
        const graph = moleculeOfSeed(seed, 20);
        const n = graph.elements.length;
        const images = Array.from({ length: n }, (_, x) => (x + Math.abs(shuffle)) % n);
        expect(wienerIndexOf(relabelled(graph, images))).toBe(wienerIndexOf(graph));
        const before = wienerIndexOf(graph);
        for (const [x, y, order] of bondsOf(graph)) setBondOrder(graph, x, y, (order % 3) + 1);
        expect(wienerIndexOf(graph)).toBe(before);
      }),
    );
  });

  test('of the extreme isomers of the truth table is what stands there', () => {
    for (const { formula, smilesMin, wienerMin, smilesMax, wienerMax } of isomerTable()) {
      expect([formula, wienerIndexOf(readSmiles(smilesMin))]).toEqual([formula, wienerMin]);
      expect([formula, wienerIndexOf(readSmiles(smilesMax))]).toEqual([formula, wienerMax]);
    }
  });

  test.each(['C6H6', 'C8H18', 'C4H8O2'])(
    'of every isomer of %s is what the exhaustive list says',
    (formula) => {
      for (const { smiles, wiener } of isomerList(formula)) {
        expect([smiles, wienerIndexOf(readSmiles(smiles))]).toEqual([smiles, wiener]);
      }
    },
  );

  test('is a scoring component of resolution 1', () => {
    expect([wienerIndex.name, wienerIndex.version, wienerIndex.resolution]).toEqual(['wiener_index', 1, 1]);
    expect(wienerIndex.score(readSmiles('CCCC'))).toBe(10);
  });
});

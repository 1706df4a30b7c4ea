import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isConnected } from '../molecule/connectivity.ts';
import { longestChain } from '../molecule/longest-chain.ts';
import { bondOrder, bondsOf, type MolecularGraph, setBondOrder } from '../molecule/molecular-graph.ts';
import { moleculeOfSeed } from '../testing/molecules.ts';
import { BridgeSearch } from './bridge-search.ts';

/** The atoms that hang together with q when the bond q-r is taken out. */
function sideOf(graph: MolecularGraph, q: number, r: number): Set<number> {
  const side = new Set([q]);
  for (const x of side) {
    for (let y = 0; y < graph.elements.length; y++) {
      const isTheBond = (x === q && y === r) || (x === r && y === q);
      if (bondOrder(graph, x, y) > 0 && !isTheBond) side.add(y);
    }
  }
  return side;
}

describe('BridgeSearch', () => {
  test('calls a bond a bridge if and only if the molecule falls apart without it, and knows the sides', () => {
    let bridgesMet = 0;
    let ringBondsMet = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const graph = moleculeOfSeed(seed, 20);
        const bridges = new BridgeSearch(graph.elements.length);
        for (const [x, y, order] of bondsOf(graph)) {
          setBondOrder(graph, x, y, 0);
          const fallsApart = !isConnected(graph);
          setBondOrder(graph, x, y, order);
          for (const [q, r] of [
            [x, y],
            [y, x],
          ] as const) {
            expect(bridges.isBridge(graph, q, r)).toBe(fallsApart);
            if (!fallsApart) continue;
            const found = graph.elements.flatMap((_, z) => (bridges.isOnFirstSide(z) ? [z] : []));
            expect(found).toEqual([...sideOf(graph, q, r)].sort((a, b) => a - b));
          }
          if (fallsApart) bridgesMet++;
          else ringBondsMet++;
        }
      }),
      { numRuns: 200, seed: 3 },
    );
    expect(bridgesMet).toBeGreaterThan(300);
    expect(ringBondsMet).toBeGreaterThan(300);
  });

  test('is not misled by marks that 2^32 searches ago carried the same number', () => {
    const graph = longestChain({ C: 12, H: 26 });
    const fresh = new BridgeSearch(graph.elements.length);
    const old = new BridgeSearch(graph.elements.length);
    for (const [q, r] of bondsOf(graph)) old.isBridge(graph, r, q);
    // The search number is 32 bits wide and starts again, where the marks of the first searches still stand.
    Object.assign(old, { search: 2 ** 32 - 1 });
    for (const [q, r] of bondsOf(graph)) {
      expect(old.isBridge(graph, q, r)).toBe(fresh.isBridge(graph, q, r));
      expect(graph.elements.map((_, z) => old.isOnFirstSide(z))).toEqual(
        graph.elements.map((_, z) => fresh.isOnFirstSide(z)),
      );
    }
  });
});

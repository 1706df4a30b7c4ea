import { describe, expect, test } from '@jest/globals';
import { longestChain } from '../molecule/longest-chain.ts';
import {
  bondsOf,
  createMolecularGraph,
  type MolecularGraph,
  setBondOrder,
} from '../molecule/molecular-graph.ts';
import { Random } from '../random.ts';
import { moleculeOfSeed } from '../testing/molecules.ts';
import { refusalOf } from '../testing/refusal.ts';
import { hosoyaIndex } from './hosoya-index.ts';

/** Each bond is left out, or taken and those that touch it left out. */
function matchingsOf(bonds: readonly (readonly [x: number, y: number])[]): number {
  const [first, ...rest] = bonds;
  if (first === undefined) return 1;
  return matchingsOf(rest) + matchingsOf(rest.filter((bond) => !bond.some((atom) => first.includes(atom))));
}

/** Carbon with four neighbours at every atom, joined at random: nothing that a molecule could be is denser. */
function dense(n: number, seed: number): MolecularGraph {
  const random = Random.fromSeed(seed);
  const graph = createMolecularGraph(Array.from({ length: n }, () => 'C' as const));
  for (let x = 0; x < n; x++) setBondOrder(graph, x, (x + 1) % n, 1);
  for (let tries = 0; tries < 100 * n; tries++) {
    const [x, y] = [random.below(n), random.below(n)];
    if (x !== y && graph.degrees[x]! < 4 && graph.degrees[y]! < 4) setBondOrder(graph, x, y, 1);
  }
  return graph;
}

describe('the Hosoya index', () => {
  test('is the number of matchings, counted one by one', () => {
    for (let seed = 0; seed < 300; seed++) {
      const graph = moleculeOfSeed(seed, 9, ['C', 'C', 'C', 'N']);
      const bonds = bondsOf(graph).map(([x, y]) => [x, y] as const);
      expect([seed, hosoyaIndex.score(graph)]).toEqual([seed, matchingsOf(bonds)]);
    }
  });

  test('of n-paraffins are the Fibonacci numbers, up to the limit of 32 atoms', () => {
    let [before, now] = [1, 1];
    for (let n = 1; n <= 32; n++) {
      expect(hosoyaIndex.score(longestChain({ C: n, H: 2 * n + 2 }))).toBe(now);
      [before, now] = [now, before + now];
    }
    const error = refusalOf(() => hosoyaIndex.score(longestChain({ C: 33, H: 68 })));
    expect([error?.code, error?.message]).toEqual(['component_invalid', expect.stringMatching(/at most 32/)]);
  });

  test('of the densest molecules of 32 atoms is exact and below 2^32, the usual most', () => {
    for (let seed = 0; seed < 20; seed++) {
      const score = hosoyaIndex.score(dense(32, seed));
      expect(Number.isSafeInteger(score)).toBe(true);
      expect(score).toBeLessThan(hosoyaIndex.usualRange!(32).high);
    }
  });
});

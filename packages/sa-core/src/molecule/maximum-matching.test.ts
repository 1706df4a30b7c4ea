import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maximumMatching } from './maximum-matching.ts';

function lists(n: number, edges: readonly (readonly [number, number])[]): number[][] {
  const neighbours = Array.from({ length: n }, (): number[] => []);
  for (const [a, b] of edges) {
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  return neighbours;
}

/** The most pairs there can be, by trying: leave the first vertex out or match it with each neighbour. */
function mostPairs(neighbours: readonly (readonly number[])[], from = 0, used = new Set<number>()): number {
  if (from === neighbours.length) return 0;
  let most = mostPairs(neighbours, from + 1, used);
  if (used.has(from)) return most;
  for (const other of neighbours[from]!) {
    if (other < from || used.has(other)) continue;
    most = Math.max(most, 1 + mostPairs(neighbours, from + 1, new Set([...used, from, other])));
  }
  return most;
}

function pairsOf(neighbours: readonly (readonly number[])[]): number {
  const partners = maximumMatching(neighbours);
  partners.forEach((partner, vertex) => {
    if (partner === -1) return;
    expect(partners[partner]).toBe(vertex);
    expect(neighbours[vertex]).toContain(partner);
  });
  return partners.filter((partner) => partner !== -1).length / 2;
}

describe('a maximum matching', () => {
  test('has as many pairs as there can be, whatever the graph', () => {
    const graph = fc.integer({ min: 1, max: 9 }).chain((n) =>
      fc
        .uniqueArray(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), {
          maxLength: 14,
          selector: ([a, b]) => Math.min(a, b) * n + Math.max(a, b),
        })
        .map((edges) =>
          lists(
            n,
            edges.filter(([a, b]) => a !== b),
          ),
        ),
    );
    fc.assert(
      fc.property(graph, (neighbours) => {
        expect(pairsOf(neighbours)).toBe(mostPairs(neighbours));
      }),
      { numRuns: 500 },
    );
  });

  // Found by search: each needs a blossom whose odd vertices become even.
  test.each([
    [
      10,
      [
        [1, 0],
        [0, 2],
        [5, 8],
        [8, 4],
        [0, 3],
        [3, 1],
        [8, 2],
        [0, 7],
        [9, 7],
        [7, 2],
        [3, 7],
      ],
    ],
    [
      10,
      [
        [8, 1],
        [7, 0],
        [0, 8],
        [3, 7],
        [1, 9],
        [0, 5],
        [7, 2],
        [8, 5],
        [0, 3],
        [1, 2],
      ],
    ],
  ] as [number, [number, number][]][])('sees through odd cycles (%#)', (n, edges) => {
    expect(pairsOf(lists(n, edges))).toBe(mostPairs(lists(n, edges)));
  });

  test('is quick on 2,000 vertices of a ring with a tail', () => {
    const edges = Array.from({ length: 1999 }, (_, k): [number, number] => [k, k + 1]);
    expect(pairsOf(lists(2000, [...edges, [0, 1998]]))).toBe(1000);
  });
});

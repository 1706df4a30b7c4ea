import { MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';
import type { ScoringComponent } from './scoring-component.ts';

/** The sum of topological distances over all unordered pairs of heavy atoms; bond orders do not count. [Wiener1947] */
export const wienerIndex: ScoringComponent = {
  name: 'wiener_index',
  version: 1,
  description:
    'Sum of the distances, in bonds, over all pairs of heavy atoms: small for compact molecules, large for long ones.',
  unit: '1',
  resolution: 1,
  // Faster than by the distances that others share: what is asked for is their sum alone.
  costClass: 'distances',
  // From a clique, where all are neighbours, to a chain.
  usualRange: (n) => ({ low: (n * (n - 1)) / 2, high: (n * (n * n - 1)) / 6 }),
  score: wienerIndexOf,
};

/** The Wiener index of a connected graph. */
export function wienerIndexOf(graph: MolecularGraph): number {
  return graph.degrees.length <= BITS ? wienerIndexByMasks(graph) : wienerIndexBySearch(graph);
}

const BITS = 32;

/**
 * A pair at distance d is not within reach at 0, 1, .. d - 1 bonds, so the index is the number of such pairs added up over
 * all reaches. The atoms within reach of an atom are a mask of 32 bits; one bond further they are the union of the masks
 * of its neighbours with its own. O(m d) word operations, d the diameter.
 */
export function wienerIndexByMasks({ degrees, neighbours }: MolecularGraph): number {
  const n = degrees.length;
  let within: number[] = [];
  let further: number[] = [];
  for (let x = 0; x < n; x++) {
    within.push(1 << x);
    further.push(0);
  }
  let ordered = 0;
  for (let missing = n * n - n; missing > 0; ) {
    ordered += missing;
    missing = n * n;
    for (let x = 0; x < n; x++) {
      let mask = within[x]!;
      const start = x * MAX_NEIGHBOURS;
      for (let k = start; k < start + degrees[x]!; k++) mask |= within[neighbours[k]!]!;
      further[x] = mask;
      missing -= bitCount(mask);
    }
    [within, further] = [further, within];
  }
  return ordered / 2;
}

/** The number of ones among 32 bits, by adding neighbouring fields of 1, 2, 4 and 8 bits. */
function bitCount(mask: number): number {
  let fields = mask - ((mask >>> 1) & 0x55555555);
  fields = (fields & 0x33333333) + ((fields >>> 2) & 0x33333333);
  return Math.imul((fields + (fields >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Breadth-first search from each atom; O(n (n + m)). */
export function wienerIndexBySearch({ degrees, neighbours }: MolecularGraph): number {
  const n = degrees.length;
  const queue = new Uint16Array(n);
  const distance = new Int16Array(n);
  let sum = 0;
  for (let source = 0; source < n - 1; source++) {
    distance.fill(-1);
    distance[source] = 0;
    queue[0] = source;
    for (let head = 0, tail = 1; head < tail; head++) {
      const x = queue[head]!;
      const next = distance[x]! + 1;
      const start = x * MAX_NEIGHBOURS;
      for (let k = start; k < start + degrees[x]!; k++) {
        const y = neighbours[k]!;
        if (distance[y]! >= 0) continue;
        distance[y] = next;
        queue[tail++] = y;
        // Each pair once: the sum runs over the targets after the source.
        if (y > source) sum += next;
      }
    }
  }
  return sum;
}

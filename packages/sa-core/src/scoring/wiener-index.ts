import { MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';
import { fillNeighbourMasks, WORD } from '../molecule/neighbour-masks.ts';
import { described, type Score } from './scoring-component.ts';

/** The sum of topological distances over all unordered pairs of heavy atoms; bond orders do not count. [Wiener1947] */
export const wienerScore: Score = {
  name: 'wiener_index',
  version: 1,
  resolution: 1,
  // Faster than by the distances that others share: what is asked for is their sum alone.
  costClass: 'distances',
  score: wienerIndexOf,
};

export const wienerIndex = /* @__PURE__ */ described(wienerScore, {
  description:
    'Sum of the distances, in bonds, over all pairs of heavy atoms: small for compact molecules, large for long ones.',
  unit: '1',
  // From a clique, where all are neighbours, to a chain.
  usualRange: (n) => ({ low: (n * (n - 1)) / 2, high: (n * (n * n - 1)) / 6 }),
});

/** The Wiener index of a graph; infinite if it is not connected. */
export function wienerIndexOf(graph: MolecularGraph): number {
  return graph.degrees.length <= WORD ? wienerIndexByMasks(graph) : wienerIndexBySearch(graph);
}

/** Scratch of wienerIndexByMasks: the neighbours of each atom, as the bits of a word. */
const bonded = new Int32Array(WORD);

/**
 * Breadth-first search from each atom with the atoms as the bits of a word. A pair at distance d is out of reach at
 * 0, 1, .. d - 1 bonds, so the index is the number of pairs out of reach, added up over all reaches; each pair is counted
 * from its first atom.
 */
export function wienerIndexByMasks(graph: MolecularGraph): number {
  const n = graph.degrees.length;
  fillNeighbourMasks(bonded, graph);
  const all = n === WORD ? -1 : (1 << n) - 1;
  let sum = 0;
  for (let source = 0; source < n - 1; source++) {
    let reached = 1 << source;
    let frontier = bonded[source]!;
    let missing = all & ~((2 << source) - 1);
    while (missing !== 0) {
      if (frontier === 0) return Number.POSITIVE_INFINITY;
      sum += bitCount(missing);
      reached |= frontier;
      missing &= ~reached;
      let next = 0;
      for (let rest = frontier; rest !== 0; rest &= rest - 1) next |= bonded[31 - Math.clz32(rest & -rest)]!;
      frontier = next & ~reached;
    }
  }
  return sum;
}

/** The number of ones among 32 bits, by adding neighbouring fields of 1, 2, 4 and 8 bits. */
function bitCount(mask: number): number {
  let fields = mask - ((mask >>> 1) & 0x55555555);
  fields = (fields & 0x33333333) + ((fields >>> 2) & 0x33333333);
  return Math.imul((fields + (fields >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Scratch of wienerIndexBySearch, as large as the largest molecule so far: a search allocates nothing. */
let queue = new Uint16Array(0);
let distance = new Int16Array(0);

/** Breadth-first search from each atom; O(n (n + m)). */
export function wienerIndexBySearch({ degrees, neighbours }: MolecularGraph): number {
  const n = degrees.length;
  if (queue.length < n) {
    queue = new Uint16Array(n);
    distance = new Int16Array(n);
  }
  let sum = 0;
  for (let source = 0; source < n - 1; source++) {
    distance.fill(-1, 0, n);
    distance[source] = 0;
    queue[0] = source;
    let tail = 1;
    for (let head = 0; head < tail && tail < n; head++) {
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
    if (tail < n) return Number.POSITIVE_INFINITY;
  }
  return sum;
}

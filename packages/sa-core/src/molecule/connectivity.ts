import { MAX_NEIGHBOURS, type MolecularGraph } from './molecular-graph.ts';
import { WORD } from './neighbour-masks.ts';

/** Whether a path of bonds joins every pair of heavy atoms. Searches from atom 0; O(n), and allocates nothing. */
export function isConnected(graph: MolecularGraph): boolean {
  const n = graph.elements.length;
  return n <= WORD ? reachesAllOfWord(graph, n) : reachesAll(graph, n);
}

function reachesAllOfWord({ degrees, neighbours }: MolecularGraph, n: number): boolean {
  let reached = 1;
  let frontier = 1;
  while (frontier !== 0) {
    const x = 31 - Math.clz32(frontier);
    frontier ^= 1 << x;
    const start = x * MAX_NEIGHBOURS;
    const stop = start + degrees[x]!;
    let found = 0;
    for (let slot = start; slot < stop; slot++) found |= 1 << neighbours[slot]!;
    found &= ~reached;
    reached |= found;
    frontier |= found;
  }
  return reached >>> 0 === 2 ** n - 1;
}

/** Scratch of reachesAll, as large as the largest molecule so far: a search allocates nothing. */
let reached = new Uint8Array(0);
let queue = new Uint16Array(0);

function reachesAll({ degrees, neighbours }: MolecularGraph, n: number): boolean {
  if (queue.length < n) {
    reached = new Uint8Array(n);
    queue = new Uint16Array(n);
  }
  reached.fill(0, 0, n);
  reached[0] = 1;
  queue[0] = 0;
  let count = 1;
  for (let head = 0; head < count; head++) {
    const start = queue[head]! * MAX_NEIGHBOURS;
    const stop = start + degrees[queue[head]!]!;
    for (let slot = start; slot < stop; slot++) {
      const y = neighbours[slot]!;
      if (reached[y] === 1) continue;
      reached[y] = 1;
      queue[count++] = y;
    }
  }
  return count === n;
}

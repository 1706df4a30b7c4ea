import { MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';

/**
 * Whether a path of at most `bonds` bonds leads from one atom to another without a third. A walk that turns back would
 * hold a shorter path, so no atom needs to be marked. An atom has at most 4 ways on: O(4^bonds), for the few bonds of a
 * small ring.
 */
export function isNear(
  graph: MolecularGraph,
  from: number,
  to: number,
  bonds: number,
  without: number,
): boolean {
  if (from === to) return true;
  if (bonds === 0) return false;
  const start = from * MAX_NEIGHBOURS;
  for (let k = start; k < start + graph.degrees[from]!; k++) {
    const next = graph.neighbours[k]!;
    if (next !== without && isNear(graph, next, to, bonds - 1, without)) return true;
  }
  return false;
}

/** Whether the bond x-y is part of a ring of at most `members` atoms. */
export function isInRing(graph: MolecularGraph, x: number, y: number, members: number): boolean {
  const start = x * MAX_NEIGHBOURS;
  for (let k = start; k < start + graph.degrees[x]!; k++) {
    const first = graph.neighbours[k]!;
    if (first !== y && isNear(graph, first, y, members - 2, x)) return true;
  }
  return false;
}

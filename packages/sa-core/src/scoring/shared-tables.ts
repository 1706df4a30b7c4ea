import { MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';
import { fillNeighbourMasks, WORD } from '../molecule/neighbour-masks.ts';

/** What can be computed once a molecule for all components of an objective. */
export type ScoringTable = 'distances';

/** Tables over one molecule, filled anew for each. A table that nobody asked for has length 0. */
export interface SharedTables {
  /** The number of bonds between atoms x and y at [n x + y], row-major n x n. */
  readonly distances: Uint16Array;
}

/** The memory of the tables, made once for all molecules of a size: filling it allocates nothing. */
export interface TableMemory extends SharedTables {
  readonly queue: Uint16Array;
}

export function createTables(heavyAtoms: number, needs: Iterable<ScoringTable>): TableMemory {
  const size = new Set(needs).has('distances') ? heavyAtoms : 0;
  return { distances: new Uint16Array(size * size), queue: new Uint16Array(size) };
}

/** Fills what the memory has room for. */
export function fillTables(memory: TableMemory, graph: MolecularGraph): void {
  if (memory.distances.length === 0) return;
  if (graph.degrees.length <= WORD) fillDistancesByMasks(memory, graph);
  else fillDistances(memory, graph);
}

/** All tables of one molecule, in memory of their own. */
export function tablesOf(graph: MolecularGraph): SharedTables {
  const memory = createTables(graph.degrees.length, ['distances']);
  fillTables(memory, graph);
  return memory;
}

/** Breadth-first search from each atom; O(n (n + m)). Atoms that no path joins are left at the distance n. */
function fillDistances({ distances, queue }: TableMemory, { degrees, neighbours }: MolecularGraph): void {
  const n = degrees.length;
  distances.fill(n);
  for (let source = 0; source < n; source++) {
    const row = source * n;
    distances[row + source] = 0;
    queue[0] = source;
    for (let head = 0, tail = 1; head < tail && tail < n; head++) {
      const x = queue[head]!;
      const next = distances[row + x]! + 1;
      const start = x * MAX_NEIGHBOURS;
      for (let k = start; k < start + degrees[x]!; k++) {
        const y = neighbours[k]!;
        // No distance is as long as n.
        if (distances[row + y]! < n) continue;
        distances[row + y] = next;
        queue[tail++] = y;
      }
    }
  }
}

/** Scratch of fillDistancesByMasks: the neighbours of each atom, as the bits of a word. */
const bonded = new Int32Array(WORD);

/** The same with the atoms as the bits of a word, in a third of the time. */
function fillDistancesByMasks({ distances }: TableMemory, graph: MolecularGraph): void {
  const n = graph.degrees.length;
  fillNeighbourMasks(bonded, graph);
  distances.fill(n);
  for (let source = 0; source < n; source++) {
    const row = source * n;
    distances[row + source] = 0;
    let unreached = ~(1 << source);
    let frontier = bonded[source]!;
    for (let distance = 1; frontier !== 0; distance++) {
      unreached &= ~frontier;
      let next = 0;
      for (let rest = frontier; rest !== 0; ) {
        const last = 31 - Math.clz32(rest);
        rest ^= 1 << last;
        next |= bonded[last]!;
        distances[row + last] = distance;
      }
      frontier = next & unreached;
    }
  }
}

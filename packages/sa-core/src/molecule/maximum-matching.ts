/**
 * A matching of as many vertices as possible of a simple undirected graph, no vertex twice: for each vertex its partner,
 * or -1. Edmonds' blossom algorithm (Paths, trees, and flowers, Can. J. Math. 1965, 17, 449-467), at most O(n^3)
 * whatever the graph. `neighbours` is symmetric and without loops. The same input gives the same matching.
 */
export function maximumMatching(neighbours: readonly (readonly number[])[]): Int32Array {
  const partners = new Int32Array(neighbours.length).fill(-1);
  // A greedy start leaves few vertices to search from.
  neighbours.forEach((others, vertex) => {
    if (partners[vertex] !== -1) return;
    const free = others.find((other) => partners[other] === -1);
    if (free !== undefined) match(partners, vertex, free);
  });
  for (let root = 0; root < neighbours.length; root++) {
    if (partners[root] === -1) augmentFrom(createTree(neighbours, partners, root));
  }
  return partners;
}

/** The alternating tree that grows from one unmatched vertex. */
interface AlternatingTree {
  readonly neighbours: readonly (readonly number[])[];
  readonly partners: Int32Array;
  /** For a vertex at odd distance from the root, the even vertex before it; also set around blossoms. -1: none. */
  readonly parents: Int32Array;
  /** The vertex that stands for the blossom that a vertex has been shrunk into; itself when in none. */
  readonly bases: Int32Array;
  /** 1 for vertices at an even distance from the root, counted through blossoms. */
  readonly isEven: Uint8Array;
  /** Even vertices whose neighbours have still to be looked at. */
  readonly queue: number[];
}

function createTree(
  neighbours: readonly (readonly number[])[],
  partners: Int32Array,
  root: number,
): AlternatingTree {
  const n = neighbours.length;
  const isEven = new Uint8Array(n);
  isEven[root] = 1;
  return {
    neighbours,
    partners,
    parents: new Int32Array(n).fill(-1),
    bases: Int32Array.from({ length: n }, (_, vertex) => vertex),
    isEven,
    queue: [root],
  };
}

/** Grows the tree until it meets an unmatched vertex, and then flips the path to it. */
function augmentFrom(tree: AlternatingTree): void {
  const { neighbours, partners, parents, bases, isEven, queue } = tree;
  const root = queue[0]!;
  for (let head = 0; head < queue.length; head++) {
    const vertex = queue[head]!;
    for (const other of neighbours[vertex]!) {
      if (bases[vertex] === bases[other] || partners[vertex] === other) continue;
      const mate = partners[other]!;
      if (other === root || (mate !== -1 && parents[mate] !== -1)) {
        shrinkBlossom(tree, vertex, other);
      } else if (parents[other] === -1) {
        parents[other] = vertex;
        if (mate === -1) {
          flipPath(tree, other);
          return;
        }
        isEven[mate] = 1;
        queue.push(mate);
      }
    }
  }
}

/** An edge joins two even vertices: the odd cycle that it closes becomes one even vertex. */
function shrinkBlossom(tree: AlternatingTree, a: number, b: number): void {
  const { bases, isEven, queue } = tree;
  const base = commonBase(tree, a, b);
  const inBlossom = new Uint8Array(bases.length);
  markPath(tree, a, base, b, inBlossom);
  markPath(tree, b, base, a, inBlossom);
  for (let vertex = 0; vertex < bases.length; vertex++) {
    if (inBlossom[bases[vertex]!] === 0) continue;
    bases[vertex] = base;
    if (isEven[vertex] === 1) continue;
    isEven[vertex] = 1;
    queue.push(vertex);
  }
}

/** The first base that the paths from a and b to the root have in common. */
function commonBase(tree: AlternatingTree, a: number, b: number): number {
  const { bases, parents, partners } = tree;
  const onPath = new Uint8Array(bases.length);
  let vertex = bases[a]!;
  while (true) {
    onPath[vertex] = 1;
    if (partners[vertex] === -1) break;
    vertex = bases[parents[partners[vertex]!]!]!;
  }
  vertex = bases[b]!;
  while (onPath[vertex] === 0) vertex = bases[parents[partners[vertex]!]!]!;
  return vertex;
}

/** Marks the bases from a vertex up to the blossom's base and makes the way back lead around the other side. */
function markPath(
  tree: AlternatingTree,
  from: number,
  base: number,
  child: number,
  inBlossom: Uint8Array,
): void {
  const { bases, parents, partners } = tree;
  let vertex = from;
  let before = child;
  while (bases[vertex] !== base) {
    const mate = partners[vertex]!;
    inBlossom[bases[vertex]!] = 1;
    inBlossom[bases[mate]!] = 1;
    parents[vertex] = before;
    before = mate;
    vertex = parents[mate]!;
  }
}

/** Matches the odd vertex at the end of the path with the vertex before it, and so on to the root. */
function flipPath(tree: AlternatingTree, end: number): void {
  const { parents, partners } = tree;
  let vertex = end;
  while (vertex !== -1) {
    const before = parents[vertex]!;
    const next = partners[before]!;
    match(partners, vertex, before);
    vertex = next;
  }
}

function match(partners: Int32Array, a: number, b: number): void {
  partners[a] = b;
  partners[b] = a;
}

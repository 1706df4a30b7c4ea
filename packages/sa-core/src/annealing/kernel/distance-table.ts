import { MAX_NEIGHBOURS, type MolecularGraph } from '../../molecule/molecular-graph.ts';

/**
 * All distances of a molecule, their row sums and its bridges: what lets the Wiener kernel judge most proposals without
 * a search. Invariant between moves: true of the graph that it was made of.
 */
export class DistanceTable {
  private readonly graph: MolecularGraph;
  /** Number of heavy atoms. */
  readonly n: number;
  /** Bonds between x and y, row-major n x n. */
  readonly D: Uint16Array;
  /** Row sums of D. */
  readonly S: Int32Array;
  /** 1 at [x, y] where the bond x-y is a bridge; row-major n x n. Not kept while the molecule is a tree. */
  private readonly bridges: Uint8Array;
  /** Half the sum of S. */
  wiener = 0;
  /** Whether there is no ring, so that every bond is a bridge. */
  private isTree = false;
  // Scratch of the methods below; nothing in it outlives a call.
  private readonly queue: Uint16Array;
  private readonly branch: Uint16Array;
  private readonly outside: Uint16Array;
  private readonly change: Int32Array;
  /** When the depth-first search came to an atom, from 1, and the earliest atom that it can come back to from there. */
  private readonly entered: Uint16Array;
  private readonly lowest: Uint16Array;
  private clock = 0;

  constructor(graph: MolecularGraph) {
    const n = graph.elements.length;
    this.graph = graph;
    this.n = n;
    this.D = new Uint16Array(n * n);
    this.S = new Int32Array(n);
    this.bridges = new Uint8Array(n * n);
    this.queue = new Uint16Array(n);
    this.branch = new Uint16Array(n);
    this.outside = new Uint16Array(n);
    this.change = new Int32Array(n);
    this.entered = new Uint16Array(n);
    this.lowest = new Uint16Array(n);
    this.refresh();
  }

  /** Computes everything anew: a breadth-first search from each atom; O(n (n + m)). */
  refresh(): void {
    const { n, D, S, queue } = this;
    const { degrees, neighbours } = this.graph;
    let ordered = 0;
    let bondEnds = 0;
    D.fill(0);
    for (let source = 0; source < n; source++) {
      const row = source * n;
      let sum = 0;
      queue[0] = source;
      for (let head = 0, tail = 1; head < tail; head++) {
        const x = queue[head]!;
        const next = D[row + x]! + 1;
        const start = x * MAX_NEIGHBOURS;
        for (let k = start; k < start + degrees[x]!; k++) {
          const y = neighbours[k]!;
          if (D[row + y] !== 0 || y === source) continue;
          D[row + y] = next;
          queue[tail++] = y;
          sum += next;
        }
      }
      S[source] = sum;
      ordered += sum;
      bondEnds += degrees[source]!;
    }
    this.wiener = ordered / 2;
    this.isTree = bondEnds === 2 * (n - 1);
    if (!this.isTree) this.refreshBridges();
  }

  isBridge(x: number, y: number): boolean {
    return this.isTree || this.bridges[x * this.n + y] === 1;
  }

  /**
   * The bridge q-r has become p-r, with p on the side of q: the branch of r hangs on p now, so that all of its atoms are
   * as much further from an atom y outside as p is further from y than q. O(|branch| |others|).
   */
  moveBranch(p: number, q: number, r: number): void {
    const { n, D, S, branch, outside, change } = this;
    let inside = 0;
    let others = 0;
    for (let x = 0; x < n; x++) {
      const isInside = D[r * n + x]! < D[q * n + x]!;
      change[x] = isInside ? 0 : D[p * n + x]! - D[q * n + x]!;
      if (isInside) branch[inside++] = x;
      else if (change[x] !== 0) outside[others++] = x;
    }
    for (let j = 0; j < others; j++) {
      const y = outside[j]!;
      const further = change[y]!;
      for (let i = 0; i < inside; i++) {
        const x = branch[i]!;
        const distance = D[x * n + y]! + further;
        D[x * n + y] = distance;
        D[y * n + x] = distance;
        S[x]! += further;
      }
      S[y]! += further * inside;
      this.wiener += further * inside;
    }
    if (this.isTree) return;
    this.setBridge(q, r, 0);
    this.setBridge(p, r, 1);
  }

  private setBridge(x: number, y: number, isBridge: 0 | 1): void {
    this.bridges[x * this.n + y] = isBridge;
    this.bridges[y * this.n + x] = isBridge;
  }

  /**
   * Depth-first search from atom 0: a bond of the search tree is a bridge if and only if nothing below it leads back to
   * its upper end or beyond. Orders do not count: a double bond is one edge of this graph.
   */
  private refreshBridges(): void {
    const { entered } = this;
    this.bridges.fill(0);
    entered.fill(0);
    this.clock = 0;
    this.descend(0, -1);
  }

  private descend(x: number, parent: number): void {
    const { entered, lowest } = this;
    const { degrees, neighbours } = this.graph;
    entered[x] = ++this.clock;
    lowest[x] = this.clock;
    const start = x * MAX_NEIGHBOURS;
    for (let k = start; k < start + degrees[x]!; k++) {
      const y = neighbours[k]!;
      if (y === parent) continue;
      if (entered[y] === 0) {
        this.descend(y, x);
        if (lowest[y]! > entered[x]!) this.setBridge(x, y, 1);
      }
      if (lowest[y]! < lowest[x]!) lowest[x] = lowest[y]!;
    }
  }
}

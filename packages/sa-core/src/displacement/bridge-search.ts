import { MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';

/** Finds whether a bond is a bridge, and then which atoms are on which side of it. One instance serves a whole run. */
export class BridgeSearch {
  // Invariant: an atom was reached by the last search if and only if its mark is the number of that search.
  private readonly marks: Uint32Array;
  private readonly stack: Uint16Array;
  private search = 0;

  constructor(atoms: number) {
    this.marks = new Uint32Array(atoms);
    this.stack = new Uint16Array(atoms);
  }

  /** Whether no path but the bond itself joins the neighbours q and r. O(n). */
  isBridge(graph: MolecularGraph, q: number, r: number): boolean {
    const { marks, stack } = this;
    this.search++;
    if (this.search === 2 ** 32) {
      marks.fill(0);
      this.search = 1;
    }
    marks[q] = this.search;
    stack[0] = q;
    let depth = 1;
    while (depth > 0) {
      const x = stack[--depth]!;
      const start = x * MAX_NEIGHBOURS;
      for (let k = start; k < start + graph.degrees[x]!; k++) {
        const y = graph.neighbours[k]!;
        if (marks[y] === this.search) continue;
        if (y === r) {
          if (x === q) continue;
          return false;
        }
        marks[y] = this.search;
        stack[depth++] = y;
      }
    }
    return true;
  }

  /** After {@link isBridge} found a bridge (q, r): whether x is on the side of q. */
  isOnFirstSide(x: number): boolean {
    return this.marks[x] === this.search;
  }
}

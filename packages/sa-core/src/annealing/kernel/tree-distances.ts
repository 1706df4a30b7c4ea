import type { LabelledIsomer } from '../../displacement/labelled-isomer.ts';
import { molecularGraphOf } from '../../displacement/labelled-isomer.ts';
import type { HeavyElement } from '../../molecule/element.ts';
import { MAX_NEIGHBOURS } from '../../molecule/molecular-graph.ts';

/** The distances of a tree of atoms, kept up to date while its branches move. */
export class TreeDistances {
  /** Number of atoms. */
  readonly n: number;
  /** Bonds between x and y, row-major n x n. */
  readonly D: Uint16Array;
  /** Row sums of D. */
  readonly S: Int32Array;
  /** The Wiener index, half the sum of S. */
  wiener = 0;
  // Scratch of moveBranch: atoms of the branch, the others whose distance to it changes, and by how much.
  private readonly branch: Int32Array;
  private readonly others: Int32Array;
  private readonly change: Int32Array;

  constructor(elements: readonly HeavyElement[], isomer: LabelledIsomer) {
    const n = elements.length;
    this.n = n;
    this.D = new Uint16Array(n * n);
    this.S = new Int32Array(n);
    this.branch = new Int32Array(n);
    this.others = new Int32Array(n);
    this.change = new Int32Array(n);
    const { degrees, neighbours } = molecularGraphOf(elements, isomer);
    const spread = (source: number, from: number, x: number, distance: number): void => {
      this.D[source * n + x] = distance;
      this.S[source]! += distance;
      for (let k = 0; k < degrees[x]!; k++) {
        const y = neighbours[x * MAX_NEIGHBOURS + k]!;
        if (y !== from) spread(source, x, y, distance + 1);
      }
    };
    for (let x = 0; x < n; x++) {
      spread(x, -1, x, 0);
      this.wiener += this.S[x]! / 2;
    }
  }

  /**
   * The bond q-r has become p-r, with p on the side of q: the branch of r hangs on p now, so that each of its atoms is as
   * much further from an atom y outside as p is further from y than q. O(|branch| |others|).
   */
  moveBranch(p: number, q: number, r: number): void {
    const { n, S } = this;
    if (n + S[q]! - S[r]! === 2) this.moveLeaf(p, q, r);
    else this.moveMany(p, q, r);
  }

  private moveLeaf(p: number, q: number, r: number): void {
    const { n, D, S } = this;
    const rowP = Math.imul(p, n);
    const rowQ = Math.imul(q, n);
    const rowR = Math.imul(r, n);
    this.wiener += S[p]! - S[q]! - D[rowP + q]!;
    let column = r | 0;
    for (let y = 0; y < n; y++) {
      const distance = D[(rowP + y) | 0]!;
      S[y]! += distance - D[(rowQ + y) | 0]!;
      D[(rowR + y) | 0] = distance + 1;
      D[column] = distance + 1;
      column = (column + n) | 0;
    }
    D[rowR + r] = 0;
    S[r] = S[p]! + n - 2;
  }

  private moveMany(p: number, q: number, r: number): void {
    const { n, D, S, branch, others, change } = this;
    const rowP = Math.imul(p, n);
    const rowQ = Math.imul(q, n);
    const rowR = Math.imul(r, n);
    let inside = 0;
    let outside = 0;
    let sum = 0;
    for (let x = 0; x < n; x++) {
      const fromQ = D[(rowQ + x) | 0]!;
      if (D[(rowR + x) | 0]! < fromQ) {
        branch[inside] = x;
        inside = (inside + 1) | 0;
      } else {
        const further = D[(rowP + x) | 0]! - fromQ;
        if (further !== 0) {
          others[outside] = x;
          change[outside] = further;
          outside = (outside + 1) | 0;
          sum = (sum + further) | 0;
        }
      }
    }
    for (let j = 0; j < outside; j++) S[others[j]!]! += Math.imul(change[j]!, inside);
    for (let i = 0; i < inside; i++) {
      const x = branch[i]!;
      const row = Math.imul(x, n);
      S[x]! += sum;
      for (let j = 0; j < outside; j++) {
        const y = others[j]!;
        const distance = D[(row + y) | 0]! + change[j]!;
        D[(row + y) | 0] = distance;
        D[(Math.imul(y, n) + x) | 0] = distance;
      }
    }
    this.wiener += Math.imul(sum, inside);
  }
}

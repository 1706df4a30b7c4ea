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
  // Scratch of moveBranch: the atoms of the branch, the others, and how far each of these is from r now.
  private readonly branch: Int32Array;
  private readonly others: Int32Array;
  private readonly fromR: Int32Array;

  constructor(elements: readonly HeavyElement[], isomer: LabelledIsomer) {
    const n = elements.length;
    this.n = n;
    this.D = new Uint16Array(n * n);
    this.S = new Int32Array(n);
    this.branch = new Int32Array(n);
    this.others = new Int32Array(n);
    this.fromR = new Int32Array(n);
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
   * The bond q-r has become p-r, with p on the side of q: the branch of r hangs on p now, and the path from one of its
   * atoms to an atom outside goes over r and p. O(|branch| |others|), and a third of that where r is a leaf.
   */
  moveBranch(p: number, q: number, r: number): void {
    const { n, S } = this;
    if (n + S[q]! - S[r]! === 2) this.moveLeaf(p, q, r);
    else this.moveLargeBranch(p, q, r);
  }

  // Integers are added with `| 0` and multiplied with Math.imul where the engine would look for an overflow otherwise.

  private moveLeaf(p: number, q: number, r: number): void {
    const { n, D, S } = this;
    const rowP = Math.imul(p, n);
    const rowQ = Math.imul(q, n);
    const rowR = Math.imul(r, n);
    this.wiener += S[p]! - S[q]! - D[rowP + q]!;
    // What this writes at y = r makes no sense, and is put right at the end.
    for (let y = 0, column = r | 0; y < n; y++, column = (column + n) | 0) {
      const distance = D[(rowP + y) | 0]!;
      S[y]! += distance - D[(rowQ + y) | 0]!;
      D[(rowR + y) | 0] = distance + 1;
      D[column] = distance + 1;
    }
    D[rowR + r] = 0;
    S[r] = S[p]! + n - 2;
  }

  private moveLargeBranch(p: number, q: number, r: number): void {
    const { n, D, S, branch, others, fromR } = this;
    const rowP = Math.imul(p, n);
    const rowQ = Math.imul(q, n);
    const rowR = Math.imul(r, n);
    let inside = 0;
    let outside = 0;
    for (let x = 0; x < n; x++) {
      // As q and r were neighbours, an atom is nearer to one of them by 1. It is written to both lists and stays in one:
      // a processor that had to guess which would often guess wrong.
      const isInside = (D[(rowQ + x) | 0]! - D[(rowR + x) | 0]! + 1) >> 1;
      branch[inside] = x;
      others[outside] = x;
      inside = (inside + isInside) | 0;
      outside = (outside + (isInside ^ 1)) | 0;
    }
    let sum = 0;
    for (let j = 0; j < outside; j++) {
      const y = others[j]!;
      const distance = D[(rowP + y) | 0]!;
      const further = (distance - D[(rowQ + y) | 0]!) | 0;
      fromR[j] = distance + 1;
      S[y]! += Math.imul(further, inside);
      sum = (sum + further) | 0;
    }
    for (let i = 0; i < inside; i++) {
      const x = branch[i]!;
      const row = Math.imul(x, n);
      const toR = D[(rowR + x) | 0]!;
      S[x]! += sum;
      for (let j = 0; j < outside; j++) {
        const y = others[j]!;
        const distance = (fromR[j]! + toR) | 0;
        D[(row + y) | 0] = distance;
        D[(Math.imul(y, n) + x) | 0] = distance;
      }
    }
    this.wiener += Math.imul(sum, inside);
  }
}

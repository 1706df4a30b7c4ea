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
  private readonly branch: Uint16Array;
  private readonly others: Uint16Array;
  private readonly change: Int32Array;

  constructor(elements: readonly HeavyElement[], isomer: LabelledIsomer) {
    const n = elements.length;
    this.n = n;
    this.D = new Uint16Array(n * n);
    this.S = new Int32Array(n);
    this.branch = new Uint16Array(n);
    this.others = new Uint16Array(n);
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

  /** The number of atoms on the side of r of the bond q-r. */
  behind(q: number, r: number): number {
    return (this.n + this.S[q]! - this.S[r]!) >> 1;
  }

  /**
   * The bond q-r has become p-r, with p on the side of q: the branch of r hangs on p now, so that each of its atoms is as
   * much further from an atom y outside as p is further from y than q. O(|branch| |others|).
   */
  moveBranch(p: number, q: number, r: number): void {
    const { n, D, S, branch, others, change } = this;
    const [rowP, rowQ, rowR] = [p * n, q * n, r * n];
    let inside = 0;
    let outside = 0;
    for (let x = 0; x < n; x++) {
      const fromQ = D[rowQ + x]!;
      if (D[rowR + x]! < fromQ) {
        branch[inside++] = x;
      } else {
        const further = D[rowP + x]! - fromQ;
        others[outside] = x;
        change[outside] = further;
        if (further !== 0) outside++;
      }
    }
    let total = 0;
    for (let i = 0; i < inside; i++) {
      const x = branch[i]!;
      let sum = 0;
      for (let j = 0; j < outside; j++) {
        const y = others[j]!;
        const distance = D[x * n + y]! + change[j]!;
        D[x * n + y] = distance;
        D[y * n + x] = distance;
        sum += change[j]!;
      }
      S[x]! += sum;
      total += sum;
    }
    for (let j = 0; j < outside; j++) S[others[j]!]! += change[j]! * inside;
    this.wiener += total;
  }
}

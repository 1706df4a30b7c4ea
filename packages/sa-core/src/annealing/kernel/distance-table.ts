import type { BondMasks } from './bond-masks.ts';

/** How many proposals that the table could judge a molecule has to outlast before the table is filled for it. */
const PATIENCE = 2;

/**
 * The distances of the molecule that a run stands at, from which some changes of its Wiener index follow without a search.
 * Filling it costs about as much as two searches, so it is done only for molecules that last.
 */
export class DistanceTable {
  private readonly n: number;
  /** Row-major n x n. Invariant while isFilled: the distances of the molecule. */
  private readonly D: Uint16Array;
  /** Invariant while isFilled: the row sums of D. */
  private readonly S: Int32Array;
  private isFilled = false;
  /** How often the present molecule was asked about. */
  private asked = 0;

  constructor(atoms: number) {
    this.n = atoms;
    this.D = new Uint16Array(atoms * atoms);
    this.S = new Int32Array(atoms);
  }

  /** Has to be called whenever two atoms come to be bonded, or cease to be. */
  forget(): void {
    this.isFilled = false;
    this.asked = 0;
  }

  /** Whether the table can be read for the molecule of these bonds; fills it in time. */
  serves(masks: BondMasks): boolean {
    if (this.isFilled) return true;
    if (this.asked++ < PATIENCE) return false;
    masks.fillDistances(this.D, this.S);
    this.isFilled = true;
    return true;
  }

  /** The number of atoms on the side of r of a bridge q-r. */
  private behind(q: number, r: number): number {
    return (this.n + this.S[q]! - this.S[r]!) >> 1;
  }

  /** The change of the Wiener index when the bridge q-r becomes p-r, with p on the side of q. */
  whenBranchMoves(p: number, q: number, r: number): number {
    const { n, D, S } = this;
    const moved = this.behind(q, r);
    return moved * (S[p]! - S[q]! - moved * D[p * n + q]!);
  }

  /** The change when the bridges a-b and e-f, with b and e between them, become a-e and b-f. */
  whenBranchesSwitch(a: number, b: number, e: number, f: number): number {
    const { n, D, S } = this;
    const d = this.behind(e, f) - this.behind(b, a);
    return d * (S[b]! - S[e]! - d * D[b * n + e]!);
  }

  /** By how much the index falls at least when x and y are bonded: the part of all pairs with x or y. O(n). */
  leastFall(x: number, y: number): number {
    const { n, D } = this;
    let fall = 0;
    for (let i = x * n, j = y * n; i < x * n + n; i++, j++) {
      const apart = Math.abs(D[i]! - D[j]!);
      if (apart > 1) fall += apart - 1;
    }
    // The pair of x and y itself is in both rows.
    return fall - (D[x * n + y]! - 1);
  }
}

import { type LabelledIsomer, molecularGraphOf } from '../../displacement/labelled-isomer.ts';
import type { HeavyElement } from '../../molecule/element.ts';
import type { StepOutcome } from '../step-records.ts';
import type { BondMasks } from './bond-masks.ts';
import { bondMasksOf } from './create-bond-masks.ts';
import { DistanceTable } from './distance-table.ts';
import { type MetropolisLimits, NO_LIMIT } from './metropolis-limits.ts';

/**
 * Judges the moves of a molecule with rings or multiple bonds by its Wiener index. Which atoms are bonded is kept as bit
 * masks, in which a proposal is made, judged, and taken back if it is rejected; an accepted one leaves nothing to refresh. The
 * step's limit is known before: the sum of distances ends where it passes that. Some proposals are ruled out before they are
 * made, by what they form and part, by the degrees or, where a molecule has lasted for a while, by its distances.
 */
export class RingJudge {
  readonly n: number;
  /** Row-major n x n. Invariant between steps: the number of units that join two atoms. */
  readonly orders: Uint8Array;
  /** Invariant between steps: the pairs with an order above 0. */
  readonly masks: BondMasks;
  /** Invariant between steps: the index of the molecule. */
  wiener: number;
  private readonly sign: 1 | -1;
  private readonly metropolis: MetropolisLimits;
  private readonly distances: DistanceTable;

  constructor(
    elements: readonly HeavyElement[],
    isomer: LabelledIsomer,
    sign: 1 | -1,
    metropolis: MetropolisLimits,
  ) {
    const graph = molecularGraphOf(elements, isomer);
    this.n = elements.length;
    this.orders = graph.bondOrders;
    this.masks = bondMasksOf(graph);
    this.wiener = this.masks.wienerIndex(NO_LIMIT);
    this.sign = sign;
    this.metropolis = metropolis;
    this.distances = new DistanceTable(this.n);
  }

  /**
   * Whether a step k that takes a unit of the single bond q-r to p is rejected whichever end keeps it: known before it is
   * searched which does.
   */
  rulesOutShift(p: number, q: number, r: number, k: number): boolean {
    const { sign, masks, wiener, metropolis } = this;
    return sign === 1 && masks.leastIndexAfterShift(p, q, r) - wiener > metropolis.limits[k]!;
  }

  /** Whether step k may make a unit of q-r one of p-r; if so, the masks show it. */
  judgeShift(p: number, q: number, r: number, isBridge: boolean, k: number): boolean {
    const { n, orders, masks, distances, sign } = this;
    const parts = orders[q * n + r] === 1;
    const joins = orders[p * n + r] === 0;
    if (!parts && !joins) return true;
    const uphill = this.metropolis.limits[k]!;
    if (isBridge) {
      if (distances.serves(masks) && sign * distances.whenBranchMoves(p, q, r) > uphill) return false;
    } else if (parts !== joins && joins === (sign === -1)) {
      // Bonds that are formed, while none goes, bring atoms nearer to each other; bonds that go take them apart.
      if (joins ? this.isRuledOutByFall(p, r, uphill) : uphill < 1) return false;
    }
    return parts && joins
      ? this.judgeMove(p, q, r, uphill, k)
      : this.judgeBond(parts ? q : p, r, joins, uphill, k);
  }

  /** Whether the index would become too much worse if the branches of two bridges changed places. */
  private isRuledOutByBranches(q: number, r: number, s: number, u: number, uphill: number): boolean {
    const { masks, distances, sign } = this;
    return distances.serves(masks) && sign * distances.whenBranchesSwitch(q, r, s, u) > uphill;
  }

  /** Maximising: whether the index would fall too far if x and y came to be bonded, and no bond went. */
  private isRuledOutByFall(x: number, y: number, uphill: number): boolean {
    const { masks, distances } = this;
    return uphill < 1 || (distances.serves(masks) && distances.leastFall(x, y) > uphill);
  }

  /** The bond q-r becomes p-r. */
  private judgeMove(p: number, q: number, r: number, uphill: number, k: number): boolean {
    const { masks, sign, wiener } = this;
    if (sign === 1 && masks.leastIndexAfterMove(p, q) - wiener > uphill) return false;
    masks.move(p, q, r);
    if (this.accepts(uphill, k)) return true;
    masks.move(q, p, r);
    return false;
  }

  /** The bond x-y is formed, or it goes. */
  private judgeBond(x: number, y: number, joins: boolean, uphill: number, k: number): boolean {
    const { masks } = this;
    if (joins) masks.join(x, y);
    else masks.part(x, y);
    if (this.accepts(uphill, k)) return true;
    if (joins) masks.part(x, y);
    else masks.join(x, y);
    return false;
  }

  /**
   * What becomes of step k, in which the units q-r and s-u become q-s and r-u; accepted, the masks show it.
   *
   * @param bridges how many of the two are bridges, if both are single bonds
   */
  judgeSwitch(q: number, r: number, s: number, u: number, bridges: number, k: number): StepOutcome {
    const { n, orders, masks, sign } = this;
    const partsQR = orders[q * n + r] === 1;
    const partsSU = orders[s * n + u] === 1;
    const joinsQS = orders[q * n + s] === 0;
    const joinsRU = orders[r * n + u] === 0;
    if (!(partsQR || partsSU || joinsQS || joinsRU)) return 'accepted';
    const uphill = this.metropolis.limits[k]!;
    if (bridges === 2 && this.isRuledOutByBranches(q, r, s, u, uphill)) return 'rejected';
    if (sign === -1 && !partsQR && !partsSU) {
      const [x, y] = joinsQS ? [q, s] : [r, u];
      if (this.isRuledOutByFall(x, y, uphill)) return 'rejected';
    }
    if (partsQR) masks.part(q, r);
    if (partsSU) masks.part(s, u);
    if (joinsQS) masks.join(q, s);
    if (joinsRU) masks.join(r, u);
    // Every atom still has a path to one of the four, and q to s, and r to u: what is left to ask is q to r.
    const isConnected = !partsQR || !partsSU || bridges > 0 || masks.areJoinedOtherwise(q, r);
    if (isConnected && this.accepts(uphill, k)) return 'accepted';
    if (joinsRU) masks.part(r, u);
    if (joinsQS) masks.part(q, s);
    if (partsSU) masks.join(s, u);
    if (partsQR) masks.join(q, r);
    return isConnected ? 'rejected' : 'disconnected';
  }

  /** Judges the molecule that the masks show now; accepted, its index is the current one from here on. */
  private accepts(uphill: number, k: number): boolean {
    const { sign, wiener } = this;
    const atMost = sign === 1 ? wiener + uphill : NO_LIMIT;
    const proposed = this.masks.wienerIndex(atMost);
    if (proposed > atMost || sign * (proposed - wiener) > uphill) return false;
    if (!this.metropolis.accepts(k, wiener, proposed)) return false;
    this.wiener = proposed;
    this.distances.forget();
    return true;
  }

  changeOrder(x: number, y: number, by: 1 | -1): void {
    this.orders[x * this.n + y]! += by;
    this.orders[y * this.n + x]! += by;
  }
}

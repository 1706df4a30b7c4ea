import { type IsomerView, type LabelledIsomer, molecularGraphOf } from '../../displacement/labelled-isomer.ts';
import { isomerAt } from '../../displacement/walker.ts';
import { MAX_BOND_ORDER } from '../../molecule/molecular-graph.ts';
import type { Annealing } from '../annealing.ts';
import type { OutcomeCounts, StepOutcome } from '../step-records.ts';
import type { BondMasks } from './bond-masks.ts';
import { bondMasksOf } from './create-bond-masks.ts';
import { DistanceTable } from './distance-table.ts';
import type { AcceptedStepWatch, Kernel, KernelStart } from './kernel.ts';
import { MetropolisLimits, NO_LIMIT } from './metropolis-limits.ts';
import { STEPS_PER_DRAW, StepDraws } from './step-draws.ts';

/**
 * The proposal "bonds" on the Wiener index of any formula, with rings and multiple bonds. Which atoms are bonded is kept as
 * bit masks, in which a proposal is made, judged, and taken back if it is rejected; an accepted one leaves nothing to
 * refresh. The Metropolis number is drawn first: it bounds the index that can still be accepted, and the sum of distances
 * ends where it passes that bound. Some proposals are ruled out before they are made, by the degrees or, where a molecule has
 * lasted for a while, by its distances.
 *
 * It draws the same numbers in the same order as drawHydrogenShift and drawBondSwitch, which say what the moves mean.
 */
export class RingKernel implements Kernel {
  readonly counts: OutcomeCounts;
  readonly scores = new Float64Array(1);
  energy: number;
  best: LabelledIsomer;
  bestEnergy: number;
  lastOutcome: StepOutcome | undefined;
  readonly view: IsomerView;
  private readonly weight: number;
  private readonly sign: 1 | -1;
  private readonly n: number;
  /** Unit u joins [2 u] and [2 u + 1]. */
  private readonly bondUnits: Uint16Array;
  private readonly hydrogenOwners: Uint16Array;
  /** Row-major n x n. Invariant between steps: the number of units that join two atoms. */
  private readonly orders: Uint8Array;
  /** Invariant between steps: the pairs with an order above 0. */
  private readonly masks: BondMasks;
  private readonly distances: DistanceTable;
  private readonly draws: StepDraws;
  private readonly metropolis: MetropolisLimits;
  private wiener: number;

  constructor(annealing: Annealing, { current, best, random, counts }: KernelStart) {
    const { elements, objective } = annealing;
    this.sign = annealing.sign;
    this.weight = objective.weights[0]!;
    this.counts = counts;
    this.n = elements.length;
    this.best = best;
    this.bestEnergy = this.weight * bondMasksOf(molecularGraphOf(elements, best)).wienerIndex(NO_LIMIT);
    this.bondUnits = Uint16Array.from(current.bondUnits);
    this.hydrogenOwners = Uint16Array.from(current.hydrogenOwners);
    this.view = { bondUnits: this.bondUnits, hydrogenOwners: this.hydrogenOwners };
    this.draws = new StepDraws(random, this.bondUnits.length >> 1, this.hydrogenOwners.length);
    this.metropolis = new MetropolisLimits(annealing, this.draws.metropolis);
    const graph = molecularGraphOf(elements, current);
    this.orders = graph.bondOrders;
    this.masks = bondMasksOf(graph);
    this.distances = new DistanceTable(this.n);
    this.wiener = this.masks.wienerIndex(NO_LIMIT);
    this.scores[0] = this.wiener;
    this.energy = this.weight * this.wiener;
  }

  current(): LabelledIsomer {
    return isomerAt(this.view);
  }

  run(t: number, steps: number, watch?: AcceptedStepWatch): number {
    let made = 0;
    while (made < steps) {
      const block = Math.min(steps - made, STEPS_PER_DRAW);
      this.draws.draw(t + made, block);
      this.metropolis.set(t + made, block);
      const madeOfBlock = this.makeDrawn(t + made, block, watch);
      made += Math.abs(madeOfBlock);
      if (madeOfBlock < 0) {
        if (-madeOfBlock < block) this.draws.giveBackAllBut(-madeOfBlock);
        return made;
      }
    }
    return made;
  }

  /** Makes the steps of a block that begins with step t of the run. Returns how many, less than 0 where the watch stopped it. */
  private makeDrawn(t: number, steps: number, watch: AcceptedStepWatch | undefined): number {
    const { counts, draws } = this;
    let outcome = this.lastOutcome;
    for (let k = 0; k < steps; k++) {
      outcome = draws.isSwitch(t + k) ? this.switchBonds(k) : this.shiftHydrogen(k);
      if (outcome === 'rejected') counts.rejected++;
      else if (outcome === 'invalid') counts.invalid++;
      else if (outcome === 'disconnected') counts.disconnected++;
      else {
        counts.accepted++;
        if (watch?.(t + k + 1)) {
          this.lastOutcome = outcome;
          return -(k + 1);
        }
      }
    }
    this.lastOutcome = outcome;
    return steps;
  }

  private shiftHydrogen(k: number): StepOutcome {
    const { n, bondUnits, hydrogenOwners, orders, masks, draws } = this;
    const orientedUnit = draws.orientedUnit[k]!;
    const hydrogen = draws.partner[k]!;
    let q = bondUnits[orientedUnit]!;
    let r = bondUnits[orientedUnit ^ 1]!;
    const p = hydrogenOwners[hydrogen]!;
    if (p === q || p === r) return 'invalid';
    let isBridge = false;
    if (orders[q * n + r] === 1) {
      if (this.sign === 1 && masks.leastIndexAfterShift(p, q, r) - this.wiener > this.metropolis.limits[k]!)
        return 'rejected';
      isBridge = !masks.areJoinedOtherwise(q, r);
      // The unit of a bridge stays with the side that p is not on, whichever orientation was drawn.
      if (isBridge && !masks.isOnFirstSide(p)) [q, r] = [r, q];
    }
    if (!this.judgeShift(p, q, r, isBridge, k)) return 'rejected';
    this.changeOrder(q, r, -1);
    this.changeOrder(p, r, 1);
    this.moveUnit(orientedUnit >> 1, p, r);
    hydrogenOwners[hydrogen] = q;
    return this.arrive();
  }

  /** A unit of q-r becomes p-r; accepted, the masks show it. */
  private judgeShift(p: number, q: number, r: number, isBridge: boolean, k: number): boolean {
    const { n, orders, masks, distances, sign } = this;
    const parts = orders[q * n + r] === 1;
    const joins = orders[p * n + r] === 0;
    if (!parts && !joins) return true;
    const uphill = this.metropolis.limits[k]!;
    if (isBridge) {
      if (distances.serves(masks) && sign * distances.whenBranchMoves(p, q, r) > uphill) return false;
    } else if (!parts && sign === -1) {
      if (distances.serves(masks) && distances.leastFall(p, r) > uphill) return false;
    }
    return parts && joins
      ? this.judgeMove(p, q, r, uphill, k)
      : this.judgeBond(parts ? q : p, r, joins, uphill, k);
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

  private switchBonds(k: number): StepOutcome {
    const { n, bondUnits, orders, masks, draws } = this;
    const orientedUnit = draws.orientedUnit[k]!;
    const first = orientedUnit >> 1;
    const other = draws.partner[k]!;
    const second = other < first ? other : other + 1;
    let q = bondUnits[orientedUnit]!;
    let r = bondUnits[orientedUnit ^ 1]!;
    let s = bondUnits[2 * second]!;
    let u = bondUnits[2 * second + 1]!;
    let bridges = 0;
    if (orders[q * n + r] === 1 && orders[s * n + u] === 1) {
      const firstIsBridge = !masks.areJoinedOtherwise(q, r);
      const innerIsQ = masks.isOnFirstSide(s);
      const secondIsBridge = !masks.areJoinedOtherwise(s, u);
      const innerIsU = !masks.isOnFirstSide(q);
      bridges = Number(firstIsBridge) + Number(secondIsBridge);
      if (bridges === 2) {
        if (innerIsQ) [q, r] = [r, q];
        if (innerIsU) [s, u] = [u, s];
      }
    }
    if (q === u || r === s || q === s || r === u) return 'invalid';
    if (orders[q * n + s] === MAX_BOND_ORDER || orders[r * n + u] === MAX_BOND_ORDER) return 'invalid';
    const verdict = this.judgeSwitch(q, r, s, u, bridges, k);
    if (verdict !== 'accepted') return verdict;
    this.changeOrder(q, r, -1);
    this.changeOrder(s, u, -1);
    this.changeOrder(q, s, 1);
    this.changeOrder(r, u, 1);
    this.moveUnit(first, q, s);
    this.moveUnit(second, r, u);
    return this.arrive();
  }

  /**
   * The units q-r and s-u become q-s and r-u; accepted, the masks show it.
   *
   * @param bridges how many of the two are bridges, if both are single bonds
   */
  private judgeSwitch(
    q: number,
    r: number,
    s: number,
    u: number,
    bridges: number,
    k: number,
  ): StepOutcome {
    const { n, orders, masks, distances, sign } = this;
    const partsQR = orders[q * n + r] === 1;
    const partsSU = orders[s * n + u] === 1;
    const joinsQS = orders[q * n + s] === 0;
    const joinsRU = orders[r * n + u] === 0;
    if (!(partsQR || partsSU || joinsQS || joinsRU)) return 'accepted';
    const uphill = this.metropolis.limits[k]!;
    if (bridges === 2) {
      if (distances.serves(masks) && sign * distances.whenBranchesSwitch(q, r, s, u) > uphill)
        return 'rejected';
    } else if (!partsQR && !partsSU && sign === -1 && distances.serves(masks)) {
      const leastFall = joinsQS ? distances.leastFall(q, s) : distances.leastFall(r, u);
      if (leastFall > uphill) return 'rejected';
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

  private changeOrder(x: number, y: number, by: 1 | -1): void {
    this.orders[x * this.n + y]! += by;
    this.orders[y * this.n + x]! += by;
  }

  private moveUnit(unit: number, x: number, y: number): void {
    this.bondUnits[2 * unit] = x;
    this.bondUnits[2 * unit + 1] = y;
  }

  private arrive(): StepOutcome {
    this.scores[0] = this.wiener;
    this.energy = this.weight * this.wiener;
    if (this.sign * (this.energy - this.bestEnergy) < 0) {
      this.bestEnergy = this.energy;
      this.best = this.current();
    }
    return 'accepted';
  }
}

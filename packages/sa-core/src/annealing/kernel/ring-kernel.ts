import { type LabelledIsomer, molecularGraphOf } from '../../displacement/labelled-isomer.ts';
import { isomerAt } from '../../displacement/walker.ts';
import { MAX_BOND_ORDER } from '../../molecule/molecular-graph.ts';
import type { Random } from '../../random.ts';
import type { Annealing } from '../annealing.ts';
import { acceptsDrawn, mostUphill } from '../metropolis.ts';
import type { OutcomeCounts, StepOutcome } from '../step-records.ts';
import type { BondMasks } from './bond-masks.ts';
import { bondMasksOf } from './create-bond-masks.ts';
import { DistanceTable } from './distance-table.ts';
import type { Kernel, KernelStart } from './kernel.ts';

/** Above the Wiener index of every molecule, 1.7e8 at most, and small enough that twice this is still a small integer. */
const NO_LIMIT = 2 ** 29;

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
  private readonly annealing: Annealing;
  private readonly weight: number;
  private readonly sign: 1 | -1;
  private readonly random: Random;
  private readonly n: number;
  /** Unit u joins [2 u] and [2 u + 1]. */
  private readonly bondUnits: Uint16Array;
  private readonly hydrogenOwners: Uint16Array;
  /** Row-major n x n. Invariant between steps: the number of units that join two atoms. */
  private readonly orders: Uint8Array;
  /** Invariant between steps: the pairs with an order above 0. */
  private readonly masks: BondMasks;
  private readonly distances: DistanceTable;
  private wiener: number;

  constructor(annealing: Annealing, { current, best, random, counts }: KernelStart) {
    const { elements, objective } = annealing;
    this.annealing = annealing;
    this.sign = annealing.sign;
    this.weight = objective.weights[0]!;
    this.random = random;
    this.counts = counts;
    this.n = elements.length;
    this.best = best;
    this.bestEnergy = this.weight * bondMasksOf(molecularGraphOf(elements, best)).wienerIndex(NO_LIMIT);
    this.bondUnits = Uint16Array.from(current.bondUnits);
    this.hydrogenOwners = Uint16Array.from(current.hydrogenOwners);
    const graph = molecularGraphOf(elements, current);
    this.orders = graph.bondOrders;
    this.masks = bondMasksOf(graph);
    this.distances = new DistanceTable(this.n);
    this.wiener = this.masks.wienerIndex(NO_LIMIT);
    this.scores[0] = this.wiener;
    this.energy = this.weight * this.wiener;
  }

  current(): LabelledIsomer {
    return isomerAt({ bondUnits: this.bondUnits, hydrogenOwners: this.hydrogenOwners });
  }

  run(t: number, steps: number): void {
    const { counts } = this;
    let outcome = this.lastOutcome;
    for (let step = t; step < t + steps; step++) {
      outcome = this.makeStep(step);
      if (outcome === 'rejected') counts.rejected++;
      else if (outcome === 'invalid') counts.invalid++;
      else if (outcome === 'accepted') counts.accepted++;
      else counts.disconnected++;
    }
    this.lastOutcome = outcome;
  }

  private makeStep(t: number): StepOutcome {
    // As a signed integer, which the engine passes on without a number on the heap.
    const drawn = this.random.uint32() | 0;
    if (this.bondUnits.length === 0) return 'invalid';
    const isSwitch = this.hydrogenOwners.length === 0 || (t & 3) === 3;
    return isSwitch ? this.switchBonds(t, drawn) : this.shiftHydrogen(t, drawn);
  }

  private shiftHydrogen(t: number, drawn: number): StepOutcome {
    const { n, bondUnits, hydrogenOwners, orders, masks, random } = this;
    const orientedUnit = random.below(bondUnits.length);
    const hydrogen = random.below(hydrogenOwners.length);
    let q = bondUnits[orientedUnit]!;
    let r = bondUnits[orientedUnit ^ 1]!;
    const p = hydrogenOwners[hydrogen]!;
    if (p === q || p === r) return 'invalid';
    const isBridge = orders[q * n + r] === 1 && !masks.areJoinedOtherwise(q, r);
    // The unit of a bridge stays with the side that p is not on, whichever orientation was drawn.
    if (isBridge && !masks.isOnFirstSide(p)) [q, r] = [r, q];
    if (!this.judgeShift(p, q, r, isBridge, t, drawn)) return 'rejected';
    this.changeOrder(q, r, -1);
    this.changeOrder(p, r, 1);
    this.moveUnit(orientedUnit >> 1, p, r);
    hydrogenOwners[hydrogen] = q;
    return this.arrive();
  }

  /** A unit of q-r becomes p-r; accepted, the masks show it. */
  private judgeShift(p: number, q: number, r: number, isBridge: boolean, t: number, drawn: number): boolean {
    const { n, orders, masks, distances, sign } = this;
    const parts = orders[q * n + r] === 1;
    const joins = orders[p * n + r] === 0;
    if (!parts && !joins) return true;
    const uphill = this.mostUphill(t, drawn);
    if (isBridge) {
      if (distances.serves(masks) && sign * distances.whenBranchMoves(p, q, r) > uphill) return false;
    } else if (!parts && sign === -1) {
      if (distances.serves(masks) && distances.leastFall(p, r) > uphill) return false;
    }
    return parts && joins
      ? this.judgeMove(p, q, r, uphill, t, drawn)
      : this.judgeBond(parts ? q : p, r, joins, uphill, t, drawn);
  }

  /** The bond q-r becomes p-r. */
  private judgeMove(p: number, q: number, r: number, uphill: number, t: number, drawn: number): boolean {
    const { masks, sign, wiener } = this;
    if (sign === 1 && masks.leastIndexAfterMove(p, q) - wiener > uphill) return false;
    masks.move(p, q, r);
    if (this.accepts(uphill, t, drawn)) return true;
    masks.move(q, p, r);
    return false;
  }

  /** The bond x-y is formed, or it goes. */
  private judgeBond(x: number, y: number, joins: boolean, uphill: number, t: number, drawn: number): boolean {
    const { masks } = this;
    if (joins) masks.join(x, y);
    else masks.part(x, y);
    if (this.accepts(uphill, t, drawn)) return true;
    if (joins) masks.part(x, y);
    else masks.join(x, y);
    return false;
  }

  private switchBonds(t: number, drawn: number): StepOutcome {
    const { n, bondUnits, orders, masks, random } = this;
    const units = bondUnits.length >> 1;
    if (units < 2) return 'invalid';
    const orientedUnit = random.below(2 * units);
    const first = orientedUnit >> 1;
    const other = random.below(units - 1);
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
    const verdict = this.judgeSwitch(q, r, s, u, bridges, t, drawn);
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
    t: number,
    drawn: number,
  ): StepOutcome {
    const { n, orders, masks, distances, sign } = this;
    const partsQR = orders[q * n + r] === 1;
    const partsSU = orders[s * n + u] === 1;
    const joinsQS = orders[q * n + s] === 0;
    const joinsRU = orders[r * n + u] === 0;
    if (!(partsQR || partsSU || joinsQS || joinsRU)) return 'accepted';
    const uphill = this.mostUphill(t, drawn);
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
    if (isConnected && this.accepts(uphill, t, drawn)) return 'accepted';
    if (joinsRU) masks.part(r, u);
    if (joinsQS) masks.part(q, s);
    if (partsSU) masks.join(s, u);
    if (partsQR) masks.join(q, r);
    return isConnected ? 'rejected' : 'disconnected';
  }

  /** By how many the index can change for the worse and still be accepted, or a little more: an integer. */
  private mostUphill(t: number, drawn: number): number {
    const uphill = mostUphill(this.annealing.schedule.temperature(t), drawn) / this.weight;
    // A difference is off by rounding alone, far less than a thousandth of the step between two indices.
    return uphill < NO_LIMIT ? (uphill + 0.001) | 0 : NO_LIMIT;
  }

  /** Judges the molecule that the masks show now; accepted, its index is the current one from here on. */
  private accepts(uphill: number, t: number, drawn: number): boolean {
    const { sign } = this;
    const atMost = sign === 1 ? this.wiener + uphill : NO_LIMIT;
    const proposed = this.masks.wienerIndex(atMost);
    if (proposed > atMost) return false;
    if (sign * (proposed - this.wiener) > 0 && !this.acceptsUphill(proposed, t, drawn)) return false;
    this.wiener = proposed;
    this.distances.forget();
    return true;
  }

  private acceptsUphill(proposed: number, t: number, drawn: number): boolean {
    const dE = this.sign * (this.weight * proposed - this.energy);
    return dE <= 0 || acceptsDrawn(dE, this.annealing.schedule.temperature(t), drawn >>> 0);
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

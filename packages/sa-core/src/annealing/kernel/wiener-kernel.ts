import type { LabelledIsomer } from '../../displacement/labelled-isomer.ts';
import { addBondChange, addUnitChange, clearMove, createMove } from '../../displacement/move.ts';
import { apply, commit, createWalker, isomerAt, undo, type Walker } from '../../displacement/walker.ts';
import { isConnected } from '../../molecule/connectivity.ts';
import { MAX_BOND_ORDER } from '../../molecule/molecular-graph.ts';
import type { Random } from '../../random.ts';
import type { Annealing } from '../annealing.ts';
import { exponential } from '../exponential.ts';
import { temperatureAt } from '../schedule.ts';
import type { OutcomeCounts, StepOutcome } from '../step-records.ts';
import { DistanceTable } from './distance-table.ts';
import type { Kernel, KernelStart } from './kernel.ts';
import { ReachSum } from './reach-sum.ts';

const LN2 = 0.6931471805599453;
/** exp(-x) is below every number that is drawn for the Metropolis criterion, of which 2^-33 is the least. */
const HOPELESS = 23;

export class WienerKernel implements Kernel {
  readonly walker: Walker;
  energy: number;
  readonly scores: Float64Array;
  best: LabelledIsomer;
  bestEnergy: number;
  readonly counts: OutcomeCounts;
  lastOutcome: StepOutcome | undefined;
  private readonly annealing: Annealing;
  private readonly random: Random;
  private readonly table: DistanceTable;
  private readonly reach: ReachSum;
  private readonly move = createMove();
  private readonly weight: number;

  constructor(annealing: Annealing, { current, best, random, counts }: KernelStart) {
    this.annealing = annealing;
    this.walker = createWalker(annealing.elements, current);
    this.table = new DistanceTable(this.walker.graph);
    this.reach = new ReachSum(annealing.elements.length);
    this.weight = annealing.objective.weights[0]!;
    this.random = random;
    this.counts = counts;
    this.best = best;
    const bestTable = new DistanceTable(createWalker(annealing.elements, best).graph);
    this.bestEnergy = 0 + this.weight * bestTable.wiener;
    this.energy = 0 + this.weight * this.table.wiener;
    this.scores = Float64Array.of(this.table.wiener);
  }

  run(t: number, steps: number): void {
    for (let s = t; s < t + steps; s++) {
      const outcome = this.makeStep(s);
      this.counts[outcome]++;
      this.lastOutcome = outcome;
    }
  }

  private makeStep(t: number): StepOutcome {
    const { random, walker } = this;
    const drawn = random.uint32();
    const units = walker.bondUnits.length;
    if (units === 0) return 'invalid';
    if (walker.hydrogenOwners.length === 0 || (t & 3) === 3) return this.bondSwitch(t, drawn);
    return this.hydrogenShift(t, drawn);
  }

  private hydrogenShift(t: number, drawn: number): StepOutcome {
    const { random, walker, table } = this;
    const { n, D, S } = table;
    const { bondUnits, hydrogenOwners, graph } = walker;
    const { bondOrders } = graph;
    const orientedUnit = random.below(bondUnits.length);
    const hydrogen = random.below(hydrogenOwners.length);
    let q = bondUnits[orientedUnit]!;
    let r = bondUnits[orientedUnit ^ 1]!;
    const p = hydrogenOwners[hydrogen]!;
    if (p === q || p === r) return 'invalid';
    const loosened = bondOrders[q * n + r]!;
    if (loosened === 1 && (table.isTree || table.bridges[q * n + r] === 1)) {
      if (D[p * n + r]! < D[p * n + q]!) {
        const inner = q;
        q = r;
        r = inner;
      }
      const branch = (n + S[q]! - S[r]!) >> 1;
      const dW = branch * (S[p]! - S[q]! - branch * D[p * n + q]!);
      if (!this.accepts(dW, t, drawn)) return 'rejected';
      this.setShift(q, r, p, loosened, 0, orientedUnit >> 1, hydrogen);
      apply(walker, this.move);
      commit(walker, this.move);
      table.moveBranch(p, q, r);
      this.arrive();
      return 'accepted';
    }
    const formed = bondOrders[p * n + r]!;
    if (formed === MAX_BOND_ORDER) return 'invalid';
    this.setShift(q, r, p, loosened, formed, orientedUnit >> 1, hydrogen);
    if (loosened > 1 && formed > 0) return this.keepDistances(t, drawn);
    return this.tryRings(t, drawn);
  }

  private bondSwitch(t: number, drawn: number): StepOutcome {
    const { random, walker, table, move } = this;
    const { n, D, S } = table;
    const { bondUnits, graph } = walker;
    const { bondOrders } = graph;
    const units = bondUnits.length >> 1;
    if (units < 2) return 'invalid';
    const orientedUnit = random.below(2 * units);
    const first = orientedUnit >> 1;
    let second = random.below(units - 1);
    if (second >= first) second++;
    let q = bondUnits[orientedUnit]!;
    let r = bondUnits[orientedUnit ^ 1]!;
    let s = bondUnits[2 * second]!;
    let u = bondUnits[2 * second + 1]!;
    const orderQR = bondOrders[q * n + r]!;
    const orderSU = bondOrders[s * n + u]!;
    const { isTree, bridges } = table;
    if (orderQR === 1 && orderSU === 1) {
      const firstIsBridge = isTree || bridges[q * n + r] === 1;
      const secondIsBridge = isTree || bridges[s * n + u] === 1;
      if (firstIsBridge && secondIsBridge) {
        const innerIsQ = D[s * n + q]! < D[s * n + r]!;
        const innerIsU = D[q * n + u]! < D[q * n + s]!;
        if (innerIsQ) {
          const outer = r;
          r = q;
          q = outer;
        }
        if (innerIsU) {
          const outer = s;
          s = u;
          u = outer;
        }
        if (r === s) return 'invalid';
        const atQ = (n + S[r]! - S[q]!) >> 1;
        const atU = (n + S[s]! - S[u]!) >> 1;
        const d = atU - atQ;
        const dW = d * (S[r]! - S[s]! - d * D[r * n + s]!);
        if (!this.accepts(dW, t, drawn)) return 'rejected';
        this.setSwitch(q, r, s, u, 1, 1, 0, 0, first, second);
        apply(walker, move);
        commit(walker, move);
        table.moveBranch(s, r, q);
        table.moveBranch(r, s, u);
        this.arrive();
        return 'accepted';
      }
      move.mayDisconnect = !firstIsBridge && !secondIsBridge;
    } else {
      move.mayDisconnect = false;
    }
    if (q === u || r === s || q === s || r === u) return 'invalid';
    const orderQS = bondOrders[q * n + s]!;
    const orderRU = bondOrders[r * n + u]!;
    if (orderQS === MAX_BOND_ORDER || orderRU === MAX_BOND_ORDER) return 'invalid';
    const mayDisconnect = move.mayDisconnect;
    this.setSwitch(q, r, s, u, orderQR, orderSU, orderQS, orderRU, first, second);
    if (orderQR > 1 && orderSU > 1 && orderQS > 0 && orderRU > 0) return this.keepDistances(t, drawn);
    if (mayDisconnect) {
      apply(walker, move);
      const whole = isConnected(graph);
      undo(walker, move);
      if (!whole) return 'disconnected';
    }
    return this.tryRings(t, drawn);
  }

  private keepDistances(t: number, drawn: number): StepOutcome {
    if (!this.accepts(0, t, drawn)) return 'rejected';
    apply(this.walker, this.move);
    commit(this.walker, this.move);
    return 'accepted';
  }

  private tryRings(t: number, drawn: number): StepOutcome {
    const { walker, move, table, annealing, weight } = this;
    let limit = Number.POSITIVE_INFINITY;
    if (annealing.sign === 1) {
      const kT = temperatureAt(annealing.configuration, t);
      limit = table.wiener + (kT * (Math.clz32(drawn) + 1.01) * LN2) / weight + 1;
    }
    apply(walker, move);
    const tried = this.reach.of(walker.graph, limit);
    if (tried > limit || !this.accepts(tried - table.wiener, t, drawn)) {
      undo(walker, move);
      return 'rejected';
    }
    commit(walker, move);
    table.refresh();
    this.arrive();
    return 'accepted';
  }

  private accepts(dW: number, t: number, drawn: number): boolean {
    const { sign, configuration } = this.annealing;
    const dE = sign * (this.weight * (this.table.wiener + dW) - this.energy);
    if (dE <= 0) return true;
    const kT = temperatureAt(configuration, t);
    if (dE > HOPELESS * kT) return false;
    return (drawn + 0.5) / 4294967296 < exponential(-dE / kT);
  }

  private arrive(): void {
    const { table, weight, annealing } = this;
    this.scores[0] = table.wiener;
    this.energy = weight * table.wiener;
    if (annealing.sign * (this.energy - this.bestEnergy) < 0) {
      this.bestEnergy = this.energy;
      this.best = isomerAt(this.walker);
    }
  }

  private setShift(
    q: number,
    r: number,
    p: number,
    loosened: number,
    formed: number,
    unit: number,
    hydrogen: number,
  ): void {
    const { move } = this;
    clearMove(move);
    addBondChange(move, q, r, loosened, loosened - 1);
    addBondChange(move, p, r, formed, formed + 1);
    addUnitChange(move, unit, p, r);
    move.hydrogen = hydrogen;
    move.from = p;
    move.to = q;
  }

  private setSwitch(
    q: number,
    r: number,
    s: number,
    u: number,
    orderQR: number,
    orderSU: number,
    orderQS: number,
    orderRU: number,
    first: number,
    second: number,
  ): void {
    const { move } = this;
    clearMove(move);
    addBondChange(move, q, r, orderQR, orderQR - 1);
    addBondChange(move, s, u, orderSU, orderSU - 1);
    addBondChange(move, q, s, orderQS, orderQS + 1);
    addBondChange(move, r, u, orderRU, orderRU + 1);
    addUnitChange(move, first, q, s);
    addUnitChange(move, second, r, u);
  }
}

import type { LabelledIsomer } from '../../displacement/labelled-isomer.ts';
import { addBondChange, addUnitChange, clearMove, createMove } from '../../displacement/move.ts';
import { apply, commit, createWalker, isomerAt, undo, type Walker } from '../../displacement/walker.ts';
import { isConnected } from '../../molecule/connectivity.ts';
import { MAX_BOND_ORDER } from '../../molecule/molecular-graph.ts';
import type { Random } from '../../random.ts';
import type { Annealing } from '../annealing.ts';
import { acceptsDrawn, mostAcceptable } from '../metropolis.ts';
import { temperatureAt } from '../schedule.ts';
import type { OutcomeCounts, StepOutcome } from '../step-records.ts';
import { DistanceTable } from './distance-table.ts';
import type { Kernel, KernelStart } from './kernel.ts';
import { ReachSum } from './reach-sum.ts';

/**
 * The proposal "bonds" on the Wiener index alone, from a table of distances: a bridge that moves, or two bridges that are
 * switched, are judged by their ends' distances and row sums, and a change of orders not at all. Only where a ring opens,
 * closes or changes is the molecule made and searched, and then no further than the Metropolis number allows.
 *
 * It draws the same numbers in the same order as drawHydrogenShift and drawBondSwitch, which say what the moves mean.
 */
export class WienerKernel implements Kernel {
  readonly walker: Walker;
  readonly counts: OutcomeCounts;
  readonly scores = new Float64Array(1);
  energy: number;
  best: LabelledIsomer;
  bestEnergy: number;
  lastOutcome: StepOutcome | undefined;
  private readonly annealing: Annealing;
  private readonly weight: number;
  private readonly random: Random;
  private readonly move = createMove();
  /** Invariant between steps: true of the walker's graph. */
  private readonly table: DistanceTable;
  private readonly reach: ReachSum;

  constructor(annealing: Annealing, { current, best, random, counts }: KernelStart) {
    const { elements, objective } = annealing;
    this.annealing = annealing;
    this.weight = objective.weights[0]!;
    this.random = random;
    this.counts = counts;
    this.best = best;
    this.bestEnergy = this.weight * new DistanceTable(createWalker(elements, best).graph).wiener;
    this.walker = createWalker(elements, current);
    this.table = new DistanceTable(this.walker.graph);
    this.reach = new ReachSum(elements.length);
    this.scores[0] = this.table.wiener;
    this.energy = this.weight * this.table.wiener;
  }

  run(t: number, steps: number): void {
    for (let step = t; step < t + steps; step++) {
      const outcome = this.makeStep(step);
      this.counts[outcome]++;
      this.lastOutcome = outcome;
    }
  }

  private makeStep(t: number): StepOutcome {
    const { bondUnits, hydrogenOwners } = this.walker;
    const drawn = this.random.uint32();
    if (bondUnits.length === 0) return 'invalid';
    const isSwitch = hydrogenOwners.length === 0 || (t & 3) === 3;
    return isSwitch ? this.switchBonds(t, drawn) : this.shiftHydrogen(t, drawn);
  }

  private shiftHydrogen(t: number, drawn: number): StepOutcome {
    const { walker, table, random } = this;
    const { bondUnits, hydrogenOwners, graph } = walker;
    const { n, D } = table;
    const orientedUnit = random.below(bondUnits.length);
    const hydrogen = random.below(hydrogenOwners.length);
    const q = bondUnits[orientedUnit]!;
    const r = bondUnits[orientedUnit ^ 1]!;
    const p = hydrogenOwners[hydrogen]!;
    if (p === q || p === r) return 'invalid';
    const loosened = graph.bondOrders[q * n + r]!;
    if (loosened > 1 || !table.isBridge(q, r)) {
      const formed = graph.bondOrders[p * n + r]!;
      this.describeShift(p, q, r, loosened, formed, orientedUnit >> 1, hydrogen);
      return loosened > 1 && formed > 0 ? this.takeOnTheLevel() : this.tryRings(t, drawn, false);
    }
    return D[p * n + q]! < D[p * n + r]!
      ? this.shiftBranch(p, q, r, t, drawn, orientedUnit >> 1, hydrogen)
      : this.shiftBranch(p, r, q, t, drawn, orientedUnit >> 1, hydrogen);
  }

  /** The branch of r behind the bridge q-r goes to p, which is on the side of q. */
  private shiftBranch(
    p: number,
    q: number,
    r: number,
    t: number,
    drawn: number,
    unit: number,
    hydrogen: number,
  ): StepOutcome {
    const { table } = this;
    const { n, D, S } = table;
    const R = (n + S[q]! - S[r]!) >> 1;
    const dW = R * (S[p]! - S[q]! - R * D[p * n + q]!);
    if (!this.accepts(dW, t, drawn)) return 'rejected';
    this.describeShift(p, q, r, 1, 0, unit, hydrogen);
    this.take();
    table.moveBranch(p, q, r);
    return this.arrive();
  }

  private switchBonds(t: number, drawn: number): StepOutcome {
    const { walker, table, random } = this;
    const { bondUnits, graph } = walker;
    const { n } = table;
    const units = bondUnits.length >> 1;
    if (units < 2) return 'invalid';
    const orientedUnit = random.below(2 * units);
    const first = orientedUnit >> 1;
    const other = random.below(units - 1);
    const second = other < first ? other : other + 1;
    const q = bondUnits[orientedUnit]!;
    const r = bondUnits[orientedUnit ^ 1]!;
    const s = bondUnits[2 * second]!;
    const u = bondUnits[2 * second + 1]!;
    const orderQR = graph.bondOrders[q * n + r]!;
    const orderSU = graph.bondOrders[s * n + u]!;
    const bridges =
      Number(orderQR === 1 && table.isBridge(q, r)) + Number(orderSU === 1 && table.isBridge(s, u));
    if (bridges === 2) return this.switchBridges(q, r, s, u, t, drawn, first, second);
    if (q === u || r === s || q === s || r === u) return 'invalid';
    const orderQS = graph.bondOrders[q * n + s]!;
    const orderRU = graph.bondOrders[r * n + u]!;
    if (orderQS === MAX_BOND_ORDER || orderRU === MAX_BOND_ORDER) return 'invalid';
    this.describeSwitch(q, r, s, u, first, second);
    if (orderQR > 1 && orderSU > 1 && orderQS > 0 && orderRU > 0) return this.takeOnTheLevel();
    return this.tryRings(t, drawn, orderQR === 1 && orderSU === 1 && bridges === 0);
  }

  /** The outer end of each bridge goes to the inner end of the other. */
  private switchBridges(
    q: number,
    r: number,
    s: number,
    u: number,
    t: number,
    drawn: number,
    first: number,
    second: number,
  ): StepOutcome {
    const { table } = this;
    const { n, D, S } = table;
    const innerIsQ = D[s * n + q]! < D[s * n + r]!;
    const innerIsU = D[q * n + u]! < D[q * n + s]!;
    const a = innerIsQ ? r : q;
    const b = innerIsQ ? q : r;
    const e = innerIsU ? u : s;
    const f = innerIsU ? s : u;
    if (b === e) return 'invalid';
    const atomsBehindA = (n + S[b]! - S[a]!) >> 1;
    const atomsBehindF = (n + S[e]! - S[f]!) >> 1;
    const d = atomsBehindF - atomsBehindA;
    const dW = d * (S[b]! - S[e]! - d * D[b * n + e]!);
    if (!this.accepts(dW, t, drawn)) return 'rejected';
    this.describeSwitch(a, b, e, f, first, second);
    this.take();
    table.moveBranch(e, b, a);
    table.moveBranch(b, e, f);
    return this.arrive();
  }

  /** Bonds changed their orders between 1, 2 and 3: all distances stay. */
  private takeOnTheLevel(): StepOutcome {
    this.take();
    return 'accepted';
  }

  /** Makes the move, searches the molecule, and takes the move back where it is not accepted. */
  private tryRings(t: number, drawn: number, mayDisconnect: boolean): StepOutcome {
    const { walker, table, move, annealing, weight } = this;
    let limit = Number.POSITIVE_INFINITY;
    if (annealing.sign === 1) {
      const kT = temperatureAt(annealing.configuration, t);
      // One more than exactly, so that rounding here decides nothing.
      limit = table.wiener + mostAcceptable(kT, drawn) / weight + 1;
    }
    apply(walker, move);
    if (mayDisconnect && !isConnected(walker.graph)) {
      undo(walker, move);
      return 'disconnected';
    }
    const tried = this.reach.of(walker.graph, limit);
    if (tried > limit || !this.accepts(tried - table.wiener, t, drawn)) {
      undo(walker, move);
      return 'rejected';
    }
    commit(walker, move);
    table.refresh();
    return this.arrive();
  }

  private take(): void {
    apply(this.walker, this.move);
    commit(this.walker, this.move);
  }

  private accepts(dW: number, t: number, drawn: number): boolean {
    const { sign, configuration } = this.annealing;
    const dE = sign * (this.weight * (this.table.wiener + dW) - this.energy);
    return dE <= 0 || acceptsDrawn(dE, temperatureAt(configuration, t), drawn);
  }

  private arrive(): StepOutcome {
    this.scores[0] = this.table.wiener;
    this.energy = this.weight * this.table.wiener;
    if (this.annealing.sign * (this.energy - this.bestEnergy) < 0) {
      this.bestEnergy = this.energy;
      this.best = isomerAt(this.walker);
    }
    return 'accepted';
  }

  private describeShift(
    p: number,
    q: number,
    r: number,
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

  private describeSwitch(q: number, r: number, s: number, u: number, first: number, second: number): void {
    const { move } = this;
    const { n } = this.table;
    const { bondOrders } = this.walker.graph;
    const change = (x: number, y: number, by: 1 | -1) => {
      const order = bondOrders[x * n + y]!;
      addBondChange(move, x, y, order, order + by);
    };
    clearMove(move);
    change(q, r, -1);
    change(s, u, -1);
    change(q, s, 1);
    change(r, u, 1);
    addUnitChange(move, first, q, s);
    addUnitChange(move, second, r, u);
  }
}

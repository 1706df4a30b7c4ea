import {
  type IsomerView,
  type LabelledIsomer,
  molecularGraphOf,
} from '../../displacement/labelled-isomer.ts';
import { isomerAt } from '../../displacement/walker.ts';
import { MAX_BOND_ORDER } from '../../molecule/molecular-graph.ts';
import type { Annealing } from '../annealing.ts';
import type { OutcomeCounts, StepOutcome } from '../step-records.ts';
import { bondMasksOf } from './create-bond-masks.ts';
import type { AcceptedStepWatch, Kernel, KernelStart } from './kernel.ts';
import { MetropolisLimits, NO_LIMIT } from './metropolis-limits.ts';
import { RingJudge } from './ring-judge.ts';
import { STEPS_PER_DRAW, StepDraws } from './step-draws.ts';

/**
 * The proposal "bonds" on the Wiener index of any formula of at least two bond units, with rings and multiple bonds. It draws
 * the same numbers in the same order as drawHydrogenShift and drawBondSwitch, which say what the moves mean, a block of steps
 * ahead.
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
  /** Unit u joins [2 u] and [2 u + 1]. */
  private readonly bondUnits: Uint16Array;
  private readonly hydrogenOwners: Uint16Array;
  private readonly draws: StepDraws;
  private readonly metropolis: MetropolisLimits;
  /** Invariant between steps: of the molecule that bondUnits are. */
  private readonly judge: RingJudge;
  /** Whether the watch has said so. */
  private isStopped = false;

  constructor(annealing: Annealing, { current, best, random, counts }: KernelStart) {
    const { elements, objective } = annealing;
    this.sign = annealing.sign;
    this.weight = objective.weights[0]!;
    this.counts = counts;
    this.best = best;
    this.bestEnergy = this.weight * bondMasksOf(molecularGraphOf(elements, best)).wienerIndex(NO_LIMIT);
    this.bondUnits = Uint16Array.from(current.bondUnits);
    this.hydrogenOwners = Uint16Array.from(current.hydrogenOwners);
    this.view = { bondUnits: this.bondUnits, hydrogenOwners: this.hydrogenOwners };
    this.draws = new StepDraws(random, this.bondUnits.length >> 1, this.hydrogenOwners.length);
    this.metropolis = new MetropolisLimits(annealing, this.draws.metropolis);
    this.judge = new RingJudge(elements, current, annealing.sign, this.metropolis);
    this.scores[0] = this.judge.wiener;
    this.energy = this.weight * this.judge.wiener;
  }

  current(): LabelledIsomer {
    return isomerAt(this.view);
  }

  run(t: number, steps: number, watch?: AcceptedStepWatch): number {
    let made = 0;
    this.isStopped = false;
    while (made < steps && !this.isStopped) {
      const block = Math.min(steps - made, STEPS_PER_DRAW);
      this.draws.draw(t + made, block);
      this.metropolis.set(t + made, block);
      const madeOfBlock = this.makeDrawn(t + made, block, watch);
      if (madeOfBlock < block) this.draws.giveBackAllBut(madeOfBlock);
      made += madeOfBlock;
    }
    return made;
  }

  /** Makes the steps of a block that begins with step t of the run. Returns how many. */
  private makeDrawn(t: number, steps: number, watch: AcceptedStepWatch | undefined): number {
    const { counts, draws } = this;
    let outcome = this.lastOutcome;
    let k = 0;
    for (; k < steps && !this.isStopped; k++) {
      outcome = draws.isSwitch(t + k) ? this.switchBonds(k) : this.shiftHydrogen(k);
      if (outcome === 'rejected') counts.rejected++;
      else if (outcome === 'invalid') counts.invalid++;
      else if (outcome === 'disconnected') counts.disconnected++;
      else {
        counts.accepted++;
        if (watch?.(t + k + 1)) this.isStopped = true;
      }
    }
    this.lastOutcome = outcome;
    return k;
  }

  private shiftHydrogen(k: number): StepOutcome {
    const { bondUnits, hydrogenOwners, draws, judge } = this;
    const { n, orders, masks } = judge;
    const orientedUnit = draws.orientedUnit[k]!;
    const hydrogen = draws.partner[k]!;
    let q = bondUnits[orientedUnit]!;
    let r = bondUnits[orientedUnit ^ 1]!;
    const p = hydrogenOwners[hydrogen]!;
    if (p === q || p === r) return 'invalid';
    let isBridge = false;
    if (orders[q * n + r] === 1) {
      if (judge.rulesOutShift(p, q, r, k)) return 'rejected';
      isBridge = !masks.areJoinedOtherwise(q, r);
      // The unit of a bridge stays with the side that p is not on, whichever orientation was drawn.
      if (isBridge && !masks.isOnFirstSide(p)) [q, r] = [r, q];
    }
    if (!judge.judgeShift(p, q, r, isBridge, k)) return 'rejected';
    judge.changeOrder(q, r, -1);
    judge.changeOrder(p, r, 1);
    this.moveUnit(orientedUnit >> 1, p, r);
    hydrogenOwners[hydrogen] = q;
    return this.arrive();
  }

  private switchBonds(k: number): StepOutcome {
    const { bondUnits, draws, judge } = this;
    const { n, orders, masks } = judge;
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
    const verdict = judge.judgeSwitch(q, r, s, u, bridges, k);
    if (verdict !== 'accepted') return verdict;
    judge.changeOrder(q, r, -1);
    judge.changeOrder(s, u, -1);
    judge.changeOrder(q, s, 1);
    judge.changeOrder(r, u, 1);
    this.moveUnit(first, q, s);
    this.moveUnit(second, r, u);
    return this.arrive();
  }

  private moveUnit(unit: number, x: number, y: number): void {
    this.bondUnits[2 * unit] = x;
    this.bondUnits[2 * unit + 1] = y;
  }

  private arrive(): StepOutcome {
    this.scores[0] = this.judge.wiener;
    this.energy = this.weight * this.judge.wiener;
    if (this.sign * (this.energy - this.bestEnergy) < 0) {
      this.bestEnergy = this.energy;
      this.best = this.current();
    }
    return 'accepted';
  }
}

import type { IsomerView, LabelledIsomer } from '../../displacement/labelled-isomer.ts';
import { isomerAt } from '../../displacement/walker.ts';
import type { Random } from '../../random.ts';
import type { Annealing } from '../annealing.ts';
import type { OutcomeCounts, StepOutcome } from '../step-records.ts';
import type { AcceptedStepWatch, Kernel, KernelStart } from './kernel.ts';
import { MetropolisLimits } from './metropolis-limits.ts';
import { STEPS_PER_DRAW, StepDraws } from './step-draws.ts';
import { TreeCodes } from './tree-codes.ts';
import { changeByShift, changeBySwitch } from './tree-moves.ts';

/**
 * The proposal "bonds" on the Wiener index of a saturated formula, whose isomers are all trees of single bonds: every
 * bond is a bridge, no move can disconnect or close a ring, and the change of the index follows from the distances and
 * row sums of the ends. So a proposal is judged in O(1), and only an accepted one costs more.
 *
 * It draws the same numbers in the same order as drawHydrogenShift and drawBondSwitch, which say what the moves mean, and
 * a block of steps ahead. A loop that only reads then looks for the next step that may be accepted.
 */
export class TreeKernel implements Kernel {
  readonly counts: OutcomeCounts;
  readonly scores = new Float64Array(1);
  energy: number;
  best: LabelledIsomer;
  bestEnergy: number;
  lastOutcome: StepOutcome | undefined;
  readonly view: IsomerView;
  private readonly random: Random;
  private readonly weight: number;
  private readonly sign: 1 | -1;
  /** Unit u joins [2 u] and [2 u + 1]; the bonds of a tree, each once. */
  private readonly bondUnits: Uint16Array;
  private readonly hydrogenOwners: Uint16Array;
  /** Invariant between steps: those of the tree that bondUnits are. */
  private readonly tree: TreeCodes;
  private bestWiener: number;
  private readonly draws: StepDraws;
  private readonly metropolis: MetropolisLimits;
  /** Whether the watch has said so. */
  private isStopped = false;
  /** The change of the index, its sign that of dE, by the step at which the last scan stopped. */
  private uphill = 0;

  constructor(annealing: Annealing, { current, best, random, counts }: KernelStart) {
    const { elements, objective, sign } = annealing;
    this.weight = objective.weights[0]!;
    this.sign = sign;
    this.random = random;
    this.counts = counts;
    this.bondUnits = Uint16Array.from(current.bondUnits);
    this.hydrogenOwners = Uint16Array.from(current.hydrogenOwners);
    this.view = { bondUnits: this.bondUnits, hydrogenOwners: this.hydrogenOwners };
    this.draws = new StepDraws(random, this.bondUnits.length >> 1, this.hydrogenOwners.length);
    this.metropolis = new MetropolisLimits(annealing, this.draws.metropolis);
    this.tree = new TreeCodes(elements.length, current);
    this.scores[0] = this.tree.wiener;
    this.energy = this.weight * this.tree.wiener;
    this.best = best;
    this.bestWiener = new TreeCodes(elements.length, best).wiener;
    this.bestEnergy = this.weight * this.bestWiener;
  }

  current(): LabelledIsomer {
    return isomerAt(this.view);
  }

  run(t: number, steps: number, watch?: AcceptedStepWatch): number {
    if (this.bondUnits.length < 4) {
      this.makeIdleSteps(t, steps);
      return steps;
    }
    let made = 0;
    this.isStopped = false;
    while (made < steps && !this.isStopped) {
      made += this.makeBlock(t + made, Math.min(steps - made, STEPS_PER_DRAW), watch);
    }
    this.showScores();
    return made;
  }

  private showScores(): void {
    const { wiener } = this.tree;
    this.scores[0] = wiener;
    this.energy = this.weight * wiener;
    this.bestEnergy = this.weight * this.bestWiener;
  }

  /** With one bond or none there is nothing to move, but numbers are drawn. */
  private makeIdleSteps(t: number, steps: number): void {
    const { random, bondUnits, hydrogenOwners, draws } = this;
    for (let step = t; step < t + steps; step++) {
      random.uint32();
      if (bondUnits.length > 0 && !draws.isSwitch(step)) {
        random.below(bondUnits.length);
        random.below(hydrogenOwners.length);
      }
      this.counts.invalid++;
      this.lastOutcome = 'invalid';
    }
  }

  /** Returns how many steps were made. */
  private makeBlock(t: number, steps: number, watch: AcceptedStepWatch | undefined): number {
    const { counts } = this;
    this.draws.draw(t, steps);
    this.metropolis.set(t, steps);
    // The last step for itself: the counts tell how it came out.
    const made = this.makeDrawn(t, 0, steps - 1, watch);
    if (this.isStopped) {
      this.draws.giveBackAllBut(made);
      this.lastOutcome = 'accepted';
      return made;
    }
    const { accepted, invalid } = counts;
    this.makeDrawn(t, steps - 1, steps, watch);
    if (counts.accepted > accepted) this.lastOutcome = 'accepted';
    else this.lastOutcome = counts.invalid > invalid ? 'invalid' : 'rejected';
    return steps;
  }

  /** Makes the steps from..end - 1 of the block that begins with step t of the run. Returns the end of those that were made. */
  private makeDrawn(t: number, from: number, end: number, watch: AcceptedStepWatch | undefined): number {
    const { counts } = this;
    const { invalid } = counts;
    let accepted = 0;
    let made = from;
    while (made < end && !this.isStopped) {
      const k = this.scan(t, made, end);
      made = Math.min(k + 1, end);
      if (k === end || !this.isAccepted(k)) continue;
      if (this.draws.isSwitch(t + k)) this.switchBonds(k);
      else this.shiftHydrogen(k);
      accepted++;
      if (this.sign * (this.tree.wiener - this.bestWiener) < 0) {
        this.bestWiener = this.tree.wiener;
        this.best = this.current();
      }
      if (watch === undefined) continue;
      this.showScores();
      this.isStopped = watch(t + made);
    }
    counts.accepted += accepted;
    counts.rejected += made - from - accepted - (counts.invalid - invalid);
    return made;
  }

  /** The first step from `from` on whose change is within its limit, or `end`. Counts the invalid ones before it. */
  private scan(t: number, from: number, end: number): number {
    const { bondUnits, hydrogenOwners, sign } = this;
    const { limits } = this.metropolis;
    const { n, words, codes, S } = this.tree;
    const { orientedUnit, partner, switchBits } = this.draws;
    const phase = t & switchBits;
    let invalid = 0;
    let uphill = 0;
    let k = from;
    for (; k < end; k++) {
      const oriented = orientedUnit[k]!;
      const drawn = partner[k]!;
      const x = bondUnits[oriented]!;
      const y = bondUnits[oriented ^ 1]!;
      if (((phase + k) & switchBits) !== switchBits) {
        uphill = changeByShift(codes, words, S, n, sign, oriented >> 1, x, y, hydrogenOwners[drawn]!);
      } else {
        const v = secondUnit(oriented, drawn);
        const s = bondUnits[2 * v]!;
        const t = bondUnits[2 * v + 1]!;
        uphill = changeBySwitch(codes, words, S, n, sign, oriented >> 1, x, y, v, s, t);
      }
      if (uphill <= limits[k]!) break;
      // INVALID alone becomes negative.
      invalid += (uphill + 1) >>> 31;
    }
    this.counts.invalid += invalid;
    this.uphill = uphill;
    return k;
  }

  private isAccepted(k: number): boolean {
    const { wiener } = this.tree;
    return this.uphill <= 0 || this.metropolis.accepts(k, wiener, wiener + this.sign * this.uphill);
  }

  /** The branch of r goes from q to p, which is on the side of q. */
  private shiftHydrogen(k: number): void {
    const { bondUnits, hydrogenOwners, tree, draws } = this;
    const oriented = draws.orientedUnit[k]!;
    const hydrogen = draws.partner[k]!;
    const u = oriented >> 1;
    const p = hydrogenOwners[hydrogen]!;
    const inner = oriented ^ tree.areParted(u, bondUnits[oriented]!, p);
    const q = bondUnits[inner]!;
    const r = bondUnits[inner ^ 1]!;
    bondUnits[2 * u] = p;
    bondUnits[2 * u + 1] = r;
    hydrogenOwners[hydrogen] = q;
    tree.moveBranch(u, p, q, r);
  }

  /** Two branches change places: the outer end of each bond goes to the inner end of the other. */
  private switchBonds(k: number): void {
    const { bondUnits, tree, draws } = this;
    const oriented = draws.orientedUnit[k]!;
    const u = oriented >> 1;
    const v = secondUnit(oriented, draws.partner[k]!);
    const [x, s] = [bondUnits[2 * u]!, bondUnits[2 * v]!];
    const innerOfU = (2 * u) ^ tree.areParted(u, x, s);
    const innerOfV = (2 * v) ^ tree.areParted(v, x, s);
    const b = bondUnits[innerOfU]!;
    const a = bondUnits[innerOfU ^ 1]!;
    const e = bondUnits[innerOfV]!;
    const f = bondUnits[innerOfV ^ 1]!;
    bondUnits[2 * u] = a;
    bondUnits[2 * u + 1] = e;
    bondUnits[2 * v] = b;
    bondUnits[2 * v + 1] = f;
    tree.switchBranches(u, a, b, v, e, f);
  }
}

/** The unit of a switch that is drawn second, among those other than the first. */
function secondUnit(oriented: number, drawn: number): number {
  const first = oriented >> 1;
  return drawn + ((first - drawn - 1) >>> 31);
}

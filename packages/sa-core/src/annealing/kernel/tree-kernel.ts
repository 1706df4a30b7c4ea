import type { LabelledIsomer } from '../../displacement/labelled-isomer.ts';
import { isomerAt } from '../../displacement/walker.ts';
import type { Random } from '../../random.ts';
import type { Annealing } from '../annealing.ts';
import { acceptsDrawn } from '../metropolis.ts';
import type { OutcomeCounts, StepOutcome } from '../step-records.ts';
import type { Kernel, KernelStart } from './kernel.ts';
import { TreeDistances } from './tree-distances.ts';

/**
 * The proposal "bonds" on the Wiener index of a saturated formula, whose isomers are all trees of single bonds: every
 * bond is a bridge, no move can disconnect or close a ring, and the change of the index follows from the distances and
 * row sums of the ends. So a proposal is judged in O(1), and only an accepted one costs more.
 *
 * It draws the same numbers in the same order as drawHydrogenShift and drawBondSwitch, which say what the moves mean.
 */
export class TreeKernel implements Kernel {
  readonly counts: OutcomeCounts;
  readonly scores = new Float64Array(1);
  energy: number;
  best: LabelledIsomer;
  bestEnergy: number;
  lastOutcome: StepOutcome | undefined;
  private readonly annealing: Annealing;
  private readonly weight: number;
  private readonly random: Random;
  /** Unit u joins [2 u] and [2 u + 1]; the bonds of a tree, each once. */
  private readonly bondUnits: Uint16Array;
  private readonly hydrogenOwners: Uint16Array;
  /** Invariant between steps: true of the tree that bondUnits are. */
  private readonly distances: TreeDistances;

  constructor(annealing: Annealing, { current, best, random, counts }: KernelStart) {
    const { elements, objective } = annealing;
    this.annealing = annealing;
    this.weight = objective.weights[0]!;
    this.random = random;
    this.counts = counts;
    this.best = best;
    this.bestEnergy = this.weight * new TreeDistances(elements, best).wiener;
    this.bondUnits = Uint16Array.from(current.bondUnits);
    this.hydrogenOwners = Uint16Array.from(current.hydrogenOwners);
    this.distances = new TreeDistances(elements, current);
    this.scores[0] = this.distances.wiener;
    this.energy = this.weight * this.distances.wiener;
  }

  current(): LabelledIsomer {
    return isomerAt({ bondUnits: this.bondUnits, hydrogenOwners: this.hydrogenOwners });
  }

  run(t: number, steps: number): void {
    for (let step = t; step < t + steps; step++) {
      const outcome = this.makeStep(step);
      this.counts[outcome]++;
      this.lastOutcome = outcome;
    }
  }

  private makeStep(t: number): StepOutcome {
    const drawn = this.random.uint32();
    if (this.bondUnits.length === 0) return 'invalid';
    const isSwitch = this.hydrogenOwners.length === 0 || (t & 3) === 3;
    return isSwitch ? this.switchBonds(t, drawn) : this.shiftHydrogen(t, drawn);
  }

  private shiftHydrogen(t: number, drawn: number): StepOutcome {
    const { bondUnits, hydrogenOwners, random } = this;
    const { n, D } = this.distances;
    const orientedUnit = random.below(bondUnits.length);
    const hydrogen = random.below(hydrogenOwners.length);
    const q = bondUnits[orientedUnit]!;
    const r = bondUnits[orientedUnit ^ 1]!;
    const p = hydrogenOwners[hydrogen]!;
    if (p === q || p === r) return 'invalid';
    // The unit stays with the side that p is not on, whichever orientation was drawn.
    return D[p * n + q]! < D[p * n + r]!
      ? this.moveBranch(p, q, r, t, drawn, orientedUnit >> 1, hydrogen)
      : this.moveBranch(p, r, q, t, drawn, orientedUnit >> 1, hydrogen);
  }

  /** The branch of r goes from q to p, which is on the side of q. */
  private moveBranch(
    p: number,
    q: number,
    r: number,
    t: number,
    drawn: number,
    unit: number,
    hydrogen: number,
  ): StepOutcome {
    const { distances } = this;
    const { n, D, S } = distances;
    const R = distances.behind(q, r);
    const dW = R * (S[p]! - S[q]! - R * D[p * n + q]!);
    if (!this.accepts(dW, t, drawn)) return 'rejected';
    this.bondUnits[2 * unit] = p;
    this.bondUnits[2 * unit + 1] = r;
    this.hydrogenOwners[hydrogen] = q;
    distances.moveBranch(p, q, r);
    return this.arrive();
  }

  /** Two branches change places: the outer end of each bond goes to the inner end of the other. */
  private switchBonds(t: number, drawn: number): StepOutcome {
    const { bondUnits, random, distances } = this;
    const { n, D, S } = distances;
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
    const innerIsQ = D[s * n + q]! < D[s * n + r]!;
    const innerIsU = D[q * n + u]! < D[q * n + s]!;
    const a = innerIsQ ? r : q;
    const b = innerIsQ ? q : r;
    const e = innerIsU ? u : s;
    const f = innerIsU ? s : u;
    if (b === e) return 'invalid';
    const d = distances.behind(e, f) - distances.behind(b, a);
    const dW = d * (S[b]! - S[e]! - d * D[b * n + e]!);
    if (!this.accepts(dW, t, drawn)) return 'rejected';
    bondUnits[2 * first] = a;
    bondUnits[2 * first + 1] = e;
    bondUnits[2 * second] = b;
    bondUnits[2 * second + 1] = f;
    distances.moveBranch(e, b, a);
    distances.moveBranch(b, e, f);
    return this.arrive();
  }

  private accepts(dW: number, t: number, drawn: number): boolean {
    const { sign, schedule } = this.annealing;
    const dE = sign * (this.weight * (this.distances.wiener + dW) - this.energy);
    return dE <= 0 || acceptsDrawn(dE, schedule.temperature(t), drawn);
  }

  private arrive(): StepOutcome {
    const { wiener } = this.distances;
    this.scores[0] = wiener;
    this.energy = this.weight * wiener;
    if (this.annealing.sign * (this.energy - this.bestEnergy) < 0) {
      this.bestEnergy = this.energy;
      this.best = this.current();
    }
    return 'accepted';
  }
}

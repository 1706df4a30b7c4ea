import { hastingsRatio } from '../../displacement/hastings-ratio.ts';
import {
  type IsomerView,
  type LabelledIsomer,
  molecularGraphOf,
} from '../../displacement/labelled-isomer.ts';
import { createMove, type Move } from '../../displacement/move.ts';
import type { Draw, Proposal } from '../../displacement/proposal.ts';
import { apply, commit, createWalker, isomerAt, undo, type Walker } from '../../displacement/walker.ts';
import { isConnected } from '../../molecule/connectivity.ts';
import type { Random } from '../../random.ts';
import { energyOf } from '../../scoring/objective.ts';
import { createTables, type TableMemory } from '../../scoring/shared-tables.ts';
import type { Annealing } from '../annealing.ts';
import { accepts, acceptsCorrected } from '../metropolis.ts';
import type { OutcomeCounts, StepOutcome } from '../step-records.ts';
import type { AcceptedStepWatch, Kernel, KernelStart } from './kernel.ts';

/**
 * The steps as docs/algorithm.md tells them, for every objective and proposal: each molecule that is proposed is made,
 * searched for its connectivity and scored from scratch. What other kernels are held to.
 */
export class SpecificationKernel implements Kernel {
  readonly counts: OutcomeCounts;
  energy: number;
  scores: Float64Array;
  best: LabelledIsomer;
  bestEnergy: number;
  lastOutcome: StepOutcome | undefined;
  /** What the last step drew and proposed, for those who want to explain it. */
  readonly lastStep: {
    kT: number;
    u: number;
    draw: Draw;
    readonly move: Move;
    energy: number;
    ratio: number;
  };
  private readonly annealing: Annealing;
  private readonly walker: Walker;
  private readonly random: Random;
  private readonly propose: Proposal;
  /** Scores of a molecule that is being judged; swapped with `scores` when it is accepted. */
  private proposedScores: Float64Array;
  private readonly tables: TableMemory;

  constructor(annealing: Annealing, { current, best, random, counts }: KernelStart) {
    const { objective, elements } = annealing;
    this.annealing = annealing;
    this.random = random;
    this.counts = counts;
    this.propose = annealing.createProposal();
    this.walker = createWalker(elements, current);
    this.scores = new Float64Array(objective.components.length);
    this.proposedScores = new Float64Array(objective.components.length);
    this.tables = createTables(elements.length, objective.needs);
    this.best = best;
    this.lastStep = { kT: 0, u: 0, draw: 'invalid', move: createMove(), energy: 0, ratio: 1 };
    this.bestEnergy = energyOf(objective, molecularGraphOf(elements, best), this.proposedScores, this.tables);
    this.energy = energyOf(objective, this.walker.graph, this.scores, this.tables);
  }

  current(): LabelledIsomer {
    return isomerAt(this.walker);
  }

  get view(): IsomerView {
    return this.walker;
  }

  run(t: number, steps: number, watch?: AcceptedStepWatch): number {
    for (let step = t; step < t + steps; step++) {
      const outcome = this.makeStep(step);
      this.counts[outcome]++;
      this.lastOutcome = outcome;
      if (outcome === 'accepted' && watch?.(step + 1)) return step + 1 - t;
    }
    return steps;
  }

  private makeStep(t: number): StepOutcome {
    const { annealing, walker, random, lastStep } = this;
    const { move } = lastStep;
    const kT = annealing.schedule.temperature(t);
    // Drawn first, and in every step: it bounds the energy that can still be accepted before anything is evaluated.
    const u = random.unit();
    const draw = this.propose(walker, t, random, move);
    lastStep.kT = kT;
    lastStep.u = u;
    lastStep.draw = draw;
    if (draw !== 'proposed') return draw;
    apply(walker, move);
    if (move.mayDisconnect && !isConnected(walker.graph)) {
      undo(walker, move);
      return 'disconnected';
    }
    const proposed = energyOf(annealing.objective, walker.graph, this.proposedScores, this.tables);
    lastStep.energy = proposed;
    const dE = annealing.sign * (proposed - this.energy);
    lastStep.ratio = annealing.isCorrected ? hastingsRatio(move) : 1;
    const isAccepted = annealing.isCorrected
      ? acceptsCorrected(dE, kT, lastStep.ratio, u)
      : accepts(dE, kT, u);
    if (!isAccepted) {
      undo(walker, move);
      return 'rejected';
    }
    commit(walker, move);
    this.energy = proposed;
    [this.scores, this.proposedScores] = [this.proposedScores, this.scores];
    if (annealing.sign * (proposed - this.bestEnergy) < 0) {
      this.bestEnergy = proposed;
      this.best = isomerAt(walker);
    }
    return 'accepted';
  }
}

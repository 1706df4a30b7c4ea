import { type LabelledIsomer, molecularGraphOf } from '../displacement/labelled-isomer.ts';
import { createMove, type Move } from '../displacement/move.ts';
import type { Proposal } from '../displacement/proposal.ts';
import { apply, commit, createWalker, isomerAt, undo, type Walker } from '../displacement/walker.ts';
import { isConnected } from '../molecule/connectivity.ts';
import { Random } from '../random.ts';
import { energyOf } from '../scoring/objective.ts';
import type { Annealing } from './annealing.ts';
import { assertCheckpoint, CHECKPOINT_FORMAT, type Checkpoint } from './checkpoint.ts';
import { accepts } from './metropolis.ts';
import { temperatureAt } from './schedule.ts';
import { type OutcomeCounts, type StepOutcome, StepRecorder } from './step-records.ts';

/**
 * A run at one position, ready to go on: what {@link advance} works with. It has no memory beyond a checkpoint: an
 * annealer made of its {@link checkpoint} goes on bit for bit as it would have itself.
 */
export class Annealer {
  private readonly annealing: Annealing;
  private readonly propose: Proposal;
  private readonly move: Move = createMove();
  private readonly walker: Walker;
  private readonly random: Random;
  /** Invariant: the energy and scores of the walker's molecule. */
  private energy: number;
  private scores: Float64Array;
  /** Scores of a molecule that is being judged; swapped with `scores` when it is accepted. */
  private proposedScores: Float64Array;
  /** Invariant: the first molecule of the lowest energy met so far (highest, where the energy is maximised). */
  private best: LabelledIsomer;
  private bestEnergy: number;
  private stepsMade: number;
  private lastOutcome: StepOutcome | undefined;
  /** Invariant: the four outcomes of a proposal add up to stepsMade. */
  private readonly counts: OutcomeCounts;

  /** @throws {SaCoreError} checkpoint_invalid, checkpoint_foreign */
  constructor(annealing: Annealing, checkpoint: Checkpoint) {
    assertCheckpoint(checkpoint, annealing);
    const { objective, elements } = annealing;
    this.annealing = annealing;
    this.propose = annealing.createProposal();
    this.walker = createWalker(elements, checkpoint.current);
    this.random = new Random(checkpoint.generator);
    this.scores = new Float64Array(objective.components.length);
    this.proposedScores = new Float64Array(objective.components.length);
    this.best = checkpoint.best;
    this.bestEnergy = energyOf(objective, molecularGraphOf(elements, checkpoint.best), this.proposedScores);
    this.energy = energyOf(objective, this.walker.graph, this.scores);
    this.stepsMade = checkpoint.step;
    this.lastOutcome = checkpoint.step === 0 ? 'start' : undefined;
    const {
      accepted_moves: accepted,
      rejected_moves: rejected,
      disconnected_moves: disconnected,
    } = checkpoint;
    const invalid = checkpoint.step - accepted - rejected - disconnected;
    this.counts = { start: 0, invalid, disconnected, rejected, accepted };
  }

  get step(): number {
    return this.stepsMade;
  }

  get isComplete(): boolean {
    return this.stepsMade === this.annealing.totalSteps;
  }

  checkpoint(): Checkpoint {
    return {
      format: CHECKPOINT_FORMAT,
      configuration_hash: this.annealing.hash,
      step: this.stepsMade,
      generator: this.random.state(),
      current: isomerAt(this.walker),
      best: this.best,
      accepted_moves: this.counts.accepted,
      rejected_moves: this.counts.rejected,
      disconnected_moves: this.counts.disconnected,
    };
  }

  createRecorder(every = 1): StepRecorder {
    return new StepRecorder(this.annealing.objective.components.length, every);
  }

  /**
   * Records the position as it stands, whatever steps the recorder asks for: step 0, or the last step made here. An
   * annealer that was resumed and has made no step yet cannot tell how its last step came out, and records nothing.
   */
  record(recorder: StepRecorder): void {
    if (this.lastOutcome === undefined) return;
    recorder.record(this.stepsMade, this.lastOutcome, this.counts, this.position());
  }

  /** Makes up to `steps` steps, fewer where the run ends, and has them recorded. */
  run(steps: number, recorder: StepRecorder): void {
    const end = Math.min(this.stepsMade + steps, this.annealing.totalSteps);
    while (this.stepsMade < end) {
      const outcome = this.makeStep();
      this.counts[outcome]++;
      this.stepsMade++;
      this.lastOutcome = outcome;
      if (this.stepsMade % recorder.every === 0 || this.isComplete) this.record(recorder);
    }
  }

  private position() {
    const { walker, energy, scores, best, bestEnergy } = this;
    return { walker, energy, scores, best, bestEnergy };
  }

  private makeStep(): StepOutcome {
    const { annealing, walker, random, move } = this;
    const kT = temperatureAt(annealing.configuration, this.stepsMade);
    // Drawn first, and in every step: it bounds the energy that can still be accepted before anything is evaluated.
    const u = random.unit();
    const draw = this.propose(walker, this.stepsMade, random, move);
    if (draw !== 'proposed') return draw;
    apply(walker, move);
    if (move.mayDisconnect && !isConnected(walker.graph)) {
      undo(walker, move);
      return 'disconnected';
    }
    const proposed = energyOf(annealing.objective, walker.graph, this.proposedScores);
    if (!accepts(annealing.sign * (proposed - this.energy), kT, u)) {
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

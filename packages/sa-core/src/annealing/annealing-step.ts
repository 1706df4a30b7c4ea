import { type LabelledIsomer, molecularGraphOf } from '../displacement/labelled-isomer.ts';
import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import type { Annealing } from './annealing.ts';
import type { RecordedPosition, Recorder, StepOutcome } from './step-records.ts';

/** One step of a run, as {@link anneal} tells it. */
export interface AnnealingStep {
  /** From 1; the start molecule is not a step. */
  readonly step: number;
  /** The temperature that the step used, in units of the score. */
  readonly kT: number;
  readonly outcome: StepOutcome;
  readonly currentEnergy: number;
  readonly bestEnergy: number;
  /** Scores of the current molecule by component name. */
  readonly componentScores: Readonly<Record<string, number>>;
  readonly acceptedMoves: number;
  readonly rejectedMoves: number;
  readonly invalidMoves: number;
  readonly disconnectedMoves: number;
  /** The molecules after the step. They are the caller's: no later step changes them. */
  readonly current: MolecularGraph;
  readonly best: MolecularGraph;
}

/** Makes an {@link AnnealingStep} of each step that it records. */
export class StepTeller implements Recorder {
  readonly every: number;
  readonly steps: AnnealingStep[] = [];
  private readonly annealing: Annealing;
  // Invariant: the molecules of the last step, in two forms; the current one is known by how often it was replaced.
  private currentChanges = -1;
  private current: MolecularGraph | undefined;
  private bestIsomer: LabelledIsomer | undefined;
  private best: MolecularGraph | undefined;

  constructor(annealing: Annealing, every = 1) {
    this.annealing = annealing;
    this.every = every;
  }

  record(step: number, outcome: StepOutcome, at: RecordedPosition, restarts: number): void {
    const { elements, schedule, objective } = this.annealing;
    const { accepted, rejected, invalid, disconnected } = at.counts;
    if (this.currentChanges !== accepted + restarts) {
      this.currentChanges = accepted + restarts;
      this.current = molecularGraphOf(elements, at.current());
    }
    if (this.bestIsomer !== at.best) {
      this.bestIsomer = at.best;
      this.best = molecularGraphOf(elements, at.best);
    }
    this.steps.push({
      step,
      kT: schedule.temperature(step - 1),
      outcome,
      currentEnergy: at.energy,
      bestEnergy: at.bestEnergy,
      componentScores: Object.fromEntries(objective.components.map(({ name }, i) => [name, at.scores[i]!])),
      acceptedMoves: accepted,
      rejectedMoves: rejected,
      invalidMoves: invalid,
      disconnectedMoves: disconnected,
      current: this.current!,
      best: this.best!,
    });
  }
}

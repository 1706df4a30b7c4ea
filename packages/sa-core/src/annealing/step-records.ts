import type { LabelledIsomer } from '../displacement/labelled-isomer.ts';

/**
 * What became of a step: "start" at step 0, which proposes nothing, and then exactly one of the others.
 * Its index stands in {@link StepRecords.outcome}.
 */
export const STEP_OUTCOMES = ['start', 'invalid', 'disconnected', 'rejected', 'accepted'] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** How often each outcome occurred up to and with a step. The four of a proposal add up to the step. */
export type OutcomeCounts = Record<StepOutcome, number>;

/**
 * Recorded steps as columns of equal length, in ascending order of step. A record depends on its step alone, not on the
 * slice that it was computed in. What else there is to say of a step (cycle, kT) follows from the configuration.
 */
export interface StepRecords {
  readonly step: number[];
  /** Indices into {@link STEP_OUTCOMES}. */
  readonly outcome: number[];
  readonly current_energy: number[];
  readonly best_energy: number[];
  readonly accepted_moves: number[];
  readonly rejected_moves: number[];
  readonly invalid_moves: number[];
  readonly disconnected_moves: number[];
  /** Scores of the current molecule: a column for each component of the objective, in its order. */
  readonly component_scores: number[][];
  /** Indices into `molecules`. */
  readonly current: number[];
  readonly best: number[];
  /** The molecules that the records show, in the order in which they were first shown. */
  readonly molecules: LabelledIsomer[];
}

/** Where a run stands when a step is recorded. Only lent: it changes with the next step. */
export interface RecordedPosition {
  current(): LabelledIsomer;
  readonly energy: number;
  readonly scores: Float64Array;
  readonly best: LabelledIsomer;
  readonly bestEnergy: number;
  readonly counts: OutcomeCounts;
}

/** What a run tells its steps: those divisible by `every`, and the last one. */
export interface Recorder {
  readonly every: number;
  /** @param restarts how many restarts the run has made up to the step */
  record(step: number, outcome: StepOutcome, at: RecordedPosition, restarts: number): void;
}

/** Records the steps as columns. */
export class StepRecorder implements Recorder {
  readonly every: number;
  readonly records: StepRecords;
  // Invariant: where the last record's molecules stand, or -1; the current one is known by how often it was replaced.
  private currentIndex = -1;
  private currentChanges = -1;
  private bestIndex = -1;

  constructor(components: number, every = 1) {
    this.every = every;
    this.records = {
      step: [],
      outcome: [],
      current_energy: [],
      best_energy: [],
      accepted_moves: [],
      rejected_moves: [],
      invalid_moves: [],
      disconnected_moves: [],
      component_scores: Array.from({ length: components }, () => []),
      current: [],
      best: [],
      molecules: [],
    };
  }

  /** @param restarts how many restarts the run has made up to the step */
  record(step: number, outcome: StepOutcome, at: RecordedPosition, restarts = 0): void {
    const { counts } = at;
    const { records } = this;
    records.step.push(step);
    records.outcome.push(STEP_OUTCOMES.indexOf(outcome));
    records.current_energy.push(at.energy);
    records.best_energy.push(at.bestEnergy);
    records.accepted_moves.push(counts.accepted);
    records.rejected_moves.push(counts.rejected);
    records.invalid_moves.push(counts.invalid);
    records.disconnected_moves.push(counts.disconnected);
    for (let i = 0; i < at.scores.length; i++) records.component_scores[i]!.push(at.scores[i]!);
    const changes = counts.accepted + restarts;
    if (this.currentChanges !== changes) {
      this.currentChanges = changes;
      this.currentIndex = records.molecules.push(at.current()) - 1;
    }
    if (this.bestIndex === -1 || records.molecules[this.bestIndex] !== at.best) {
      this.bestIndex = records.molecules.push(at.best) - 1;
    }
    records.current.push(this.currentIndex);
    records.best.push(this.bestIndex);
  }
}

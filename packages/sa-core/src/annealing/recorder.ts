import type { LabelledIsomer } from '../displacement/labelled-isomer.ts';
import type { OutcomeCounts, StepOutcome } from './step-records.ts';

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

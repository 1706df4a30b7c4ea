import type { Checkpoint, ResolvedConfiguration } from '@webfaulon/sa-core';

/** A piece of a run to be computed on a worker thread. */
export interface SliceTask {
  readonly configuration: ResolvedConfiguration;
  /** Where to go on from; null stands for step 0, which the configuration alone decides. */
  readonly checkpoint: Checkpoint | null;
  /** At most this many steps; 0 asks for the start molecule alone. */
  readonly steps: number;
  /** Stop at about this time, even with fewer steps made. What is recorded of a step does not depend on it. */
  readonly milliseconds: number;
  /** Record the steps divisible by this, and the last of the run. */
  readonly every: number;
  /** Hand back the checkpoints of the steps divisible by this; left out, none. */
  readonly keyframeEvery?: number;
}

/** Records of steps in ascending order, as columns of equal length; what sa-core records, made ready to be shown. */
export interface RecordBlock {
  readonly step: readonly number[];
  readonly accepted: readonly boolean[];
  readonly current_energy: readonly number[];
  readonly best_energy: readonly number[];
  readonly accepted_moves: readonly number[];
  readonly rejected_moves: readonly number[];
  readonly invalid_moves: readonly number[];
  readonly disconnected_moves: readonly number[];
  /** A column for each component of the objective, in its order. */
  readonly component_scores: readonly (readonly number[])[];
  /** Canonical Kekulé SMILES of the molecules that the records show: each stands for one isomer. */
  readonly smiles: readonly string[];
  /** Indices into `smiles`. */
  readonly current: readonly number[];
  readonly best: readonly number[];
}

/** A thrown error loses its fields on the way between threads, so a failure is returned. */
export type SliceOutcome =
  | {
      readonly ok: true;
      readonly checkpoint: Checkpoint;
      readonly records: RecordBlock;
      /** The one record of the step that the checkpoint stands at, whether or not `every` asks for it. */
      readonly position: RecordBlock;
      /** In ascending order of step. */
      readonly keyframes: readonly Checkpoint[];
      /** What it took on the thread: in all, and for making steps and recording them. */
      readonly time: { readonly milliseconds: number; readonly advanceMilliseconds: number };
      /** Whether the run is at its end: its last step, or where a stop rule has ended it. */
      readonly isComplete: boolean;
    }
  | {
      readonly ok: false;
      readonly code: string;
      readonly detail: string;
      readonly cause?: unknown;
    };

import type { ExplainedStep, ThinningWindow } from '@webfaulon/protocol';
import type { Checkpoint, DiscoveryState, ResolvedConfiguration } from '@webfaulon/sa-core';
import type { HistoryColumns } from './history-columns.ts';

interface Question {
  readonly configuration: ResolvedConfiguration;
  /** Where to begin; null stands for step 0. */
  readonly checkpoint: Checkpoint | null;
}

/** A part of a question that is answered in pieces: stop at about this time, even if there is more to do. */
interface Piece extends Question {
  readonly milliseconds: number;
}

/** What happens in the step that follows the checkpoint. */
interface StepQuestion extends Question {
  readonly about: 'step';
}

/** How the score goes from the checkpoint on, up to the end of the window; what is answered is thinned. */
export interface HistoryQuestion extends Piece {
  readonly about: 'history';
  readonly window: ThinningWindow;
}

/** Which isomers are met from the checkpoint on, up to a step. */
export interface IsomersQuestion extends Piece {
  readonly about: 'isomers';
  readonly to: number;
  /** What was found up to the checkpoint; null stands for nothing, at step 0. */
  readonly found: DiscoveryState | null;
}

/** What is asked about a run that was computed before, and so has to be computed again. */
export type Inquiry = StepQuestion | HistoryQuestion | IsomersQuestion;

/** What each question is answered with; the checkpoint is where a piece ended. */
export interface InquiryResults {
  readonly step: { readonly explanation: ExplainedStep };
  readonly history: { readonly columns: HistoryColumns; readonly checkpoint: Checkpoint };
  readonly isomers: {
    readonly found: DiscoveryState;
    /** Canonical Kekulé SMILES of those that were not found before, in the order of `found`. */
    readonly newSmiles: readonly string[];
    /** Whether the run is at its end, be it that a stop rule has ended it. */
    readonly isComplete: boolean;
    readonly checkpoint: Checkpoint;
  };
}

export type InquiryOutcome<Asked extends Inquiry> =
  | ({ readonly ok: true } & InquiryResults[Asked['about']])
  | { readonly ok: false; readonly code: string; readonly detail: string; readonly cause?: unknown };

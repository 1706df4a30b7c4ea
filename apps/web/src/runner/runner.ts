import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import type { Configuration, ResolvedConfiguration } from '@webfaulon/sa-core';
import type { RunRecords } from './run-records.ts';

export type RunState = 'idle' | 'running' | 'paused' | 'complete' | 'failed';

/** Steps shown in a second; null is as fast as possible. */
export type Pace = number | null;

/** "reconnecting" goes on by itself and loses no step; "lost" does not, and a failure says why. */
export type Link = 'live' | 'reconnecting' | 'lost';

export interface PreparedRun {
  /** Every default filled in: what a link has to hold for the same run. */
  readonly configuration: ResolvedConfiguration;
  readonly totalSteps: number;
}

export interface IsomerMet {
  /** Canonical Kekulé SMILES. */
  readonly smiles: string;
  readonly score: number;
  /** The step after which the run first stood at it. */
  readonly firstStep: number;
  /** The steps after which it stood there. */
  readonly visits: number;
}

/** A session of a server that computes a run: what it takes to find it again. */
export interface ServerSession {
  readonly id: string;
  /** How often the run was reset: with the step, its place in the stream of events. */
  readonly resets: number;
}

/** Where a run stood when it was left. */
export interface RunPlace {
  readonly configuration: Configuration;
  readonly pace: Pace;
  readonly step: number;
  readonly state: RunState;
  /** Null where the browser computed it. */
  readonly session: ServerSession | null;
}

/** What a chart needs of records: columns of equal length, in ascending order of step. */
export type RunPast = Pick<RunRecords, 'step' | 'kT' | 'currentScore' | 'bestScore' | 'acceptedMoves'>;

/** What a runner tells, in the order in which it happened. */
export type RunnerEvent =
  /** `step` is the played position: no lower than the last record's step. There may be no record where steps are sampled. */
  | { readonly kind: 'records'; readonly step: number; readonly records: RunRecords }
  /** "idle" says that the run stands at step 0 again; its record follows. */
  | { readonly kind: 'state'; readonly state: RunState; readonly step: number }
  | { readonly kind: 'failure'; readonly code: string; readonly message: string }
  /** What was played before this runner took the run up; the record of the position follows. Steps may be left out, extremes are not. */
  | { readonly kind: 'past'; readonly past: RunPast }
  /** Which session the run is. A runner of the browser tells none. */
  | { readonly kind: 'session'; readonly session: ServerSession }
  /** Whether the server is within reach. A runner of the browser tells none. */
  | { readonly kind: 'link'; readonly link: 'live' | 'lost' }
  | { readonly kind: 'link'; readonly link: 'reconnecting'; readonly retryMilliseconds: number };

/**
 * One annealing run that is played, wherever it is computed. The same configuration gives the same records of the same
 * steps with every runner (a server may write the SMILES of a best molecule in another, equally canonical way): each step up to 200 steps a second, the protocol's coarse grid above that, and always step 0,
 * the last step, and the step at which the run was paused.
 *
 * Methods fail with a {@link RunnerError}.
 */
export interface Runner {
  readonly engine: 'browser' | 'server';
  /** Makes a run ready at step 0, in place of the one before. */
  configure(configuration: Configuration, pace: Pace): Promise<PreparedRun>;
  /**
   * Takes up a run where it was left, in place of the one before: all that a chart needs of its steps is told again. A
   * server's goes on where it is by now, and fails with session_not_found where the server no longer has it; the
   * browser's is computed again up to its step, and then is as it was.
   */
  resume(place: RunPlace): Promise<PreparedRun>;
  /** Starts an idle run, or resumes a paused one. */
  start(): Promise<void>;
  /** Answers the step at which the run stands; no event tells of a later one until it goes on. */
  pause(): Promise<number>;
  /** Back to step 0 of the same run. */
  reset(): Promise<void>;
  /** Plays up to `count` steps of an idle or paused run, then pauses; answers the step at which it stands. */
  step(count: number): Promise<number>;
  setPace(pace: Pace): Promise<void>;
  /** The distinct isomers met so far, in the order in which they were met. */
  isomers(): Promise<readonly IsomerMet[]>;
  /** What happened in a step that was played: it is computed once more. */
  explainStep(step: number): Promise<ExplainedStep>;
  /** Where the connection is lost: tries to make it again at once. */
  reconnectNow(): Promise<void>;
  /** Events go to this listener from now on; a runner has one. */
  listen(listener: (event: RunnerEvent) => void): void;
  /** Ends the run and frees what it holds; no event follows. */
  dispose(): void;
}

/** A refusal that a person can understand; `code` is stable, `pointer` names the field of the configuration at fault. */
export class RunnerError extends Error {
  override readonly name = 'RunnerError';
  readonly code: string;
  readonly pointer: string;

  constructor(code: string, message: string, pointer = '') {
    super(message);
    this.code = code;
    this.pointer = pointer;
  }
}

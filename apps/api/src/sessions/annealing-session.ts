import { coarseStride, PER_STEP_MAX_PACE, type SessionState } from '@webfaulon/protocol';
import type { Checkpoint, ResolvedConfiguration } from '@webfaulon/sa-core';
import { totalSteps } from '@webfaulon/sa-core';
import type { AnnealingPool } from '../annealing/annealing-pool.ts';
import type { RecordBlock, SliceOutcome } from '../annealing/slice.ts';
import { Keyframes } from './keyframes.ts';
import { Playback } from './playback.ts';
import { RecordLog } from './record-log.ts';
import { recordAt, type StepRecord } from './step-record.ts';

const SLICE_MILLISECONDS = 10;
const UNTHROTTLED_SLICE_STEPS = 50_000;
/** A paced session computes this far ahead of its playback, within bounds, and asks for more at half of it. */
const AHEAD_SECONDS = 2;
const MIN_AHEAD_STEPS = 50;
const MAX_AHEAD_STEPS = 1000;

/** What a session tells those who watch it. Called on the event loop; must not throw. */
export interface SessionObserver {
  /** More steps are played, or the state has changed, or a reset has begun another run. */
  changed(): void;
  /** The session is gone: deleted, expired, or the server stops. */
  ended(): void;
}

export type Transition = { readonly ok: true } | { readonly ok: false; readonly problem: SessionProblem };
export type SessionProblem =
  | 'session_already_running'
  | 'session_already_complete'
  | 'session_not_running'
  | 'session_failed';

/** Why a session failed: a stable code, and a sentence for a person. */
export interface Failure {
  readonly code: string;
  readonly detail: string;
  readonly cause?: unknown;
}

/**
 * One annealing run being computed and played: (configuration, position), and what can be computed again from them.
 *
 * Computing and playing are apart. Slices advance `checkpoint` on a worker thread and fill the log; `played` follows on
 * the clock of the pace, or at once where there is none. Everything that anyone sees is at or before `played`.
 */
export class AnnealingSession {
  readonly id: string;
  readonly configuration: ResolvedConfiguration;
  /** null: as fast as possible. */
  readonly stepsPerSecond: number | null;
  readonly totalSteps: number;
  private readonly pool: AnnealingPool;
  private readonly observers = new Set<SessionObserver>();
  private readonly now: () => number;

  private currentState: SessionState = 'idle';
  private currentFailure: Failure | undefined;
  /** The number of resets so far. A slice of an earlier run is dropped when it arrives. */
  private currentRun = 0;
  /** Invariant: 0 <= played <= step of `checkpoint`, and the record of `played` is `position` or in the log. */
  private playedStep = 0;
  /** The last good checkpoint of the run; null until the first slice is back. */
  private checkpoint: Checkpoint | null = null;
  /** The record of the step that `checkpoint` stands at. */
  private computedPosition: StepRecord | undefined;
  /** The record of the last position played by an unthrottled session, whose log has the coarse grid only. */
  private playedPosition: StepRecord | undefined;
  private log: RecordLog;
  private keyframesOfRun = new Keyframes();
  private sliceInFlight = false;
  private playback: Playback | undefined;
  private isGone = false;
  /** Settled when the start molecule of the current run is known, or the session failed or went away. */
  private startKnown: Promise<void>;
  private settleStart: () => void = () => {};
  /** When somebody last asked for the session, or a step was played. */
  lastActive: number;
  /** Whether a viewer was sent the complete event of the current run. */
  completeWasSeen = false;

  constructor(
    id: string,
    configuration: ResolvedConfiguration,
    stepsPerSecond: number | null,
    pool: AnnealingPool,
    now: () => number,
  ) {
    this.id = id;
    this.configuration = configuration;
    this.stepsPerSecond = stepsPerSecond;
    this.totalSteps = totalSteps(configuration);
    this.pool = pool;
    this.now = now;
    this.lastActive = now();
    this.log = new RecordLog(this.totalSteps);
    this.startKnown = this.expectStart();
  }

  get state(): SessionState {
    return this.currentState;
  }
  get run(): number {
    return this.currentRun;
  }
  get played(): number {
    return this.playedStep;
  }
  get failure(): Failure | undefined {
    return this.currentFailure;
  }
  /** The spacing of the events that a viewer gets while it watches live. */
  get liveStride(): number {
    const isPerStep = this.stepsPerSecond !== null && this.stepsPerSecond <= PER_STEP_MAX_PACE;
    return isPerStep ? 1 : coarseStride(this.totalSteps);
  }
}

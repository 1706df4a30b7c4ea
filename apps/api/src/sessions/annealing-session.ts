import { coarseStride, PER_STEP_MAX_PACE, type SessionState } from '@webfaulon/protocol';
import { type ResolvedConfiguration, totalSteps } from '@webfaulon/sa-core';
import type { Slicer } from '../annealing/annealing-pool.ts';
import { Playback } from './playback.ts';
import { type Failure, RunComputation } from './run-computation.ts';
import type { StepRecord } from './step-record.ts';

const UNTHROTTLED_SLICE_STEPS = 50_000;
/** A paced session computes this far ahead of its playback, within bounds, and asks for more at half of it. */
const AHEAD_SECONDS = 2;
const MIN_AHEAD_STEPS = 50;
const MAX_AHEAD_STEPS = 1000;

/** What a session tells those who watch it. */
export interface SessionObserver {
  /** More steps are played, or the state has changed, or a reset has begun another run. */
  changed(): void;
  /** The session is gone: deleted, expired, or the server stops. */
  ended(): void;
}

/** Why a session cannot do what it was asked; the codes are those of the problems that the API answers. */
type Refusal =
  | 'session_already_running'
  | 'session_already_complete'
  | 'session_not_running'
  | 'session_failed';

export type Transition = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

const DONE: Transition = { ok: true };

/**
 * A run that is computed and played: (configuration, position), and what can be computed again from them.
 *
 * Computing and playing are apart. Slices fill the log of the computation; `played` follows on the clock of the pace, or
 * at once where there is none. Whatever anyone sees is at or before `played`.
 */
export class AnnealingSession {
  readonly id: string;
  readonly configuration: ResolvedConfiguration;
  /** null: as fast as possible. */
  readonly stepsPerSecond: number | null;
  /** The steps that the run has if no stop rule ends it before. */
  readonly totalSteps: number;
  /** When somebody last asked for the session, or a step was played; milliseconds of the clock given. */
  lastActive: number;
  /** Whether a viewer was sent the complete event of the current run. */
  completeWasSeen = false;
  private readonly pool: Slicer;
  private readonly now: () => number;
  private readonly observers = new Set<SessionObserver>();
  private currentState: SessionState = 'idle';
  private isDisposed = false;
  /** The number of resets so far. */
  private currentRun = 0;
  private currentComputation: RunComputation;
  /** Invariant: 0 <= playedStep <= computed; it never goes back within a run, and moves only while running. */
  private playedStep = 0;
  /** The record of playedStep, where the session has no pace: its log has the coarse grid alone. */
  private playedRecord: StepRecord | undefined;
  /** Invariant: present if and only if the session is running and has a pace. */
  private playback: Playback | undefined;

  /** @param now a clock that never goes back, in milliseconds */
  constructor(
    id: string,
    configuration: ResolvedConfiguration,
    stepsPerSecond: number | null,
    pool: Slicer,
    now: () => number,
  ) {
    this.id = id;
    this.configuration = configuration;
    this.stepsPerSecond = stepsPerSecond;
    this.totalSteps = totalSteps(configuration);
    this.pool = pool;
    this.now = now;
    this.lastActive = now();
    this.currentComputation = this.beginRun();
  }

  get state(): SessionState {
    return this.currentState;
  }

  /** Whether it was deleted, has expired, or ended with the server. */
  get isGone(): boolean {
    return this.isDisposed;
  }

  get run(): number {
    return this.currentRun;
  }

  get played(): number {
    return this.playedStep;
  }

  /** The last step of the run, as far as is known; it is known before that step is played. */
  get lastStep(): number {
    return this.currentComputation.lastStep;
  }

  get computation(): RunComputation {
    return this.currentComputation;
  }

  get failure(): Failure | undefined {
    return this.currentComputation.failure;
  }

  /** The spacing of the events that a viewer gets while it watches live. */
  get liveStride(): number {
    const isPerStep = this.stepsPerSecond !== null && this.stepsPerSecond <= PER_STEP_MAX_PACE;
    return isPerStep ? 1 : coarseStride(this.totalSteps);
  }

  /** Settled when the position is known, or never will be. */
  async located(): Promise<void> {
    let computation: RunComputation;
    do {
      computation = this.currentComputation;
      await computation.started;
      // A reset in the meantime has begun another computation.
    } while (computation !== this.currentComputation);
  }

  /** The record of the played position, once it is {@link located}; undefined if the session failed before, or is gone. */
  get position(): StepRecord | undefined {
    if (this.playedStep === 0) return this.currentComputation.start;
    return this.stepsPerSecond === null
      ? this.playedRecord
      : this.currentComputation.log.get(this.playedStep);
  }

  start(): Transition {
    if (this.currentState === 'running') return { ok: false, refusal: 'session_already_running' };
    if (this.currentState === 'complete') return { ok: false, refusal: 'session_already_complete' };
    if (this.currentState === 'failed') return { ok: false, refusal: 'session_failed' };
    this.currentState = 'running';
    if (this.stepsPerSecond !== null) {
      this.playback = new Playback(this.stepsPerSecond, this.playedStep, this.now());
    }
    this.play();
    this.tellChanged();
    return DONE;
  }

  pause(): Transition {
    if (this.currentState !== 'running') return { ok: false, refusal: 'session_not_running' };
    this.currentState = 'paused';
    this.playback = undefined;
    this.tellChanged();
    return DONE;
  }

  /** Back to step 0 of the same run, whatever the state. */
  reset(): void {
    this.currentComputation.abandon();
    this.currentRun++;
    this.currentState = 'idle';
    this.playback = undefined;
    this.playedStep = 0;
    this.playedRecord = undefined;
    this.completeWasSeen = false;
    this.currentComputation = this.beginRun();
    this.tellChanged();
  }

  /** Plays what is due and asks for what comes next. To be called often while the session is running. */
  play(): void {
    if (this.currentState !== 'running') return;
    const now = this.now();
    const { computed } = this.currentComputation;
    const due = this.playback === undefined ? computed : Math.min(this.playback.due(now), this.lastStep);
    const target = Math.min(due, computed);
    if (due > computed) this.playback?.held(computed, now);
    const moved = target > this.playedStep;
    if (moved) {
      this.playedStep = target;
      this.playedRecord = this.currentComputation.latest;
      this.lastActive = now;
      this.currentComputation.log.trim(target, this.lastStep);
    }
    if (this.playedStep === this.lastStep) {
      this.currentState = 'complete';
      this.playback = undefined;
    }
    if (moved) this.tellChanged();
    this.computeAhead(now);
  }

  /**
   * Gives back the memory of a run that is over: the coarse grid stays, and whoever still wants single steps has them
   * computed again.
   */
  rest(): void {
    if (this.currentState === 'complete')
      this.currentComputation.log.trim(Number.POSITIVE_INFINITY, this.lastStep);
  }

  observe(observer: SessionObserver): void {
    this.observers.add(observer);
  }

  unobserve(observer: SessionObserver): void {
    this.observers.delete(observer);
  }

  /** Stops the run and tells everyone who watches it. The session must not be used afterwards. */
  dispose(): void {
    this.isDisposed = true;
    this.currentComputation.abandon();
    this.currentState = 'idle';
    this.playback = undefined;
    for (const observer of [...this.observers]) observer.ended();
    this.observers.clear();
  }

  private beginRun(): RunComputation {
    const recorded = this.stepsPerSecond === null ? coarseStride(this.totalSteps) : 1;
    return new RunComputation(this.configuration, recorded, this.pool, () => this.onComputed());
  }

  private onComputed(): void {
    if (this.currentComputation.failure !== undefined) {
      this.currentState = 'failed';
      this.playback = undefined;
      this.tellChanged();
    } else {
      this.play();
    }
  }

  private computeAhead(now: number): void {
    if (this.currentState !== 'running') return;
    const computation = this.currentComputation;
    const isFirst = computation.computed === 0;
    if (this.stepsPerSecond === null || this.playback === undefined) {
      void computation.advance(UNTHROTTLED_SLICE_STEPS, isFirst ? 'prompt' : 'unthrottled', now);
      return;
    }
    const wanted = Math.round(this.stepsPerSecond * AHEAD_SECONDS);
    const ahead = Math.max(MIN_AHEAD_STEPS, Math.min(wanted, MAX_AHEAD_STEPS));
    const present = computation.computed - this.playedStep;
    if (present > ahead / 2) return;
    const deadline = this.playback.timeOf(computation.computed + 1);
    void computation.advance(ahead - present, isFirst ? 'prompt' : 'paced', deadline);
  }

  private tellChanged(): void {
    for (const observer of this.observers) observer.changed();
  }
}

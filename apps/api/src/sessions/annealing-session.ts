import { coarseStride, PER_STEP_MAX_PACE, type SessionState } from '@webfaulon/protocol';
import { type ResolvedConfiguration, totalSteps } from '@webfaulon/sa-core';
import type { Slicer } from '../annealing/annealing-pool.ts';
import { Playback } from './playback.ts';
import { type Failure, RunComputation } from './run-computation.ts';
import type { SessionIdentity } from './session-identity.ts';
import type { StepRecord } from './step-record.ts';

const UNTHROTTLED_SLICE_STEPS = 50_000;
/** A paced session computes this far ahead of its playback, within bounds, and asks for more at half of it. */
const AHEAD_SECONDS = 2;
const MIN_AHEAD_STEPS = 50;
const MAX_AHEAD_STEPS = 1000;
/** A run goes before others until it has something to show, but no longer than this: a slow score may take long to get there. */
const MAX_PROMPT_SLICES = 5;

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
  readonly identity: SessionIdentity;
  readonly configuration: ResolvedConfiguration;
  /** The steps that the run has if no stop rule ends it before. */
  readonly totalSteps: number;
  /** When somebody last asked for the session, or a step was played; milliseconds of the clock given. */
  lastActive: number;
  /** Whether a viewer was sent the complete event of the current run. */
  completeWasSeen = false;
  /** null: as fast as possible. */
  private pace: number | null;
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
  /** The record of playedStep where the log may not have it: without a pace it has the coarse grid alone. */
  private playedRecord: StepRecord | undefined;
  /** Invariant: present if and only if the session is running, has a pace, and is not stepping. */
  private playback: Playback | undefined;
  /** Present while single steps are played: where they end, and who waits for them. The state is running meanwhile. */
  private stepping: { readonly until: number; readonly done: () => void } | undefined;

  /** @param now a clock that never goes back, in milliseconds */
  constructor(
    identity: SessionIdentity,
    configuration: ResolvedConfiguration,
    stepsPerSecond: number | null,
    pool: Slicer,
    now: () => number,
  ) {
    this.identity = identity;
    this.configuration = configuration;
    this.pace = stepsPerSecond;
    this.totalSteps = totalSteps(configuration);
    this.pool = pool;
    this.now = now;
    this.lastActive = now();
    this.currentComputation = this.beginRun();
  }

  get id(): string {
    return this.identity.id;
  }

  get stepsPerSecond(): number | null {
    return this.pace;
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
    const isPerStep = this.pace !== null && this.pace <= PER_STEP_MAX_PACE;
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
    const recorded = this.currentComputation.log.get(this.playedStep);
    return recorded ?? (this.playedRecord?.step === this.playedStep ? this.playedRecord : undefined);
  }

  start(): Transition {
    const refusal = this.refusalToRun();
    if (refusal !== undefined) return { ok: false, refusal };
    this.currentState = 'running';
    this.beginPlayback();
    this.play();
    this.tellChanged();
    return DONE;
  }

  /** Plays so many steps, as fast as they can be computed, and then holds. `done` is called once it does, whatever the reason. */
  step(steps: number, done: () => void): Transition {
    const refusal = this.refusalToRun();
    if (refusal !== undefined) return { ok: false, refusal };
    this.currentState = 'running';
    this.stepping = { until: Math.min(this.playedStep + steps, this.totalSteps), done };
    this.play();
    this.tellChanged();
    return DONE;
  }

  /** Changes the pace from the played step on, in any state. */
  setPace(stepsPerSecond: number | null): void {
    const had = this.pace;
    this.pace = stepsPerSecond;
    this.lastActive = this.now();
    // With a pace each step is recorded. A slice on its way without one would come far ahead, and with holes.
    if ((had === null) !== (stepsPerSecond === null)) this.currentComputation.retune(this.recordedStride());
    if (this.currentState !== 'running') return;
    this.beginPlayback();
    this.play();
  }

  pause(): Transition {
    if (this.currentState !== 'running') return { ok: false, refusal: 'session_not_running' };
    this.hold('paused');
    // What it would bring has no record of every step, from which single steps could go on.
    if (this.pace === null) this.currentComputation.retune(this.recordedStride());
    this.tellChanged();
    return DONE;
  }

  /** Back to step 0 of the same run, whatever the state. */
  reset(): void {
    this.currentComputation.abandon();
    this.currentRun++;
    this.hold('idle');
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
    const end = this.stepping?.until ?? this.lastStep;
    const due = Math.min(this.playback?.due(now) ?? end, end);
    const target = Math.min(due, computed);
    if (due > computed) this.playback?.held(computed, now);
    const moved = target > this.playedStep;
    if (moved) {
      this.playedStep = target;
      this.playedRecord = this.currentComputation.latest;
      this.lastActive = now;
      this.currentComputation.log.trim(target, this.lastStep);
    }
    if (this.playedStep === this.lastStep) this.hold('complete');
    else if (this.playedStep === this.stepping?.until) this.hold('paused');
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
    this.hold('idle');
    for (const observer of [...this.observers]) observer.ended();
    this.observers.clear();
  }

  private beginRun(): RunComputation {
    return new RunComputation(this.configuration, this.recordedStride(), this.pool, () => this.onComputed());
  }

  private recordedStride(): number {
    return this.pace === null ? coarseStride(this.totalSteps) : 1;
  }

  private refusalToRun(): Refusal | undefined {
    if (this.currentState === 'running') return 'session_already_running';
    if (this.currentState === 'complete') return 'session_already_complete';
    return this.currentState === 'failed' ? 'session_failed' : undefined;
  }

  private beginPlayback(): void {
    const isPaced = this.pace !== null && this.stepping === undefined;
    this.playback = isPaced ? new Playback(this.pace!, this.playedStep, this.now()) : undefined;
  }

  /** Enters a state in which nothing is played. */
  private hold(state: Exclude<SessionState, 'running'>): void {
    const { stepping } = this;
    this.currentState = state;
    this.playback = undefined;
    this.stepping = undefined;
    stepping?.done();
  }

  private onComputed(): void {
    if (this.currentComputation.failure !== undefined) {
      this.hold('failed');
      this.tellChanged();
    } else {
      this.play();
    }
  }

  private computeAhead(now: number): void {
    if (this.currentState !== 'running') return;
    const computation = this.currentComputation;
    const isFirst = computation.computed < this.recordedStride() && computation.slices < MAX_PROMPT_SLICES;
    if (this.stepping !== undefined) {
      void computation.advance(this.stepping.until - computation.computed, 'prompt', now);
      return;
    }
    if (this.pace === null || this.playback === undefined) {
      void computation.advance(UNTHROTTLED_SLICE_STEPS, isFirst ? 'prompt' : 'unthrottled', now);
      return;
    }
    const wanted = Math.round(this.pace * AHEAD_SECONDS);
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

import { coarseStride, PER_STEP_MAX_PACE, type SessionState } from '@webfaulon/protocol';
import { type ResolvedConfiguration, temperatureAt, totalSteps } from '@webfaulon/sa-core';
import type { Slicer } from '../annealing/annealing-pool.ts';
import { Playback } from './playback.ts';
import { type Failure, RunComputation } from './run-computation.ts';
import type { RunSegment } from './run-segments.ts';
import type { SessionIdentity } from './session-identity.ts';
import type { SessionSnapshot } from './session-snapshot.ts';
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

/** A session as another process left it. */
export interface SessionPast {
  readonly snapshot: SessionSnapshot;
  /** What was kept of its run; asked for when the run is needed. */
  readonly segments: () => readonly RunSegment[];
}

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
  /** null: as fast as possible. */
  private pace: number | null;
  private readonly pool: Slicer;
  private readonly now: () => number;
  private readonly observers = new Set<SessionObserver>();
  private currentState: SessionState = 'idle';
  private isDisposed = false;
  /** The number of resets so far. */
  private currentRun = 0;
  /** Made when it is needed: a server that is restarted with thousands of sessions has no use for most of their runs. */
  private madeComputation: RunComputation | undefined;
  /** How to take up the current run, where another process has begun it. */
  private past: SessionPast | undefined;
  /**
   * Invariant: at least 0; it never goes back within a run, and moves only while running, and only to what is computed. A run
   * that is taken up has to be computed up to it first.
   */
  private playedStep = 0;
  /** The record of playedStep where the log may not have it: without a pace it has the coarse grid alone. */
  private playedRecord: StepRecord | undefined;
  /** Invariant: present if and only if the session is running, has a pace, and is not stepping. */
  private playback: Playback | undefined;
  /** Present while single steps are played: where they end, and who waits for them. The state is running meanwhile. */
  private stepping: { readonly until: number; readonly done: () => void } | undefined;
  private completeIsSeen = false;

  /**
   * @param now a clock that never goes back, in milliseconds
   * @param past what to take up; {@link resume} lets it run on if it ran
   */
  constructor(
    identity: SessionIdentity,
    configuration: ResolvedConfiguration,
    stepsPerSecond: number | null,
    pool: Slicer,
    now: () => number,
    past?: SessionPast,
  ) {
    this.identity = identity;
    this.configuration = configuration;
    this.pace = stepsPerSecond;
    this.totalSteps = totalSteps(configuration);
    this.pool = pool;
    this.now = now;
    this.lastActive = now();
    if (past === undefined) this.madeComputation = this.beginRun();
    else this.takeUp(past);
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
    return this.computation.lastStep;
  }

  get computation(): RunComputation {
    this.madeComputation ??= this.beginRun();
    return this.madeComputation;
  }

  /** Whether a viewer was sent the complete event of the current run. */
  get completeWasSeen(): boolean {
    return this.completeIsSeen;
  }

  noteCompleteSeen(): void {
    if (this.completeIsSeen) return;
    this.completeIsSeen = true;
    this.tellChanged();
  }

  get failure(): Failure | undefined {
    return this.madeComputation === undefined
      ? (this.past?.snapshot.failure ?? undefined)
      : this.madeComputation.failure;
  }

  /** The spacing of the events that a viewer gets while it watches live. */
  get liveStride(): number {
    const isPerStep = this.pace !== null && this.pace <= PER_STEP_MAX_PACE;
    return isPerStep ? 1 : coarseStride(this.totalSteps);
  }

  /** Settled when the position is known, or never will be. */
  async located(): Promise<void> {
    while (this.position === undefined) {
      const { computation } = this;
      await computation.started;
      // A reset in the meantime has begun another computation.
      if (computation === this.computation) return;
    }
  }

  /** The record of the played position, once it is {@link located}; undefined if the session failed before, or is gone. */
  get position(): StepRecord | undefined {
    if (this.playedRecord?.step === this.playedStep) return this.playedRecord;
    return this.playedStep === 0 ? this.computation.start : this.computation.log.get(this.playedStep);
  }

  /** That of the played step. */
  get temperature(): number {
    return temperatureAt(this.configuration, Math.max(0, this.playedStep - 1));
  }

  /** What is to outlive the process. */
  snapshot(): SessionSnapshot {
    const { stepping, failure } = this;
    return {
      run: this.currentRun,
      state: stepping === undefined ? this.currentState : 'stepping',
      until: stepping?.until ?? null,
      stepsPerSecond: this.pace,
      played: this.playedStep,
      end: this.currentState === 'complete' ? this.playedStep : null,
      completeWasSeen: this.completeIsSeen,
      position: this.position ?? null,
      temperature: this.temperature,
      failure: failure === undefined ? null : { code: failure.code, detail: failure.detail },
    };
  }

  /** Lets a session that was taken up go on where it ran. */
  resume(): void {
    const { state, until, played } = this.past?.snapshot ?? {};
    if (state === 'running') this.start();
    else if (state === 'stepping') this.step(Math.max(0, (until ?? 0) - (played ?? 0)), () => {});
  }

  /** Why it cannot be started or stepped; undefined where it can. */
  get refusalToRun(): Refusal | undefined {
    if (this.currentState === 'running') return 'session_already_running';
    if (this.currentState === 'complete') return 'session_already_complete';
    return this.currentState === 'failed' ? 'session_failed' : undefined;
  }

  start(): Transition {
    const refusal = this.refusalToRun;
    if (refusal !== undefined) return { ok: false, refusal };
    this.currentState = 'running';
    this.beginPlayback();
    this.play();
    this.tellChanged();
    return DONE;
  }

  /** Plays so many steps, as fast as they can be computed, and then holds. `done` is called once it does, whatever the reason. */
  step(steps: number, done: () => void): Transition {
    const refusal = this.refusalToRun;
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
    if ((had === null) !== (stepsPerSecond === null)) this.madeComputation?.retune(this.recordedStride());
    if (this.currentState !== 'running') return;
    this.beginPlayback();
    this.play();
  }

  pause(): Transition {
    if (this.currentState !== 'running') return { ok: false, refusal: 'session_not_running' };
    this.hold('paused');
    // What it would bring has no record of every step, from which single steps could go on.
    if (this.pace === null) this.computation.retune(this.recordedStride());
    this.tellChanged();
    return DONE;
  }

  /** Back to step 0 of the same run, whatever the state. */
  reset(): void {
    this.madeComputation?.abandon();
    this.past = undefined;
    this.currentRun++;
    this.hold('idle');
    this.playedStep = 0;
    this.playedRecord = undefined;
    this.completeIsSeen = false;
    this.madeComputation = this.beginRun();
    this.tellChanged();
  }

  /** Plays what is due and asks for what comes next. To be called often while the session is running. */
  play(): void {
    if (this.currentState !== 'running') return;
    const now = this.now();
    const { computed } = this.computation;
    const end = this.stepping?.until ?? this.lastStep;
    const due = Math.min(this.playback?.due(now) ?? end, end);
    const target = Math.min(due, computed);
    if (due > computed) this.playback?.held(Math.max(computed, this.playedStep), now);
    const moved = target > this.playedStep;
    if (moved) {
      this.playedStep = target;
      this.playedRecord = this.computation.latest;
      this.lastActive = now;
      this.computation.log.trim(target, this.lastStep);
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
      this.madeComputation?.log.trim(Number.POSITIVE_INFINITY, this.lastStep);
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
    this.madeComputation?.abandon();
    this.hold('idle');
    for (const observer of [...this.observers]) observer.ended();
    this.observers.clear();
  }

  private takeUp(past: SessionPast): void {
    const { run, state, played, completeWasSeen, position } = past.snapshot;
    this.past = past;
    this.currentRun = run;
    this.playedStep = played;
    this.playedRecord = position ?? undefined;
    this.completeIsSeen = completeWasSeen;
    // What ran is let go on by resume().
    if (state === 'running' || state === 'stepping') this.currentState = played === 0 ? 'idle' : 'paused';
    else this.currentState = state;
  }

  private beginRun(): RunComputation {
    const { past } = this;
    const origin =
      past === undefined
        ? undefined
        : {
            played: past.snapshot.played,
            end: past.snapshot.end ?? undefined,
            failure: past.snapshot.failure ?? undefined,
            segments: past.segments(),
          };
    const onProgress = () => this.onComputed();
    return new RunComputation(this.configuration, this.recordedStride(), this.pool, onProgress, origin);
  }

  private recordedStride(): number {
    return this.pace === null ? coarseStride(this.totalSteps) : 1;
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
    if (this.computation.failure !== undefined) {
      this.hold('failed');
      this.tellChanged();
    } else {
      this.play();
    }
  }

  private computeAhead(now: number): void {
    if (this.currentState !== 'running') return;
    const computation = this.computation;
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

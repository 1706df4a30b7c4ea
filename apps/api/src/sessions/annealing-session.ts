import type { SessionState } from '@webfaulon/protocol';
import { type ResolvedConfiguration, temperatureAt, totalSteps } from '@webfaulon/sa-core';
import type { Slicer } from '../annealing/annealing-pool.ts';
import { nextSlice } from './look-ahead.ts';
import { Playback } from './playback.ts';
import { liveStride, recordedStride } from './record-strides.ts';
import { type Failure, RunComputation } from './run-computation.ts';
import { type RunShare, shareOf } from './run-share.ts';
import type { SessionIdentity } from './session-identity.ts';
import { type SessionObserver, SessionObservers } from './session-observers.ts';
import { heldState, type SessionPast } from './session-past.ts';
import { SessionRun } from './session-run.ts';
import type { SessionSnapshot } from './session-snapshot.ts';
import { DONE, refusalToRun, type Transition } from './session-transition.ts';
import type { StepRecord } from './step-record.ts';

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
  private readonly observers = new SessionObservers();
  private currentState: SessionState = 'idle';
  private isDisposed = false;
  private current: SessionRun;
  /** Invariant: present if and only if the session is running, has a pace, and is not stepping. */
  private playback: Playback | undefined;
  /** Present while single steps are played: where they end, and who waits for them. The state is running meanwhile. */
  private stepping: { readonly until: number; readonly done: () => void } | undefined;
  private share = shareOf(1);

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
    this.current = this.createRun(past?.snapshot.run ?? 0, past);
    // What ran is let go on by resume().
    if (past !== undefined) this.currentState = heldState(past);
    else this.current.begin();
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
    return this.current.number;
  }

  get played(): number {
    return this.current.played;
  }

  /** The last step of the run, as far as is known; it is known before that step is played. */
  get lastStep(): number {
    return this.computation.lastStep;
  }

  get computation(): RunComputation {
    return this.current.computation;
  }

  /** Whether a viewer was sent the complete event of the current run. */
  get completeWasSeen(): boolean {
    return this.current.completeWasSeen;
  }

  noteCompleteSeen(): void {
    if (this.current.completeWasSeen) return;
    this.current.completeWasSeen = true;
    this.observers.tellChanged();
  }

  get failure(): Failure | undefined {
    return this.current.failure;
  }

  /** The spacing of the events that a viewer gets while it watches live. */
  get liveStride(): number {
    return liveStride(this.pace, this.totalSteps);
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
    return this.current.position;
  }

  /** That of the played step. */
  get temperature(): number {
    return temperatureAt(this.configuration, Math.max(0, this.played - 1));
  }

  /** What is to outlive the process. */
  snapshot(): SessionSnapshot {
    const { stepping, failure } = this;
    return {
      run: this.run,
      state: stepping === undefined ? this.currentState : 'stepping',
      until: stepping?.until ?? null,
      stepsPerSecond: this.pace,
      played: this.played,
      end: this.currentState === 'complete' ? this.played : null,
      completeWasSeen: this.completeWasSeen,
      position: this.position ?? null,
      temperature: this.temperature,
      failure: failure === undefined ? null : { code: failure.code, detail: failure.detail },
    };
  }

  /** Lets a session that was taken up go on where it ran. */
  resume(): void {
    const { state, until, played } = this.current.past?.snapshot ?? {};
    if (state === 'running') this.start();
    else if (state === 'stepping') this.step(Math.max(0, (until ?? 0) - (played ?? 0)), () => {});
  }

  start(): Transition {
    const refusal = refusalToRun(this.currentState);
    if (refusal !== undefined) return { ok: false, refusal };
    this.currentState = 'running';
    this.beginPlayback();
    this.play();
    this.observers.tellChanged();
    return DONE;
  }

  /** Plays so many steps, as fast as they can be computed, and then holds. `done` is called once it does, whatever the reason. */
  step(steps: number, done: () => void): Transition {
    const refusal = refusalToRun(this.currentState);
    if (refusal !== undefined) return { ok: false, refusal };
    this.currentState = 'running';
    this.stepping = { until: Math.min(this.played + steps, this.totalSteps), done };
    this.play();
    this.observers.tellChanged();
    return DONE;
  }

  /** Changes the pace from the played step on, in any state. */
  setPace(stepsPerSecond: number | null): void {
    const had = this.pace;
    this.pace = stepsPerSecond;
    this.lastActive = this.now();
    // With a pace each step is recorded. A slice on its way without one would come far ahead, and with holes.
    if ((had === null) !== (stepsPerSecond === null)) this.current.retune(this.recordedStride);
    if (this.currentState !== 'running') return;
    this.beginPlayback();
    this.play();
  }

  pause(): Transition {
    if (this.currentState !== 'running') return { ok: false, refusal: 'session_not_running' };
    this.hold('paused');
    // What it would bring has no record of every step, from which single steps could go on.
    if (this.pace === null) this.computation.retune(this.recordedStride);
    this.observers.tellChanged();
    return DONE;
  }

  /** Back to step 0 of the same run, whatever the state. */
  reset(): void {
    this.current.abandon();
    this.hold('idle');
    this.current = this.createRun(this.run + 1);
    this.current.begin();
    this.observers.tellChanged();
  }

  /** Plays what is due and asks for what comes next. To be called often while the session is running. */
  play(): void {
    if (this.currentState !== 'running') return;
    const now = this.now();
    const { computed } = this.computation;
    const end = this.stepping?.until ?? this.lastStep;
    const due = Math.min(this.playback?.due(now) ?? end, end);
    const target = Math.min(due, computed);
    if (due > computed) this.playback?.held(Math.max(computed, this.played), now);
    const moved = target > this.played;
    if (moved) {
      this.current.playTo(target);
      this.lastActive = now;
    }
    if (this.played === this.lastStep) this.hold('complete');
    else if (this.played === this.stepping?.until) this.hold('paused');
    if (moved) this.observers.tellChanged();
    this.computeAhead(now);
  }

  /** Keeps to this share of the server's memory from now on, whatever the state. */
  keepTo(share: RunShare): void {
    this.share = share;
    this.current.keepTo(share);
  }

  /** Gives back the single steps of a run that is over; the coarse grid stays. */
  rest(): void {
    if (this.currentState === 'complete') this.current.keepTo({ ...this.share, records: 0 });
  }

  observe(observer: SessionObserver): void {
    this.observers.add(observer);
  }

  unobserve(observer: SessionObserver): void {
    this.observers.remove(observer);
  }

  /** Stops the run and tells everyone who watches it. The session must not be used afterwards. */
  dispose(): void {
    this.isDisposed = true;
    this.current.abandon();
    this.hold('idle');
    this.observers.tellEnded();
  }

  private createRun(number: number, past?: SessionPast): SessionRun {
    const { configuration, pool } = this;
    return new SessionRun(
      number,
      this.share,
      (origin) =>
        new RunComputation(configuration, this.recordedStride, pool, () => this.onComputed(), origin),
      past,
    );
  }

  private get recordedStride(): number {
    return recordedStride(this.pace, this.totalSteps);
  }

  private beginPlayback(): void {
    const isPaced = this.pace !== null && this.stepping === undefined;
    this.playback = isPaced ? new Playback(this.pace!, this.played, this.now()) : undefined;
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
      this.observers.tellChanged();
    } else {
      this.play();
    }
  }

  private computeAhead(now: number): void {
    if (this.currentState !== 'running') return;
    const { computation, played, recordedStride, pace, playback } = this;
    const { computed, slices } = computation;
    const until = this.stepping?.until;
    const slice = nextSlice({ played, computed, slices, recordedStride, until, pace, playback }, now);
    if (slice !== undefined) void computation.advance(slice.steps, slice.sliceClass, slice.deadline);
  }
}

import { coarseStride, PER_STEP_MAX_PACE, REPLAY_PER_STEP_MAX } from '@webfaulon/protocol/coarse-grid';
import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import { type Configuration, prepareAnnealing, SaCoreError } from '@webfaulon/sa-core';
import { componentsFor } from './components-for.ts';
import { RunComputation } from './run-computation.ts';
import type { RunRecords } from './run-records.ts';
import {
  type IsomerMet,
  type Pace,
  type PreparedRun,
  type Runner,
  RunnerError,
  type RunnerEvent,
  type RunPlace,
  type RunState,
} from './runner.ts';
import type { RunnerClock } from './runner-clock.ts';

/** A turn of computing, and with it the time between two messages: about a frame. */
const TURN_MILLISECONDS = 16;
/** After a pause of the whole machine no more than this is caught up with. */
const MAX_LAG_MILLISECONDS = 250;

/** Computes a run in the thread that it is made in: a worker, on the page. */
export class LocalRunner implements Runner {
  readonly engine = 'browser';
  private readonly clock: RunnerClock;
  private listener: (event: RunnerEvent) => void = () => {};
  private computation: RunComputation | undefined;
  private state: RunState = 'idle';
  private pace: Pace = null;
  /** When step `origin.step` was played; the step after it is due one period later. Renewed whenever playing (re)starts. */
  private origin = { time: 0, step: 0 };
  private cancelTurn: () => void = () => {};
  /** The place that a run which was taken up has yet to come to, as fast as possible; it is "running" on the way. */
  private goal: RunPlace | undefined;

  constructor(clock: RunnerClock) {
    this.clock = clock;
  }

  listen(listener: (event: RunnerEvent) => void): void {
    this.listener = listener;
  }

  async configure(configuration: Configuration, pace: Pace): Promise<PreparedRun> {
    const components = await componentsFor(configuration.component_weights ?? {});
    this.cancelTurn();
    const annealing = refusing(() => prepareAnnealing(configuration, components));
    this.pace = pace;
    this.begin(refusing(() => new RunComputation(annealing)));
    return { configuration: annealing.configuration, totalSteps: annealing.totalSteps };
  }

  async resume(place: RunPlace): Promise<PreparedRun> {
    const prepared = await this.configure(place.configuration, place.pace);
    if (place.state === 'idle') return prepared;
    this.goal = place;
    this.enter('running');
    this.turn();
    return prepared;
  }

  async start(): Promise<void> {
    this.requireRun();
    if (this.state !== 'idle' && this.state !== 'paused') {
      throw new RunnerError('not_startable', `The run is ${this.state}. Reset it to run it again.`);
    }
    this.enter('running');
    this.restartClock();
    this.turn();
  }

  async pause(): Promise<number> {
    const run = this.requireRun();
    if (this.state === 'running') this.hold();
    return run.step;
  }

  async reset(): Promise<void> {
    const { annealing } = this.requireRun();
    this.cancelTurn();
    this.begin(new RunComputation(annealing));
  }

  async step(count: number): Promise<number> {
    const run = this.requireRun();
    if (this.state !== 'idle' && this.state !== 'paused') {
      throw new RunnerError('not_steppable', `The run is ${this.state}; single steps need a paused one.`);
    }
    this.tell(run.run(count, 1, () => false));
    this.enter(run.isComplete ? 'complete' : 'paused');
    return run.step;
  }

  async setPace(pace: Pace): Promise<void> {
    this.pace = pace;
    if (this.state !== 'running') return;
    this.cancelTurn();
    this.restartClock();
    this.turn();
  }

  async isomers(): Promise<readonly IsomerMet[]> {
    return this.requireRun().isomers();
  }

  async explainStep(step: number): Promise<ExplainedStep> {
    return this.requireRun().explain(step);
  }

  async reconnectNow(): Promise<void> {}

  dispose(): void {
    this.cancelTurn();
    this.listener = () => {};
    this.computation = undefined;
  }

  private begin(computation: RunComputation): void {
    this.goal = undefined;
    this.computation = computation;
    this.enter('idle');
    this.tell(computation.position());
  }

  /** Makes the steps that are due, tells them, and comes back when the next one is. */
  private turn(): void {
    const run = this.requireRun();
    const begun = this.clock.now();
    const due = this.due(begun);
    const stride = this.isSampled() ? coarseStride(run.annealing.totalSteps) : 1;
    const isTimeUp = () => this.clock.now() - begun >= TURN_MILLISECONDS;
    try {
      if (due > run.step) this.tell(run.run(due - run.step, stride, isTimeUp));
    } catch (error) {
      this.fail(error);
      return;
    }
    if (run.isComplete) this.enter('complete');
    else if (this.goal !== undefined && run.step >= this.goal.step) this.arrive(this.goal);
    else this.cancelTurn = this.clock.after(this.delay(), () => this.turn());
  }

  private due(now: number): number {
    if (this.goal !== undefined) return this.goal.step;
    return this.pace === null ? this.requireRun().annealing.totalSteps : this.stepDue(now, this.pace);
  }

  private isSampled(): boolean {
    if (this.goal !== undefined) return this.goal.step > REPLAY_PER_STEP_MAX;
    return this.pace === null || this.pace > PER_STEP_MAX_PACE;
  }

  /** The run that was taken up stands where it was left. */
  private arrive({ state }: RunPlace): void {
    this.goal = undefined;
    if (state !== 'running') {
      this.hold();
      return;
    }
    this.restartClock();
    this.cancelTurn = this.clock.after(this.delay(), () => this.turn());
  }

  private hold(): void {
    this.cancelTurn();
    this.goal = undefined;
    this.enter('paused');
    this.tell(this.requireRun().position());
  }

  private stepDue(now: number, pace: number): number {
    const owed = Math.floor(((now - this.origin.time) * pace) / 1000) + this.origin.step;
    const tooLate = (MAX_LAG_MILLISECONDS * pace) / 1000 + 1;
    if (owed - this.requireRun().step <= tooLate) return owed;
    this.restartClock();
    return this.origin.step + Math.ceil(tooLate);
  }

  /** Until the next step is due, and at least a frame from turn to turn. */
  private delay(): number {
    if (this.pace === null || this.goal !== undefined) return 0;
    const next = this.origin.time + ((this.requireRun().step + 1 - this.origin.step) * 1000) / this.pace;
    return Math.max(TURN_MILLISECONDS, next - this.clock.now());
  }

  private restartClock(): void {
    this.origin = { time: this.clock.now(), step: this.requireRun().step };
  }

  private tell(records: RunRecords): void {
    this.listener({ kind: 'records', step: this.requireRun().step, records });
  }

  private enter(state: RunState): void {
    this.state = state;
    this.listener({ kind: 'state', state, step: this.requireRun().step });
  }

  private fail(error: unknown): void {
    const { code, message } = refusalOf(error);
    this.enter('failed');
    this.listener({ kind: 'failure', code, message });
  }

  private requireRun(): RunComputation {
    if (this.computation !== undefined) return this.computation;
    throw new RunnerError('not_configured', 'There is no run yet: configure one first.');
  }
}

function refusing<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): RunnerError {
  if (error instanceof SaCoreError) return new RunnerError(error.code, error.message, error.pointer);
  throw error;
}

import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Configuration } from '@webfaulon/sa-core';
import { type RunRecords, recordAt, type StepRecord } from '../runner/run-records.ts';
import {
  type Link,
  type Pace,
  type PreparedRun,
  type Runner,
  RunnerError,
  type RunnerEvent,
  type RunPlace,
  type RunState,
  type ServerSession,
} from '../runner/runner.ts';
import type { Point } from './point.ts';
import { RunSeries } from './run-series.ts';
import { StepRate } from './step-rate.ts';

/**
 * The one run that the page shows, as signals: components read them, and call the methods. All that is shown comes from
 * the runner's events; no method shows anything ahead of them.
 */
export class RunStore {
  private runner: Runner;
  private readonly now: () => number;
  private readonly series = new RunSeries();
  private readonly stepRate = new StepRate();

  private readonly preparedRun = signal<PreparedRun | null>(null);
  private readonly runState = signal<RunState>('idle');
  private readonly playedStep = signal(0);
  private readonly lastRecord = signal<StepRecord | null>(null);
  private readonly chosenPace = signal<Pace>(null);
  private readonly lastFailure = signal<RunnerError | null>(null);
  private readonly measuredRate = signal<number | null>(null);

  private readonly serverLink = signal<Link>('live');
  private readonly millisecondsToRetry = signal(0);
  private readonly serverSession = signal<ServerSession | null>(null);
  private readonly runnerEngine = signal<Runner['engine']>('browser');

  readonly engine: ReadonlySignal<Runner['engine']> = this.runnerEngine;

  /** Null until the first run is configured. */
  readonly prepared: ReadonlySignal<PreparedRun | null> = this.preparedRun;
  readonly state: ReadonlySignal<RunState> = this.runState;
  /** The step up to which the run is played. */
  readonly step: ReadonlySignal<number> = this.playedStep;
  /** The last record told; where steps are sampled it can be of an earlier step than `step`. */
  readonly latest: ReadonlySignal<StepRecord | null> = this.lastRecord;
  /** The step of the first record that told of the best score: 0 is the start molecule. */
  readonly bestFoundAt: ReadonlySignal<number> = this.series.bestFoundAt;
  readonly pace: ReadonlySignal<Pace> = this.chosenPace;
  readonly failure: ReadonlySignal<RunnerError | null> = this.lastFailure;
  readonly link: ReadonlySignal<Link> = this.serverLink;
  /** While reconnecting: how long after the last attempt the next one is made. */
  readonly retryMilliseconds: ReadonlySignal<number> = this.millisecondsToRetry;
  /** Null where the browser computes the run. */
  readonly session: ReadonlySignal<ServerSession | null> = this.serverSession;
  /** Steps played in a second, as measured; null while nothing is measured. */
  readonly rate: ReadonlySignal<number | null> = this.measuredRate;
  /** Grows whenever {@link points} has changed: a chart watches this, and reads the points once a frame. */
  readonly revision: ReadonlySignal<number> = this.series.revision;

  /** @param now milliseconds, for the measured rate alone */
  constructor(runner: Runner, now: () => number = () => performance.now()) {
    this.runner = runner;
    this.now = now;
    this.changeRunner(runner);
  }

  /** Has all runs from now on computed elsewhere. The one that is shown ends; {@link place} tells before where it stands. */
  changeRunner(runner: Runner): void {
    if (this.runner !== runner) this.runner.dispose();
    this.runner = runner;
    batch(() => {
      this.runnerEngine.value = runner.engine;
      this.serverLink.value = 'live';
      this.serverSession.value = null;
    });
    runner.listen((event) => this.take(event));
  }

  /** The points of the run so far for charts: thinned, extremes kept, in ascending order of step. */
  points(): readonly Point[] {
    return this.series.points();
  }

  /** Makes a new run the one that is shown, and starts it. Answers whether the configuration was accepted. */
  async open(configuration: Configuration, pace: Pace): Promise<boolean> {
    return this.attempt(async () => {
      this.show(await this.runner.configure(configuration, pace), pace);
      await this.runner.start();
    });
  }

  /** Makes a run that was left the one that is shown, where it was left. Answers whether that could be done. */
  async resume(place: RunPlace): Promise<boolean> {
    return this.attempt(async () => {
      this.show(await this.runner.resume(place), place.pace);
    });
  }

  /** What {@link resume} needs, here or after the page was loaded again; null while there is no run. */
  place(): RunPlace | null {
    const prepared = this.preparedRun.peek();
    if (prepared === null) return null;
    return {
      configuration: prepared.configuration,
      pace: this.chosenPace.peek(),
      step: this.playedStep.peek(),
      state: this.runState.peek(),
      session: this.serverSession.peek(),
    };
  }

  async reconnectNow(): Promise<void> {
    await this.attempt(() => this.runner.reconnectNow());
  }

  async start(): Promise<void> {
    await this.attempt(() => this.runner.start());
  }

  async pause(): Promise<void> {
    await this.attempt(() => this.runner.pause());
  }

  async reset(): Promise<void> {
    await this.attempt(() => this.runner.reset());
  }

  /** What the space key does: whichever of start, pause and resume makes sense now. */
  async toggle(): Promise<void> {
    if (this.state.value === 'running') await this.pause();
    else if (this.state.value === 'idle' || this.state.value === 'paused') await this.start();
  }

  /** Plays single steps; a running run is paused first. */
  async stepBy(count: number): Promise<void> {
    if (this.state.value === 'complete' || this.state.value === 'failed') return;
    await this.attempt(async () => {
      if (this.state.value === 'running') await this.runner.pause();
      await this.runner.step(count);
    });
  }

  async setPace(pace: Pace): Promise<void> {
    this.chosenPace.value = pace;
    await this.attempt(() => this.runner.setPace(pace));
  }

  explainStep(step: number): ReturnType<Runner['explainStep']> {
    return this.runner.explainStep(step);
  }

  isomers(): ReturnType<Runner['isomers']> {
    return this.runner.isomers();
  }

  private async attempt(action: () => Promise<unknown>): Promise<boolean> {
    this.lastFailure.value = null;
    try {
      await action();
      return true;
    } catch (error) {
      if (!(error instanceof RunnerError)) throw error;
      this.lastFailure.value = error;
      return false;
    }
  }

  private show(prepared: PreparedRun, pace: Pace): void {
    batch(() => {
      this.preparedRun.value = prepared;
      this.chosenPace.value = pace;
      // A run that is followed to a new one is live, whatever became of the one before.
      this.serverLink.value = 'live';
    });
  }

  private take(event: RunnerEvent): void {
    batch(() => {
      switch (event.kind) {
        case 'records':
          this.play(event.step, event.records);
          break;
        case 'past':
          this.series.add(event.past);
          break;
        case 'state':
          this.enter(event.state, event.step);
          break;
        case 'session':
          this.serverSession.value = event.session;
          break;
        case 'link':
          if (event.link === 'reconnecting') this.millisecondsToRetry.value = event.retryMilliseconds;
          this.serverLink.value = event.link;
          break;
        case 'failure':
          this.lastFailure.value = new RunnerError(event.code, event.message);
      }
    });
  }

  private enter(state: RunState, step: number): void {
    this.runState.value = state;
    this.playedStep.value = step;
    if (state !== 'running') {
      this.stepRate.clear();
      this.measuredRate.value = null;
    }
    if (state !== 'idle') return;
    this.series.clear();
    this.lastRecord.value = null;
  }

  private play(step: number, records: RunRecords): void {
    this.playedStep.value = step;
    if (this.runState.value === 'running') this.measuredRate.value = this.stepRate.add(step, this.now());
    this.series.add(records);
    const count = records.step.length;
    if (count > 0) this.lastRecord.value = recordAt(records, count - 1);
  }
}

import { coarseStride, isProblemCode, type ProblemCode } from '@webfaulon/protocol';
import { type Checkpoint, type ResolvedConfiguration, totalSteps } from '@webfaulon/sa-core';
import type { Slicer } from '../annealing/annealing-pool.ts';
import type { SliceClass } from '../annealing/ready-queue.ts';
import { Keyframes } from './keyframes.ts';
import { RecordLog } from './record-log.ts';
import type { RunSegment } from './run-segments.ts';
import type { RunShare } from './run-share.ts';
import { recordAt, type StepRecord } from './step-record.ts';

const SLICE_MILLISECONDS = 10;

/** Why a run cannot go on: the code of a problem, a sentence for a person, and the error behind it for the log. */
export interface Failure {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly cause?: unknown;
}

/** What is known of a run that another process has begun to compute. */
export interface RunOrigin {
  /** How far it was played. */
  readonly played: number;
  /** The records that it is to have of the steps before. */
  readonly kept: number;
  readonly segments: readonly RunSegment[];
  /** The step that it ended with, where it has been played to its end. */
  readonly end: number | undefined;
  readonly failure: Failure | undefined;
}

/**
 * The computing of one run from its first step to its last, slice by slice on worker threads, and the records that come
 * of it. A reset abandons it and begins another, so that no slice of the one can reach the other.
 */
export class RunComputation {
  readonly configuration: ResolvedConfiguration;
  readonly totalSteps: number;
  readonly log: RecordLog;
  readonly keyframes: Keyframes;
  /** Settled when the start molecule is known, or never will be. */
  readonly started: Promise<void>;
  private readonly pool: Slicer;
  /** Which steps the log gets: those divisible by this, and the last. */
  private every: number;
  private readonly onProgress: () => void;
  /** The last good checkpoint; null until the first slice is back. */
  private checkpoint: Checkpoint | null = null;
  private startRecord: StepRecord | undefined;
  private latestRecord: StepRecord | undefined;
  private failureOfRun: Failure | undefined;
  /** The step that the run ends with, once it is computed. */
  private end: number | undefined;
  /** Up to here the coarse grid is enough: the log would drop the other records at once. */
  private coarseUntil = 0;
  /** Whether the first slice, which tells the start molecule, is still to come. */
  private isStarting: boolean;
  /** The slice on its way; whatever comes back that is not this one is dropped. */
  private inFlight: object | undefined;
  private isGivenUp = false;
  private slicesTaken = 0;

  /**
   * @param onProgress called after each slice, whether it came to records or to a failure
   * @param origin where to take the run up; left out, it is a new one
   */
  constructor(
    configuration: ResolvedConfiguration,
    every: number,
    pool: Slicer,
    onProgress: () => void,
    origin?: RunOrigin,
  ) {
    this.configuration = configuration;
    this.totalSteps = totalSteps(configuration);
    this.log = new RecordLog(this.totalSteps);
    this.keyframes = new Keyframes(this.totalSteps);
    this.every = every;
    this.pool = pool;
    this.onProgress = onProgress;
    if (origin !== undefined) this.takeUp(origin);
    this.isStarting = origin === undefined || origin.played === 0;
    this.started = this.isStarting ? this.advance(0, 'prompt', 0) : Promise.resolve();
  }

  /** The number of steps computed; of a run that was taken up it can be less than was played, until it has caught up. */
  get computed(): number {
    return this.checkpoint?.step ?? 0;
  }

  /** The last step of the run, as far as is known: a stop rule may yet end it before its steps are all made. */
  get lastStep(): number {
    return this.end ?? this.totalSteps;
  }

  /** How many slices have come back with steps made. */
  get slices(): number {
    return this.slicesTaken;
  }

  get failure(): Failure | undefined {
    return this.failureOfRun;
  }

  /** Whether a reset has begun another run, or the session is gone. */
  get isAbandoned(): boolean {
    return this.isGivenUp;
  }

  /** The record of step 0. */
  get start(): StepRecord | undefined {
    return this.startRecord;
  }

  /** The record of the last step computed. */
  get latest(): StepRecord | undefined {
    return this.latestRecord;
  }

  /** Asks for a slice of up to `steps` steps, unless one is on its way or there is nothing left to compute. */
  async advance(steps: number, sliceClass: SliceClass, deadline: number): Promise<void> {
    if (this.inFlight !== undefined || this.isGivenUp || this.end !== undefined) return;
    if (this.failureOfRun !== undefined) return;
    const slice = {};
    this.inFlight = slice;
    const untilFine = this.coarseUntil - this.computed;
    const answer = await this.pool.slice({
      task: {
        configuration: this.configuration,
        checkpoint: this.checkpoint,
        steps: untilFine > 0 ? Math.min(steps, untilFine) : steps,
        milliseconds: SLICE_MILLISECONDS,
        every: untilFine > 0 ? coarseStride(this.totalSteps) : this.every,
        keyframeEvery: this.keyframes.spacing,
      },
      sliceClass,
      deadline,
      isStale: () => this.inFlight !== slice,
    });
    if (this.inFlight !== slice) return;
    this.inFlight = undefined;
    if (answer.ok === 'stale') return;
    if (answer.ok) {
      if (answer.checkpoint.step > this.computed) this.slicesTaken++;
      this.checkpoint = answer.checkpoint;
      if (answer.isComplete) this.end = answer.checkpoint.step;
      this.keyframes.add(answer.keyframes);
      this.log.add(answer.records);
      if (answer.position.step.length > 0) this.latestRecord = recordAt(answer.position, 0);
      if (this.computed === 0) this.startRecord ??= this.latestRecord;
      this.isStarting = false;
    } else {
      const { code, detail, cause } = answer;
      this.failureOfRun = { code: isProblemCode(code) ? code : 'session_failed', detail, cause };
    }
    this.onProgress();
  }

  /**
   * Gives up the slice on its way, so that `computed` stays where it is, and records the steps divisible by `every` from
   * there on. The first slice, which tells the start molecule, is let through: it makes no step.
   */
  retune(every: number): void {
    this.every = every;
    if (!this.isStarting) this.inFlight = undefined;
  }

  /** Lets go what is more than its share; the records of steps not yet played stay. */
  trim(played: number, { records, keyframeBytes }: RunShare): void {
    this.log.trim(played, this.lastStep, records);
    this.keyframes.thin(keyframeBytes);
  }

  abandon(): void {
    this.isGivenUp = true;
    this.inFlight = undefined;
  }

  private takeUp({ played, kept, segments, end, failure }: RunOrigin): void {
    for (const { step, checkpoint, records } of segments) {
      this.keyframes.addText(step, checkpoint);
      this.log.addCoarse(records);
    }
    this.checkpoint = this.keyframes.before(played);
    this.coarseUntil = played - kept;
    this.end = end;
    this.failureOfRun = failure;
  }
}

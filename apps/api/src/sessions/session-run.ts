import type { Failure, RunComputation, RunOrigin } from './run-computation.ts';
import type { RunShare } from './run-share.ts';
import { originOf, type SessionPast } from './session-past.ts';
import type { StepRecord } from './step-record.ts';

type Compute = (origin: RunOrigin | undefined) => RunComputation;

/** One run of a session: how far it is played, and what is computed of it. A reset abandons it and begins another. */
export class SessionRun {
  /** The number of resets before it. */
  readonly number: number;
  /** Whether a viewer was sent its complete event. */
  completeWasSeen = false;
  /** How to take it up, where another process has begun it. */
  readonly past: SessionPast | undefined;
  private readonly compute: Compute;
  private share: RunShare;
  /** Made when it is needed: a server that is restarted with thousands of sessions has no use for most of their runs. */
  private madeComputation: RunComputation | undefined;
  /**
   * Invariant: at least 0; it never goes back, and only to what is computed. A run that is taken up has to be computed up to it
   * first.
   */
  private playedStep = 0;
  /** The record of playedStep where the log may not have it: without a pace it has the coarse grid alone. */
  private playedRecord: StepRecord | undefined;

  /** @param compute makes the computation, which is to be begun once */
  constructor(number: number, share: RunShare, compute: Compute, past?: SessionPast) {
    this.number = number;
    this.share = share;
    this.compute = compute;
    this.past = past;
    if (past === undefined) return;
    const { played, completeWasSeen, position } = past.snapshot;
    this.playedStep = played;
    this.playedRecord = position ?? undefined;
    this.completeWasSeen = completeWasSeen;
  }

  get played(): number {
    return this.playedStep;
  }

  get computation(): RunComputation {
    return this.madeComputation ?? this.begin();
  }

  /** Begins to compute it. */
  begin(): RunComputation {
    const { past, share } = this;
    this.madeComputation = this.compute(past === undefined ? undefined : originOf(past, share.records));
    return this.madeComputation;
  }

  get failure(): Failure | undefined {
    const { madeComputation, past } = this;
    return madeComputation === undefined ? (past?.snapshot.failure ?? undefined) : madeComputation.failure;
  }

  /** The record of the played position; undefined until the start molecule is known. */
  get position(): StepRecord | undefined {
    if (this.playedRecord?.step === this.playedStep) return this.playedRecord;
    return this.playedStep === 0 ? this.computation.start : this.computation.log.get(this.playedStep);
  }

  /** Plays up to a computed step, not before the one that is played. */
  playTo(step: number): void {
    this.playedStep = step;
    this.playedRecord = this.computation.latest;
    this.computation.trim(step, this.share);
  }

  /** Keeps to this share of the server's memory from now on. */
  keepTo(share: RunShare): void {
    this.share = share;
    this.madeComputation?.trim(this.playedStep, share);
  }

  /** As that of the computation. */
  retune(every: number): void {
    this.madeComputation?.retune(every);
  }

  abandon(): void {
    this.madeComputation?.abandon();
  }
}

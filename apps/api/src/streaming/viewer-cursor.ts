import { coarseStride, type EventId, REPLAY_PER_STEP_MAX } from '@webfaulon/protocol';
import type { AnnealingSession } from '../sessions/annealing-session.ts';

/**
 * The step that a viewer stands at, which is the last that it was sent, and the steps that it is to be sent next. They follow
 * from the configuration, the wishes and where the viewer came in; never from timing.
 */
export class ViewerCursor {
  /** Invariant: grows within a run; every step of the viewer's grid up to it was sent or skipped. */
  step: number;
  private readonly session: AnnealingSession;
  private readonly every: number | undefined;
  /** Up to this step a long replay goes in coarse strides. */
  private readonly coarseUntil: number;

  /** @param every only the steps divisible by this, and the last; undefined for the grid of the session */
  constructor(session: AnnealingSession, step: number, every: number | undefined) {
    this.session = session;
    this.step = step;
    this.every = every;
    this.coarseUntil = session.played - step > REPLAY_PER_STEP_MAX ? session.played : 0;
  }

  /** The next step to send; undefined after the last. */
  next(): number | undefined {
    const { lastStep } = this.session;
    if (this.step >= lastStep) return undefined;
    const next = this.after(this.step);
    return Math.min(next, lastStep);
  }

  /** Whether everything that is played was sent or skipped. */
  get isAtPlayed(): boolean {
    const next = this.next();
    return next === undefined || next > this.session.played;
  }

  /** Whether the steps to come follow from the place and {@link stride} alone, whenever the viewer came in. */
  get isOnCommonGrid(): boolean {
    return this.step >= this.coarseUntil;
  }

  /** The spacing of the events from here on. */
  get stride(): number {
    return this.strideAt(this.step);
  }

  /** How many steps of the grid are played and not sent. */
  behind(): number {
    const stride = this.strideAt(this.step);
    return Math.max(0, Math.floor(this.session.played / stride) - Math.floor(this.step / stride));
  }

  /** Goes to just before the newest step played; the number of events that are left out. */
  skipToNewest(): number {
    const stride = this.strideAt(this.session.played);
    const newest = Math.floor(this.session.played / stride) * stride;
    const skipped = newest / stride - Math.floor(this.step / stride) - 1;
    if (skipped <= 0) return 0;
    this.step = newest - stride;
    return skipped;
  }

  private after(step: number): number {
    const stride = this.strideAt(step);
    const next = (Math.floor(step / stride) + 1) * stride;
    // The last coarse stride ends where the viewer came in; from there on it sees what everyone sees.
    return step < this.coarseUntil && next > this.coarseUntil ? this.after(this.coarseUntil) : next;
  }

  private strideAt(step: number): number {
    if (this.every !== undefined) return this.every;
    return step < this.coarseUntil ? coarseStride(this.session.totalSteps) : this.session.liveStride;
  }
}

/** Where a viewer comes in; "seen" if it has had everything, the complete event too. */
export function entryOf(
  session: AnnealingSession,
  { lastEventId: last, from }: { lastEventId: EventId | undefined; from: 'start' | 'now' | undefined },
): number | 'seen' {
  if (last !== undefined) {
    // An id of another run, or one that this run never has, is no place in this run.
    if (last.run !== session.run || last.step > session.lastStep) return 0;
    if (!last.complete) return last.step;
    return session.state === 'complete' && last.step === session.lastStep ? 'seen' : 0;
  }
  if (from === 'now') return session.played;
  const wasSeen = session.state === 'complete' && session.completeWasSeen;
  return wasSeen && from !== 'start' ? session.lastStep : 0;
}

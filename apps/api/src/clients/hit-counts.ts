import type { ClientRateLimitInfo, Options, Store } from 'express-rate-limit';

/** The requests of one key since the first of them, for a window. */
interface Count {
  hits: number;
  /** On the clock of `now`, in milliseconds. */
  readonly end: number;
}

/**
 * Counts requests in windows of time. That of the library goes by the clock on the wall: set back by an hour, it would refuse
 * for an hour whoever has asked a few times a minute.
 *
 * Bounded by the keys that are counted within one window.
 */
export class HitCounts implements Store {
  /** The counts are those of this process alone. */
  readonly localKeys = true;
  private windowMilliseconds = 0;
  /** Invariant: in ascending order of their ends, as all windows are of one length. */
  private readonly counts = new Map<string, Count>();
  private readonly now: () => number;

  /** @param now in milliseconds, by a clock that nobody sets */
  constructor(now: () => number) {
    this.now = now;
  }

  /** How many keys are counted. */
  get size(): number {
    return this.counts.size;
  }

  init({ windowMs }: Pick<Options, 'windowMs'>): void {
    this.windowMilliseconds = windowMs;
  }

  increment(key: string): ClientRateLimitInfo {
    const now = this.now();
    this.forgetEnded(now);
    const count = this.counts.get(key) ?? { hits: 0, end: now + this.windowMilliseconds };
    count.hits++;
    this.counts.set(key, count);
    return { totalHits: count.hits, resetTime: new Date(Date.now() + count.end - now) };
  }

  decrement(key: string): void {
    const count = this.counts.get(key);
    if (count !== undefined && count.hits > 0) count.hits--;
  }

  resetKey(key: string): void {
    this.counts.delete(key);
  }

  private forgetEnded(now: number): void {
    for (const [key, { end }] of this.counts) {
      if (end > now) return;
      this.counts.delete(key);
    }
  }
}

import type { RunnerClock } from '../runner/runner-clock.ts';

/** A gallery that changes more often cannot be looked at. */
const MILLISECONDS = 1500;
/** Asking for isomers may take this part of the time, at most: the run and its server have other things to do. */
const SHARE = 1 / 20;

/** Asks for the isomers met: seldom while they keep coming, at once when the run stands still. */
export class IsomerRefresh<T> {
  private readonly ask: () => Promise<T>;
  private readonly take: (answer: T) => void;
  private readonly clock: RunnerClock;
  /** Grows with each {@link forget}: an answer to what was asked before is of another run. */
  private run = 0;
  private isAsking = false;
  private isWantedAgain = false;
  private cancelTimer: (() => void) | undefined;
  private nextTime = 0;

  constructor(ask: () => Promise<T>, take: (answer: T) => void, clock: RunnerClock) {
    this.ask = ask;
    this.take = take;
    this.clock = clock;
  }

  /** There is something new. */
  soon(): void {
    if (this.isAsking || this.cancelTimer !== undefined) return;
    this.cancelTimer = this.clock.after(Math.max(0, this.nextTime - this.clock.now()), () => this.now());
  }

  /** There is something new that is to be seen at once. */
  now(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    if (this.isAsking) this.isWantedAgain = true;
    else void this.work();
  }

  /** What was met is of no interest any more, nor what is on its way. */
  forget(): void {
    this.run++;
    this.isWantedAgain = false;
    this.cancelTimer?.();
    this.cancelTimer = undefined;
  }

  private async work(): Promise<void> {
    const { run } = this;
    const begun = this.clock.now();
    this.isAsking = true;
    try {
      const answer = await this.ask();
      if (run === this.run) this.take(answer);
    } catch {
      // A server out of reach: what is shown stays, and the page says elsewhere what is wrong.
    }
    this.isAsking = false;
    this.nextTime = begun + Math.max(MILLISECONDS, (this.clock.now() - begun) / SHARE);
    if (!this.isWantedAgain) return;
    this.isWantedAgain = false;
    this.now();
  }
}

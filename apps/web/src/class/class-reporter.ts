import type { RunnerClock } from '../runner/runner-clock.ts';
import { NOTHING_SENT, nextReportIn, type SentReports } from './report-throttle.ts';

/** Sends a step to the class; false where it should be sent once more. */
type SendReport = (step: number) => Promise<boolean>;

/** Tells the class how far a member's run was played: one report at a time, no more often than it needs. */
export class ClassReporter {
  private readonly send: SendReport;
  private readonly clock: RunnerClock;
  private sent: SentReports = NOTHING_SENT;
  private played: { readonly step: number; readonly isStill: boolean } | undefined;
  /** Present while a report is due later. */
  private cancel: (() => void) | undefined;
  private isSending = false;
  private isStopped = false;

  constructor(send: SendReport, clock: RunnerClock) {
    this.send = send;
    this.clock = clock;
  }

  /** @param isStill whether the run is paused or over */
  follow(step: number, isStill: boolean): void {
    this.played = { step, isStill };
    this.schedule();
  }

  stop(): void {
    this.isStopped = true;
    this.cancel?.();
  }

  private schedule(): void {
    this.cancel?.();
    this.cancel = undefined;
    if (this.isStopped || this.isSending || this.played === undefined) return;
    const wait = nextReportIn(this.sent, this.played, this.clock.now());
    if (wait !== null) this.cancel = this.clock.after(wait, () => void this.report(this.played!.step));
  }

  private async report(step: number): Promise<void> {
    this.isSending = true;
    this.sent = { ...this.sent, sentAt: this.clock.now() };
    const isNoted = await this.send(step);
    this.isSending = false;
    this.sent = isNoted
      ? { ...this.sent, notedStep: step, failures: 0 }
      : { ...this.sent, failures: this.sent.failures + 1 };
    this.schedule();
  }
}

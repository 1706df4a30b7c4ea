/**
 * Does something with values that may come faster than it can be done: one at a time, no more often than the interval
 * says, and always at last with the newest value. What came in between is skipped, so nothing piles up.
 */
export class LatestOnly<T> {
  private readonly milliseconds: number;
  private readonly action: (value: T) => Promise<void>;
  private next: { readonly value: T } | undefined;
  private isBusy = false;

  constructor(milliseconds: number, action: (value: T) => Promise<void>) {
    this.milliseconds = milliseconds;
    this.action = action;
  }

  want(value: T): void {
    this.next = { value };
    if (!this.isBusy) void this.work();
  }

  /** Forgets what is still wanted. */
  stop(): void {
    this.next = undefined;
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    while (this.next !== undefined) {
      const { value } = this.next;
      this.next = undefined;
      const rest = new Promise((resolve) => setTimeout(resolve, this.milliseconds));
      await this.action(value);
      await rest;
    }
    this.isBusy = false;
  }
}

/** Does tasks one after another, in the order in which they came; one that has not begun can be taken back. */
export class OneAtATime {
  private readonly tasks = new Set<() => Promise<void>>();
  private isBusy = false;

  /** @returns takes the task back, unless it has begun */
  add(task: () => Promise<void>): () => void {
    this.tasks.add(task);
    if (!this.isBusy) void this.work();
    return () => this.tasks.delete(task);
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    // A Set goes on to those entries that are added while it is gone through.
    for (const task of this.tasks) {
      this.tasks.delete(task);
      await task();
    }
    this.isBusy = false;
  }
}

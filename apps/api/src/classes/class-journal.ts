import type { Store } from '../store/store.ts';
import type { WriteQueue } from '../store/write-queue.ts';
import type { AnnealingClass } from './annealing-class.ts';
import { putClass, readClasses, removeClass, type StoredClass } from './stored-class.ts';

const TICK_MILLISECONDS = 100;
/** A class that is only looked at is written when the time of its last use has moved on by so much. */
const USE_MILLISECONDS = 60_000;

/** Keeps classes in the store: whole when something of them is answered, and what their searches find soon after. */
export class ClassJournal {
  private readonly store: Store;
  private readonly queue: WriteQueue;
  /** Each with its lastActive when it was last written. */
  private readonly classes = new Map<AnnealingClass, number>();
  private readonly timer: NodeJS.Timeout;

  constructor(store: Store, queue: WriteQueue) {
    this.store = store;
    this.queue = queue;
    this.timer = setInterval(() => this.tick(), TICK_MILLISECONDS);
    this.timer.unref();
  }

  read(): StoredClass[] {
    return readClasses(this.store);
  }

  admit(kept: AnnealingClass): void {
    this.classes.set(kept, kept.lastActive);
  }

  remove(kept: AnnealingClass): void {
    this.classes.delete(kept);
    removeClass(this.queue, kept.code, kept.members.length, kept.board.size);
    this.queue.flush();
  }

  /** Settled when the class stands in the store as it is now, or when it cannot be written. */
  commit(kept: AnnealingClass): Promise<void> {
    if (this.classes.has(kept)) this.put(kept);
    return this.queue.flushed();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    for (const kept of this.classes.keys()) this.put(kept);
    this.classes.clear();
    await this.queue.flushed();
  }

  private tick(): void {
    for (const [kept, written] of this.classes) {
      if (kept.hasChanges || kept.lastActive - written > USE_MILLISECONDS) this.put(kept);
    }
    this.queue.flush();
  }

  private put(kept: AnnealingClass): void {
    this.classes.set(kept, kept.lastActive);
    // The store outlives the clock of this process.
    const lastActive = Date.now() - Math.round(performance.now() - kept.lastActive);
    putClass(this.queue, kept.takeChanges(lastActive));
  }
}

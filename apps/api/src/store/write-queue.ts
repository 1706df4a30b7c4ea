import type { Key, Store, Write } from './store.ts';

const FIRST_RETRY_MILLISECONDS = 1000;
const MAX_RETRY_MILLISECONDS = 30_000;

export interface WriteCounters {
  /** Entries written. */
  writes: number;
  /** Batches of entries, each one transaction, that could not be written. */
  failedBatches: number;
}

interface Pending {
  readonly write: Write;
  /** Whether the store has nothing under this key yet. */
  readonly isNew: boolean;
}

/** Where the queue tells the operator what has gone wrong and that it is over. */
export interface WriteLog {
  error(fields: object, text: string): void;
  info(text: string): void;
}

/**
 * What is to be written, with the newest value of each key alone. One batch is on its way at a time, and what waits is the next:
 * so what is put in one turn of the event loop is written together, or not at all. Where a batch cannot be written the queue says
 * so once, nobody waits any more, and it tries again until it can.
 */
export class WriteQueue {
  readonly counters: WriteCounters = { writes: 0, failedBatches: 0 };
  /** Told how long each batch took that was written. */
  onBatchWritten: ((milliseconds: number) => void) | undefined;
  private readonly store: Store;
  private readonly log: WriteLog;
  /** By the text of the key. */
  private pending = new Map<string, Pending>();
  private inFlight: ReadonlyMap<string, Pending> = new Map();
  /** Who waits for the batch on its way, and who for the next. */
  private waitingForThis: (() => void)[] = [];
  private waitingForNext: (() => void)[] = [];
  private failing = false;
  private retryMilliseconds = FIRST_RETRY_MILLISECONDS;
  private retryTimer: NodeJS.Timeout | undefined;

  constructor(store: Store, log: WriteLog) {
    this.store = store;
    this.log = log;
  }

  /** Whether the last batch could not be written, and none has been since. */
  get isFailing(): boolean {
    return this.failing;
  }

  /** The writes that are not durable yet. */
  get length(): number {
    return this.pending.size + this.inFlight.size;
  }

  /** @param isNew whether the store has nothing under this key; then a removal that comes in time leaves nothing to do */
  put(key: Key, value: string, isNew = false): void {
    const name = nameOf(key);
    this.pending.set(name, { write: { key, value }, isNew: this.pending.get(name)?.isNew ?? isNew });
  }

  remove(key: Key): void {
    const name = nameOf(key);
    if (this.pending.get(name)?.isNew === true) this.pending.delete(name);
    else this.pending.set(name, { write: { key, value: undefined }, isNew: false });
  }

  /** Settled when all that was put before is durable, or could not be written. Never rejects. */
  flushed(): Promise<void> {
    if (this.failing || this.length === 0) return Promise.resolve();
    const waiting = this.pending.size > 0 ? this.waitingForNext : this.waitingForThis;
    const flushed = new Promise<void>((resolve) => waiting.push(resolve));
    this.flush();
    return flushed;
  }

  /** Sends what waits on its way, unless a batch is, or the queue waits to try again. */
  flush(): void {
    const mustWait = this.inFlight.size > 0 || this.retryTimer !== undefined;
    if (!mustWait && this.pending.size > 0) void this.writeBatch();
  }

  /** Writes what it can, and closes the store. */
  async close(): Promise<void> {
    clearTimeout(this.retryTimer);
    this.retryTimer = undefined;
    this.failing = false;
    await this.flushed();
    clearTimeout(this.retryTimer);
    await this.store.close();
  }

  private async writeBatch(): Promise<void> {
    this.inFlight = this.pending;
    this.pending = new Map();
    this.waitingForThis = this.waitingForNext;
    this.waitingForNext = [];
    const writes = [...this.inFlight.values()].map(({ write }) => write);
    const begin = performance.now();
    const failure = await this.store.write(writes).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    if (failure === undefined) this.succeeded(writes.length, performance.now() - begin);
    else this.failed(failure);
    for (const resolve of this.waitingForThis.splice(0)) resolve();
    if (this.waitingForNext.length > 0) this.flush();
  }

  private succeeded(writes: number, milliseconds: number): void {
    this.inFlight = new Map();
    this.counters.writes += writes;
    this.onBatchWritten?.(milliseconds);
    if (this.failing) this.log.info('the store can be written again');
    this.failing = false;
    this.retryMilliseconds = FIRST_RETRY_MILLISECONDS;
  }

  private failed(failure: Error): void {
    this.counters.failedBatches++;
    if (!this.failing)
      this.log.error(
        { err: failure },
        'the store cannot be written: what happens now is kept in memory alone',
      );
    this.failing = true;
    this.putBack();
    this.waitingForThis.push(...this.waitingForNext.splice(0));
    this.retryTimer = setTimeout(() => {
      this.retryTimer = undefined;
      this.flush();
    }, this.retryMilliseconds);
    this.retryTimer.unref();
    this.retryMilliseconds = Math.min(2 * this.retryMilliseconds, MAX_RETRY_MILLISECONDS);
  }

  /** What came meanwhile is newer than what failed, and takes its place. */
  private putBack(): void {
    const merged = new Map(this.inFlight);
    for (const [name, newer] of this.pending) {
      const failed = merged.get(name);
      const isUndone = failed?.isNew === true && newer.write.value === undefined;
      if (isUndone) merged.delete(name);
      else merged.set(name, failed === undefined ? newer : { ...failed, write: newer.write });
    }
    this.pending = merged;
    this.inFlight = new Map();
  }
}

function nameOf(key: Key): string {
  return key.join('\n');
}

import type { Key, Store, Write } from './store.ts';

/** Handing over a write takes some microseconds of the event loop. */
const MAX_WRITES_A_BATCH = 1000;
const FIRST_RETRY_MILLISECONDS = 1000;
const MAX_RETRY_MILLISECONDS = 30_000;

export interface WriteCounters {
  /** Entries written, and batches of them, each one transaction. */
  writes: number;
  batches: number;
  failedBatches: number;
  /** All the time that batches took, from their handing over until they were durable. */
  milliseconds: number;
}

interface Pending {
  readonly write: Write;
  /** Grows with each key that comes to wait. */
  readonly order: number;
  /** Whether the store has nothing under this key yet. */
  readonly isNew: boolean;
}

/** Where the queue tells the operator what has gone wrong and that it is over. */
export interface WriteLog {
  error(fields: object, text: string): void;
  info(text: string): void;
}

/**
 * What is to be written, with the newest value of each key alone; one batch is on its way at a time. Where a batch cannot be
 * written the queue says so once, nobody waits any more, and it tries again until it can.
 */
export class WriteQueue {
  readonly counters: WriteCounters = { writes: 0, batches: 0, failedBatches: 0, milliseconds: 0 };
  private readonly store: Store;
  private readonly log: WriteLog;
  /** By the text of the key. Invariant: in ascending order of `order`. */
  private pending = new Map<string, Pending>();
  private inFlight: ReadonlyMap<string, Pending> = new Map();
  /** Who waits until all up to an order is written. Invariant: in ascending order of it. */
  private waiting: { readonly order: number; readonly resolve: () => void }[] = [];
  private lastOrder = 0;
  private failure: Error | undefined;
  private retryMilliseconds = FIRST_RETRY_MILLISECONDS;
  private retryTimer: NodeJS.Timeout | undefined;

  constructor(store: Store, log: WriteLog) {
    this.store = store;
    this.log = log;
  }

  /** Why what waits cannot be written at the moment; undefined while all is well. */
  get trouble(): string | undefined {
    return this.failure?.message;
  }

  /** The writes that are not durable yet. */
  get length(): number {
    return this.pending.size + this.inFlight.size;
  }

  /** @param isNew whether the store has nothing under this key; then a removal that comes in time leaves nothing to do */
  put(key: Key, value: string, isNew = false): void {
    this.add({ key, value }, isNew);
  }

  remove(key: Key): void {
    const name = nameOf(key);
    if (this.pending.get(name)?.isNew === true) this.pending.delete(name);
    else this.add({ key, value: undefined }, false);
  }

  /** Settled when all that was put before is durable, or could not be written. Never rejects. */
  flushed(): Promise<void> {
    if (this.failure !== undefined || this.length === 0) return Promise.resolve();
    const { lastOrder: order } = this;
    const flushed = new Promise<void>((resolve) => this.waiting.push({ order, resolve }));
    this.flush();
    return flushed;
  }

  /** Sends the next batch on its way, unless one is, or the queue waits to try again. */
  flush(): void {
    const mustWait = this.inFlight.size > 0 || this.retryTimer !== undefined;
    if (!mustWait && this.pending.size > 0) void this.writeBatch();
  }

  /** Writes what it can, and closes the store. */
  async close(): Promise<void> {
    clearTimeout(this.retryTimer);
    this.retryTimer = undefined;
    this.failure = undefined;
    await this.flushed();
    clearTimeout(this.retryTimer);
    await this.store.close();
  }

  private add(write: Write, isNew: boolean): void {
    const name = nameOf(write.key);
    const waits = this.pending.get(name);
    this.pending.set(name, { write, order: waits?.order ?? ++this.lastOrder, isNew: waits?.isNew ?? isNew });
  }

  private async writeBatch(): Promise<void> {
    const batch = new Map(firstOf(this.pending, MAX_WRITES_A_BATCH));
    for (const name of batch.keys()) this.pending.delete(name);
    this.inFlight = batch;
    const begin = performance.now();
    try {
      await this.store.write([...batch.values()].map(({ write }) => write));
      this.inFlight = new Map();
      this.succeeded(batch.size, performance.now() - begin);
    } catch (error) {
      this.inFlight = new Map();
      this.failed(batch, error);
    }
  }

  private succeeded(writes: number, milliseconds: number): void {
    this.counters.writes += writes;
    this.counters.batches++;
    this.counters.milliseconds += milliseconds;
    if (this.failure !== undefined) this.log.info('the store can be written again');
    this.failure = undefined;
    this.retryMilliseconds = FIRST_RETRY_MILLISECONDS;
    const [front] = this.pending.values();
    this.settle(front?.order ?? Number.POSITIVE_INFINITY);
    if (this.waiting.length > 0) this.flush();
  }

  private failed(batch: ReadonlyMap<string, Pending>, error: unknown): void {
    this.counters.failedBatches++;
    if (this.failure === undefined) {
      this.log.error(
        { err: error },
        'the store cannot be written: what happens from now on is kept in memory alone',
      );
    }
    this.failure = error instanceof Error ? error : new Error(String(error));
    this.putBack(batch);
    this.settle(Number.POSITIVE_INFINITY);
    this.retryTimer = setTimeout(() => {
      this.retryTimer = undefined;
      this.flush();
    }, this.retryMilliseconds);
    this.retryTimer.unref();
    this.retryMilliseconds = Math.min(2 * this.retryMilliseconds, MAX_RETRY_MILLISECONDS);
  }

  /** What came meanwhile is newer than what failed, and takes its place. */
  private putBack(batch: ReadonlyMap<string, Pending>): void {
    const merged = new Map(batch);
    for (const [name, newer] of this.pending) {
      const failed = batch.get(name);
      const isUndone = failed?.isNew === true && newer.write.value === undefined;
      if (isUndone) merged.delete(name);
      else merged.set(name, failed === undefined ? newer : { ...failed, write: newer.write });
    }
    this.pending = merged;
  }

  /** Lets those go who wait for nothing from this order on. */
  private settle(front: number): void {
    while (this.waiting.length > 0 && this.waiting[0]!.order < front) this.waiting.shift()!.resolve();
  }
}

function nameOf(key: Key): string {
  return key.join('\n');
}

function* firstOf<Entry>(entries: Iterable<Entry>, count: number): Iterable<Entry> {
  let taken = 0;
  for (const entry of entries) {
    if (taken++ === count) return;
    yield entry;
  }
}

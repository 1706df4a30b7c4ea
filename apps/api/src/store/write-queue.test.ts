import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { settled } from '../testing/manual-slicer.ts';
import { MemoryStore } from './memory-store.ts';
import type { Key, Write } from './store.ts';
import { WriteQueue } from './write-queue.ts';

/** Writes when the test says so, or fails. */
class SlowStore extends MemoryStore {
  readonly batches: (readonly Write[])[] = [];
  isFull = false;
  private goOn: () => void = () => {};

  override async write(writes: readonly Write[]): Promise<void> {
    this.batches.push(writes);
    await new Promise<void>((resolve) => {
      this.goOn = resolve;
    });
    if (this.isFull) throw new Error('no space');
    await super.write(writes);
  }

  async finish(): Promise<void> {
    this.goOn();
    await settled();
  }

  get values() {
    return Object.fromEntries([...this.entries([])].map(([key, value]) => [key.join('/'), value]));
  }
}

const log = { error: jest.fn(), info: jest.fn() };
let store: SlowStore;
let queue: WriteQueue;
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  log.error.mockClear();
  log.info.mockClear();
  store = new SlowStore();
  queue = new WriteQueue(store, log);
});
afterEach(() => {
  jest.useRealTimers();
});

const A: Key = ['a', 1];
const B: Key = ['b'];

async function isSettled(promise: Promise<void>): Promise<boolean> {
  const later = settled().then(() => 'later');
  return (await Promise.race([promise, later])) !== 'later';
}

test('writes the newest value of each key, all that waits in one batch, one batch at a time', async () => {
  queue.put(A, 'first');
  queue.flush();
  queue.put(A, 'second');
  queue.put(B, 'b');
  queue.put(A, 'third');
  queue.flush();
  expect(store.batches).toHaveLength(1);
  await store.finish();
  queue.flush();
  expect(store.batches[1]).toHaveLength(2);
  await store.finish();
  expect(store.values).toEqual({ 'a/1': 'third', b: 'b' });
  expect(queue.counters).toMatchObject({ writes: 3, failedBatches: 0 });
});

test('flushed() waits until what was put before is durable, and for nothing else', async () => {
  expect(await isSettled(queue.flushed())).toBe(true);
  queue.put(A, '1');
  const first = queue.flushed();
  queue.put(B, '2');
  const second = queue.flushed();
  expect(await isSettled(first)).toBe(false);
  await store.finish();
  expect([await isSettled(first), await isSettled(second)]).toEqual([true, false]);
  await store.finish();
  expect(await isSettled(second)).toBe(true);
});

test('what is new and removed before it was written leaves nothing to do; what may be in the store is removed there', async () => {
  queue.put(A, 'new', true);
  queue.put(A, 'newer');
  queue.remove(A);
  expect(queue.length).toBe(0);
  queue.put(B, 'new', true);
  queue.flush();
  queue.remove(B);
  await store.finish();
  queue.flush();
  await store.finish();
  expect(store.values).toEqual({});
});

describe('while the store cannot be written', () => {
  beforeEach(async () => {
    store.isFull = true;
    queue.put(A, 'old', true);
    queue.put(B, 'new', true);
    const waits = queue.flushed();
    await store.finish();
    expect(await isSettled(waits)).toBe(true);
  });

  test('says so once, nobody waits, and it is tried again, less and less often, until it can', async () => {
    expect(queue.isFailing).toBe(true);
    expect(await isSettled(queue.flushed())).toBe(true);
    for (const [i, seconds] of [1, 2, 4, 8, 16, 30, 30].entries()) {
      jest.advanceTimersByTime(seconds * 1000 - 1);
      expect(store.batches).toHaveLength(i + 1);
      jest.advanceTimersByTime(1);
      expect(store.batches).toHaveLength(i + 2);
      await store.finish();
    }
    expect(log.error).toHaveBeenCalledTimes(1);
    store.isFull = false;
    jest.advanceTimersByTime(30_000);
    await store.finish();
    expect(store.values).toEqual({ 'a/1': 'old', b: 'new' });
    expect([queue.isFailing, log.info.mock.calls.length]).toEqual([false, 1]);
  });

  test('what changes is kept in its newest form, and what is new and removed leaves nothing', async () => {
    queue.put(A, 'newest');
    queue.remove(B);
    expect(queue.length).toBe(1);
    store.isFull = false;
    jest.advanceTimersByTime(1000);
    await store.finish();
    expect(store.values).toEqual({ 'a/1': 'newest' });
  });

  test('close tries once more and then lets go', async () => {
    const closed = queue.close();
    await store.finish();
    await closed;
    expect(jest.getTimerCount()).toBe(0);
  });
});

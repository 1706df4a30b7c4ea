import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { MemoryStore } from '../store/memory-store.ts';
import { WriteQueue } from '../store/write-queue.ts';
import { ManualSlicer, resolved } from '../testing/manual-slicer.ts';
import { SessionJournal } from './session-journal.ts';
import { type RegistryLimits, SessionRegistry } from './session-registry.ts';

const TTL_SECONDS = 60;

let slicer: ManualSlicer;
let registry: SessionRegistry;
let journal: SessionJournal;

function registryOf(limits: RegistryLimits): SessionRegistry {
  const store = new MemoryStore();
  journal = new SessionJournal(store, new WriteQueue(store, { error: jest.fn(), info: jest.fn() }));
  return new SessionRegistry(slicer, limits, journal);
}

async function closeAll(): Promise<void> {
  await journal.close();
  registry.close();
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  slicer = new ManualSlicer();
  registry = registryOf({ maxSessions: 3, ttlSeconds: TTL_SECONDS });
});
afterEach(async () => {
  await closeAll();
  jest.useRealTimers();
});

function create(stepsPerSecond: number | null = 100) {
  return registry.create(resolved({ steps_per_cycle: 1000 }), stepsPerSecond);
}

function passSeconds(seconds: number): void {
  jest.advanceTimersByTime(seconds * 1000);
}

test('finds a session by its id, and none by another', () => {
  const session = create()!;
  expect(registry.find(session.id)).toBe(session);
  expect(registry.find(`${session.id}x`)).toBeUndefined();
});

test('holds no more sessions than its cap, and takes another when one is deleted', () => {
  const first = create()!;
  create();
  create();
  expect(create()).toBeUndefined();
  expect(registry.size).toBe(3);
  registry.delete(first);
  expect(first.isGone).toBe(true);
  expect(create()).toBeDefined();
});

test('a full registry makes room of what has expired, without waiting for its next round', async () => {
  await closeAll();
  registry = registryOf({ maxSessions: 1, ttlSeconds: 1 });
  create();
  jest.setSystemTime(Date.now());
  passSeconds(0.4);
  expect(create()).toBeUndefined();
  // Between two rounds, which come every half second.
  passSeconds(0.7);
  expect(create()).toBeDefined();
});

test('a session expires when nobody asked for it for its time to live, and tells its viewers', () => {
  const session = create()!;
  const ended = jest.fn();
  session.observe({ changed: () => {}, ended });
  passSeconds(TTL_SECONDS - 1);
  expect(registry.find(session.id)).toBe(session);
  passSeconds(TTL_SECONDS - 1);
  expect(registry.find(session.id)).toBe(session);
  passSeconds(TTL_SECONDS + 11);
  expect(registry.size).toBe(0);
  expect(ended).toHaveBeenCalledTimes(1);
});

test('an expired session is not found even before the next round', () => {
  const session = create()!;
  passSeconds(TTL_SECONDS);
  passSeconds(0.5);
  expect(registry.find(session.id)).toBeUndefined();
  expect(session.isGone).toBe(true);
});

test('a running session plays on the clock and never expires; paused, it has its time to live', async () => {
  const session = create(0.5)!;
  await slicer.answer();
  session.start();
  await slicer.answer();
  passSeconds(3 * TTL_SECONDS);
  expect(registry.size).toBe(1);
  expect(session.played).toBe(50);
  registry.find(session.id)!.pause();
  passSeconds(TTL_SECONDS - 2);
  expect(registry.size).toBe(1);
  passSeconds(20);
  expect(registry.size).toBe(0);
});

test('close ends every session and leaves no timer', async () => {
  const sessions = [create()!, create()!];
  await closeAll();
  expect(sessions.every(({ isGone }) => isGone)).toBe(true);
  expect(registry.size).toBe(0);
  expect(jest.getTimerCount()).toBe(0);
});

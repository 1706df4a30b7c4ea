import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { MemoryStore } from '../store/memory-store.ts';
import { WriteQueue } from '../store/write-queue.ts';
import { ManualSlicer, resolved } from '../testing/manual-slicer.ts';
import { ownerNamed } from '../testing/owners.ts';
import type { AnnealingSession } from './annealing-session.ts';
import { SessionJournal } from './session-journal.ts';
import { type Creation, type RegistryLimits, SessionRegistry } from './session-registry.ts';

const TTL_SECONDS = 60;
const ROOMY = { perClient: 100, perAddress: 100 };

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
  registry = registryOf({ ...ROOMY, maxSessions: 3, ttlSeconds: TTL_SECONDS });
});
afterEach(async () => {
  await closeAll();
  jest.useRealTimers();
});

const SOMEBODY = ownerNamed('somebody');

function creation(owner = SOMEBODY, stepsPerSecond: number | null = 100): Creation {
  return registry.create({ configuration: resolved({ steps_per_cycle: 1000 }), stepsPerSecond, owner });
}

/** A new session, for which there must be room. */
function create(owner = SOMEBODY, stepsPerSecond: number | null = 100): AnnealingSession {
  const created = creation(owner, stepsPerSecond);
  if (!created.ok) throw new Error(`the ${created.full} is full`);
  return created.session;
}

function passSeconds(seconds: number): void {
  jest.advanceTimersByTime(seconds * 1000);
}

test('finds a session by its id, and none by another', () => {
  const session = create();
  expect(registry.find(session.id)).toBe(session);
  expect(registry.find(`${session.id}x`)).toBeUndefined();
});

test('holds no more sessions than its cap, and takes another when one is deleted', () => {
  const first = create();
  create();
  create();
  expect(creation()).toEqual({ ok: false, full: 'server' });
  expect(registry.size).toBe(3);
  registry.delete(first);
  expect(first.isGone).toBe(true);
  expect(creation().ok).toBe(true);
});

test('a full registry makes room of what has expired, without waiting for its next round', async () => {
  await closeAll();
  registry = registryOf({ ...ROOMY, maxSessions: 1, ttlSeconds: 1 });
  create();
  jest.setSystemTime(Date.now());
  passSeconds(0.4);
  expect(creation()).toEqual({ ok: false, full: 'server' });
  // Between two rounds, which come every half second.
  passSeconds(0.7);
  expect(creation().ok).toBe(true);
});

test('a session expires when nobody asked for it for its time to live, and tells its viewers', () => {
  const session = create();
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

test('of many that expire together some are deleted a turn of the event loop, but for those that are used meanwhile', async () => {
  await closeAll();
  registry = registryOf({ perClient: 200, perAddress: 200, maxSessions: 200, ttlSeconds: TTL_SECONDS });
  const sessions = Array.from({ length: 120 }, () => create());
  passSeconds(TTL_SECONDS + 10);
  expect(registry.size).toBe(70);
  sessions.at(-1)!.lastActive = performance.now();
  await new Promise(setImmediate);
  expect(registry.size).toBe(20);
  await new Promise(setImmediate);
  expect(registry.size).toBe(1);
});

test('an expired session is not found even before the next round', () => {
  const session = create();
  passSeconds(TTL_SECONDS);
  passSeconds(0.5);
  expect(registry.find(session.id)).toBeUndefined();
  expect(session.isGone).toBe(true);
});

test('a running session plays on the clock and never expires; paused, it has its time to live', async () => {
  const session = create(SOMEBODY, 0.5);
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
  const sessions = [create(), create()];
  await closeAll();
  expect(sessions.every(({ isGone }) => isGone)).toBe(true);
  expect(registry.size).toBe(0);
  expect(jest.getTimerCount()).toBe(0);
});

test('finds a session by its viewer id too, but not by that as its own', () => {
  const session = create();
  const { viewerId } = session.identity;
  expect(viewerId).not.toBe(session.id);
  expect(registry.findByViewerId(viewerId)).toBe(session);
  expect(registry.find(viewerId)).toBeUndefined();
  expect(registry.findByViewerId(session.id)).toBeUndefined();
  registry.delete(session);
  expect(registry.findByViewerId(viewerId)).toBeUndefined();
});

test('one client holds no more sessions than it may, whatever others hold, until one of its own goes', async () => {
  await closeAll();
  registry = registryOf({ perClient: 2, perAddress: 3, maxSessions: 9, ttlSeconds: 1 });
  const [one, other] = [ownerNamed('one'), ownerNamed('other')];
  const first = create(one);
  create(one);
  expect(creation(one)).toEqual({ ok: false, full: 'client' });
  create(other);
  expect(creation(other)).toEqual({ ok: false, full: 'address' });
  create(ownerNamed('other', '192.0.2.2'));
  registry.delete(first);
  registry.delete(first);
  create(one);
  expect(creation(one)).toEqual({ ok: false, full: 'client' });
});

test('a session made without a cookie is that of the client who comes back with the one that was offered', async () => {
  await closeAll();
  registry = registryOf({ perClient: 1, perAddress: 9, maxSessions: 9, ttlSeconds: 1 });
  const { client, address } = ownerNamed('student');
  const session = create({ client: `address ${address}`, address, offered: client });
  registry.claim(session, { id: ownerNamed('somebody else').client, address });
  expect(session.identity.owner.client).toBe(`address ${address}`);
  registry.claim(session, { id: client, address });
  expect(session.identity.owner).toEqual({ client, address, offered: null });
  expect(creation(ownerNamed('student'))).toEqual({ ok: false, full: 'client' });
  registry.delete(session);
  create(ownerNamed('student'));
});

test('a start molecule has a turn of its own, so that newcomers behind one address do not wait for each other', async () => {
  const { client, address } = ownerNamed('student');
  const asked = jest.spyOn(slicer, 'slice');
  const turns = () => asked.mock.calls.map(([request]) => [request.task.steps === 0, request.client]);
  const owner = { client: `address ${address}`, address, offered: client };
  const session = create(owner);
  await slicer.answerAll();
  session.start();
  expect(turns()).toEqual([
    [true, `start of ${session.id}`],
    [false, `address ${address}`],
  ]);
  registry.claim(session, { id: client, address });
  await slicer.answer(50);
  passSeconds(1);
  expect(turns().at(-1)).toEqual([false, client]);
});

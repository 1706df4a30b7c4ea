import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { MemoryStore } from '../store/memory-store.ts';
import type { Key, Write } from '../store/store.ts';
import { WriteQueue } from '../store/write-queue.ts';
import { ManualSlicer, resolved, settled } from '../testing/manual-slicer.ts';
import { ownerNamed } from '../testing/owners.ts';
import type { AnnealingSession } from './annealing-session.ts';
import { SessionJournal } from './session-journal.ts';
import { SessionRegistry } from './session-registry.ts';
import type { StepRecord } from './step-record.ts';

const LIMITS = { maxSessions: 1000, perClient: 1000, perAddress: 1000, ttlSeconds: 3600 };

/** Counts what is written. */
class CountingStore extends MemoryStore {
  written: Key[] = [];

  override write(writes: readonly Write[]): Promise<void> {
    this.written.push(...writes.map(({ key }) => key));
    return super.write(writes);
  }

  keys(prefix: Key = []): Key[] {
    return [...this.entries(prefix)].map(([key]) => key);
  }
}

let store: CountingStore;
let slicer: ManualSlicer;
let journal: SessionJournal;
let registry: SessionRegistry;

/** A server that begins with what the store has at the moment. What the one before writes from now on is lost. */
function restart(): void {
  const left = [...store.entries([])].map(([key, value]) => ({ key, value }));
  store = new CountingStore();
  void store.write(left);
  slicer = new ManualSlicer();
  journal = new SessionJournal(store, new WriteQueue(store, { error: jest.fn(), info: jest.fn() }));
  registry = new SessionRegistry(slicer, LIMITS, journal);
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  store = new CountingStore();
  restart();
});
afterEach(() => {
  jest.clearAllTimers();
  jest.useRealTimers();
});

async function pass(milliseconds: number): Promise<void> {
  jest.advanceTimersByTime(milliseconds);
  await settled();
}

async function create(stepsPerSecond: number | null, steps = 1000): Promise<AnnealingSession> {
  const configuration = resolved({ steps_per_cycle: steps, num_cycles: 1 });
  const created = registry.create({ configuration, stepsPerSecond, owner: ownerNamed('somebody') });
  if (!created.ok) throw new Error(`full: ${created.full}`);
  const { session } = created;
  await slicer.answer();
  await journal.commit(session);
  return session;
}

function found(id: string): AnnealingSession {
  return registry.find(id)!;
}

/** Plays a paced session on to a step. */
async function playTo(session: AnnealingSession, step: number): Promise<void> {
  while (session.played < step) {
    await slicer.answerAll();
    await pass(Math.max(20, ((step - session.played) / (session.stepsPerSecond ?? 1)) * 1000));
  }
}

const recordOf = (session: AnnealingSession): StepRecord => session.computation.log.get(session.played)!;

describe('after a restart', () => {
  test('a session that nobody started is there, at its start', async () => {
    const { id, position } = await create(50);
    restart();
    expect(found(id)).toMatchObject({ state: 'idle', played: 0, run: 0, stepsPerSecond: 50, position });
  });

  test('a paused session stands at its step, and no step is computed until somebody wants one', async () => {
    const session = await create(100);
    session.start();
    await playTo(session, 40);
    session.pause();
    await journal.commit(session);
    const { id, position, played } = session;
    restart();
    expect(found(id)).toMatchObject({ state: 'paused', played, position });
    expect(slicer.waiting).toHaveLength(0);
    found(id).start();
    await playTo(found(id), played + 10);
    expect(recordOf(found(id)).step).toBeGreaterThanOrEqual(played + 10);
  });

  test('a running session goes on by itself from where it was written last, with the same steps', async () => {
    const session = await create(100);
    session.start();
    await playTo(session, 150);
    await pass(1000);
    const seen = new Map<number, StepRecord>();
    for (let step = 1; step <= session.played; step++) seen.set(step, session.computation.log.get(step)!);
    restart();
    const again = found(session.id);
    expect(again).toMatchObject({ state: 'running' });
    expect(again.played).toBeGreaterThanOrEqual(session.played - 100);
    await playTo(again, session.played + 50);
    for (const [step, record] of seen) expect(again.computation.log.get(step)).toEqual(record);
  });

  test('single steps that were begun are played to their end, and no further', async () => {
    const session = await create(100);
    await journal.commit(session, { state: 'stepping', until: 7 });
    restart();
    await slicer.answerAll();
    expect(found(session.id)).toMatchObject({ state: 'paused', played: 7 });
  });

  test('a run that ended is not computed again, and knows where it ended and that it was seen', async () => {
    const session = await create(null, 300);
    session.start();
    await slicer.answerAll();
    session.noteCompleteSeen();
    await journal.commit(session);
    const { id, position } = session;
    restart();
    expect(found(id)).toMatchObject({
      state: 'complete',
      played: 300,
      lastStep: 300,
      completeWasSeen: true,
      position,
    });
    expect(slicer.waiting).toHaveLength(0);
  });

  test('a failed session tells why, and a reset makes it good', async () => {
    const session = await create(100);
    session.start();
    await slicer.fail();
    await journal.commit(session);
    restart();
    const again = found(session.id);
    expect(again).toMatchObject({
      state: 'failed',
      failure: { code: 'session_failed', detail: 'The worker stopped.' },
    });
    again.reset();
    again.start();
    await playTo(again, 5);
    expect(again).toMatchObject({ state: 'running', run: 1 });
  });

  test('a reset has begun another run', async () => {
    const session = await create(100);
    session.start();
    await playTo(session, 20);
    session.reset();
    await journal.commit(session);
    restart();
    expect(found(session.id)).toMatchObject({ state: 'idle', run: 1, played: 0 });
  });

  test('what was used long ago has expired, from the store too, however its clock is set', async () => {
    const old = await create(100);
    const young = await create(100);
    await pass(LIMITS.ttlSeconds * 1000 - 5000);
    young.lastActive = performance.now();
    await journal.commit(young);
    await pass(10_000);
    restart();
    expect([registry.find(old.id), registry.find(young.id)?.id]).toEqual([undefined, young.id]);
    await pass(10_000);
    expect(store.keys(['session'])).toEqual([['session', young.id]]);
    // Put back by a year: nothing is older than now, and nothing is from the future.
    jest.setSystemTime(Date.now() - 365 * 86_400_000);
    restart();
    expect(registry.find(young.id)?.id).toBe(young.id);
  });

  test('a session of another version is not gone on with, but kept until it expires or is deleted', async () => {
    const { id } = await create(100);
    const { configuration, ...itself } = JSON.parse([...store.entries(['session', id])][0]![1]);
    const value = JSON.stringify({ ...itself, configuration: { ...configuration, algorithm_version: 99 } });
    await store.write([{ key: ['session', id], value }]);
    restart();
    expect([registry.find(id), registry.findOutdated(id)?.id]).toEqual([undefined, id]);
    registry.deleteOutdated(registry.findOutdated(id)!);
    await settled();
    expect([registry.findOutdated(id), store.keys()]).toEqual([undefined, []]);
  });
});

describe('what is written', () => {
  test('of a session that plays: where it stands about once a second, and never a write for each step', async () => {
    const sessions: AnnealingSession[] = [];
    registry.close();
    registry = new SessionRegistry(slicer, LIMITS, journal);
    for (let i = 0; i < 40; i++) sessions.push(await create(200, 5000));
    for (const session of sessions) session.start();
    await slicer.answerAll();
    store.written = [];
    for (let tick = 0; tick < 100; tick++) {
      await pass(20);
      await slicer.answerAll();
    }
    expect(store.written.length).toBeGreaterThanOrEqual(40);
    expect(store.written.length).toBeLessThanOrEqual(3 * 40);
    expect(new Set(store.written.map(([kind]) => kind))).toEqual(new Set(['position']));
  });

  test('of a long run: at most fifty segments, from which it is taken up, and which a reset and a deletion remove', async () => {
    const session = await create(null, 100_000);
    session.start();
    await slicer.answerAll();
    await pass(1000);
    for (let tick = 0; tick < 40; tick++) await pass(100);
    expect(store.keys(['segment'])).toHaveLength(50);
    const coarse = session.computation.log.get(60_000);
    restart();
    const again = found(session.id);
    expect(again.computation.keyframes.before(61_999)?.step).toBe(60_000);
    expect(again.computation.log.get(60_000)).toEqual(coarse);
    again.reset();
    await slicer.answer();
    await journal.commit(again);
    expect(store.keys(['segment'])).toEqual([]);
    again.start();
    await slicer.answerAll();
    await pass(1000);
    for (let tick = 0; tick < 40; tick++) await pass(100);
    expect(store.keys(['segment'])).toHaveLength(50);
    registry.delete(again);
    await settled();
    expect(store.keys()).toEqual([]);
  });

  test('a running session in the midst of a long run is taken up from its last segment', async () => {
    const session = await create(null, 100_000);
    session.start();
    await slicer.answer(45_500);
    await slicer.answer(1);
    await pass(1000);
    for (let tick = 0; tick < 20; tick++) await pass(100);
    const { played } = session;
    restart();
    expect(slicer.waiting[0]?.request.task.checkpoint?.step).toBe(Math.floor(played / 2000) * 2000);
  });
});

test('requests that change a session take their turn, and one that fails holds up no other', async () => {
  const session = await create(100);
  const order: string[] = [];
  const turn = (name: string, isWell: boolean) =>
    journal.inTurn(session, async () => {
      order.push(`${name} begins`);
      await settled();
      order.push(`${name} ends`);
      if (!isWell) throw new Error(name);
      return name;
    });
  const turns = await Promise.allSettled([turn('one', true), turn('two', false), turn('three', true)]);
  expect(turns.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
});

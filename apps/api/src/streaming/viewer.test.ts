import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Depiction } from '../annealing/depict.worker.ts';
import { AnnealingSession } from '../sessions/annealing-session.ts';
import { ManualSlicer, resolved, settled } from '../testing/manual-slicer.ts';
import { IDENTITY } from '../testing/owners.ts';
import { EventChunks, type SvgWish } from './event-chunks.ts';
import { StreamTally } from './stream-tally.ts';
import { Viewer } from './viewer.ts';

/** A client that takes everything, until the test says otherwise. */
class FakeConnection {
  isOpen = true;
  isFull = false;
  idleMilliseconds = 0;
  keptWaitingMilliseconds = 0;
  sent = '';
  isDropped = false;
  private drain = () => {};

  forgive(): void {
    this.keptWaitingMilliseconds = 0;
  }

  send(chunk: string | Buffer): void {
    if (!this.isOpen) throw new Error('sent to a client that is gone');
    this.sent += chunk.toString();
  }

  onDrain(listener: () => void): void {
    this.drain = listener;
  }

  end(): void {
    this.isOpen = false;
  }

  drop(): void {
    this.isOpen = false;
    this.isDropped = true;
  }

  takeAll(): void {
    this.isFull = false;
    this.drain();
  }

  /** What was sent since the last look: ids of events, names of those without one, and comments. */
  look(): string[] {
    const events = this.sent.split('\n\n').filter((event) => event !== '');
    this.sent = '';
    return events.map(
      (event) => /^(?:id|):(.*)$/m.exec(event)?.[1]?.trim() ?? /^event:(.*)$/m.exec(event)![1]!,
    );
  }
}

/** Draws at once, or when the test says so. */
class FakeDepictions {
  isSlow = false;
  private readonly drawn = new Set<string>();
  private readonly waiting: (() => void)[] = [];

  peek(isomer: string): Depiction | undefined {
    return this.drawn.has(isomer) ? { smiles: isomer, svg: `<svg>${isomer}</svg>` } : undefined;
  }

  async get(isomer: string): Promise<Depiction> {
    if (this.isSlow) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.drawn.add(isomer);
    return this.peek(isomer)!;
  }

  /** Hands out what was asked for, and forgets it: the next one has to wait again. */
  async draw(): Promise<void> {
    for (const resolve of this.waiting.splice(0)) resolve();
    await settled();
  }
}

let slicer: ManualSlicer;
let depictions: FakeDepictions;
let connection: FakeConnection;
let tally: StreamTally;
let now: number;
const onError = jest.fn();
beforeEach(() => {
  slicer = new ManualSlicer();
  depictions = new FakeDepictions();
  connection = new FakeConnection();
  tally = new StreamTally();
  now = 0;
  onError.mockClear();
});

const steps = (from: number, to: number, stride = 1) =>
  Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, i) => String(from + i * stride));

async function createSession(stepsPerSecond: number | null, totalSteps = 20): Promise<AnnealingSession> {
  const configuration = resolved({ steps_per_cycle: totalSteps, num_cycles: 1, initial: 'chain' });
  const session = new AnnealingSession(IDENTITY, configuration, stepsPerSecond, slicer, () => now);
  await slicer.answer();
  return session;
}

async function watch(session: AnnealingSession, { entry = 0, svg = 'always' as SvgWish, every = 0 } = {}) {
  const chunks = new EventChunks(session, depictions, () => false);
  const scenery = { session, pool: slicer, depictions, chunks, onError, tally };
  const viewer = new Viewer(scenery, connection, entry, svg, every === 0 ? undefined : every);
  session.observe({ changed: () => viewer.read(), ended: () => viewer.end() });
  viewer.read();
  await settled();
  return viewer;
}

/** Has a session played so far. */
async function play(session: AnnealingSession, step: number): Promise<void> {
  while (session.played < step) {
    await slicer.answerAll();
    now += ((step - session.played) / (session.stepsPerSecond ?? 1)) * 1000;
    session.play();
  }
  await settled();
}

describe('a viewer', () => {
  test('gets each step once it is played, then complete, and is let go', async () => {
    const session = await createSession(100);
    await watch(session);
    expect(connection.look()).toEqual(['waiting']);
    session.start();
    await play(session, 5);
    expect(connection.look()).toEqual(steps(1, 5));
    await play(session, 20);
    expect(connection.look()).toEqual([...steps(6, 20), '20-complete']);
    expect(connection.isOpen).toBe(false);
    expect(session.completeWasSeen).toBe(true);
  });

  test('that comes late gets what was played before, and a second one the same', async () => {
    const session = await createSession(100);
    session.start();
    await play(session, 12);
    await watch(session);
    const { sent } = connection;
    expect(connection.look()).toEqual(steps(1, 12));
    connection = new FakeConnection();
    await watch(session);
    expect(connection.sent).toBe(sent);
    connection = new FakeConnection();
    await watch(session, { entry: 10 });
    expect(connection.look()).toEqual(['11', '12']);
  });

  test('gets each event once, however often it is told to read', async () => {
    const session = await createSession(100);
    depictions.isSlow = true;
    const viewer = await watch(session);
    session.start();
    await slicer.answerAll();
    for (let step = 1; step <= 20; step++) {
      now += 10;
      session.play();
      viewer.read();
      if (step % 3 === 0) await depictions.draw();
      viewer.read();
    }
    for (let i = 0; i < 20; i++) await depictions.draw();
    expect(connection.look()).toEqual(['waiting', ...steps(1, 20), '20-complete']);
  });

  test('sees no step beyond a pause, and is told that it waits', async () => {
    const session = await createSession(100);
    session.start();
    await play(session, 7);
    await watch(session);
    connection.look();
    session.pause();
    await settled();
    now += 1000;
    session.play();
    await settled();
    expect(connection.look()).toEqual(['waiting']);
    session.start();
    await play(session, 8);
    expect(connection.look()).toEqual(['8']);
  });
});

describe('drawings', () => {
  const drawings = (sent: string) =>
    sent.split('\n\n').flatMap((event) => {
      const id = /^id:(.*)$/m.exec(event)?.[1];
      return id === undefined ? [] : [[id, /<svg>(.*)<\/svg>/.exec(event)?.[1]]];
    });

  async function sentWith(svg: SvgWish): Promise<unknown[][]> {
    slicer = new ManualSlicer();
    connection = new FakeConnection();
    const session = await createSession(100);
    session.start();
    await play(session, 20);
    await watch(session, { svg });
    return drawings(connection.sent);
  }

  test('come with every event, with those where they changed and the first, or with none', async () => {
    const always = await sentWith('always');
    expect(always).toHaveLength(21);
    const changes = always.map(([id, drawing], i) => [
      id,
      drawing === always[i - 1]?.[1] ? undefined : drawing,
    ]);
    expect(new Set(changes.map(([, drawing]) => drawing)).size).toBeGreaterThan(2);
    expect(await sentWith('changes')).toEqual(changes);
    expect(await sentWith('none')).toEqual(always.map(([id]) => [id, undefined]));
  });

  test('begin anew with the run after a reset', async () => {
    const session = await createSession(100);
    session.start();
    await play(session, 1);
    await watch(session, { svg: 'changes' });
    session.reset();
    await slicer.answerAll();
    session.start();
    await play(session, 1);
    const [first, again] = drawings(connection.sent);
    expect([first![0], again![0]]).toEqual(['1', '1-r1']);
    expect(first![1]).toBeDefined();
    expect(again![1]).toBe(first![1]);
  });
});

describe('a client that is slow', () => {
  test('is sent nothing while it is full, and all of it when it has taken what it had', async () => {
    const session = await createSession(100);
    await watch(session);
    connection.look();
    connection.isFull = true;
    session.start();
    await play(session, 20);
    expect(connection.look()).toEqual([]);
    connection.takeAll();
    await settled();
    expect(connection.look()).toEqual([...steps(1, 20), '20-complete']);
  });

  test('and kept us waiting too long gets the newest, is told how much it missed, and gets complete', async () => {
    const session = await createSession(100, 1000);
    await watch(session);
    session.start();
    await play(session, 100);
    connection.look();
    connection.isFull = true;
    connection.keptWaitingMilliseconds = 2001;
    await play(session, 700);
    connection.takeAll();
    await settled();
    expect(connection.look()).toEqual(['skipped 599', '700']);
    await play(session, 1000);
    expect(connection.look()).toEqual([...steps(701, 1000), '1000-complete']);
    // Waiting, 100 steps, the newest, 300 more, complete.
    expect(tally).toEqual({ events: 403, conflated: 599, dropped: 0 });
  });

  test('misses nothing if a run that leaps ahead is all that it is behind', async () => {
    const session = await createSession(null, 2000);
    await watch(session);
    session.start();
    await slicer.answerAll();
    expect(connection.look()).toEqual(['waiting', ...steps(4, 2000, 4), '2000-complete']);
  });

  test('misses nothing in the replay with which it began', async () => {
    const session = await createSession(100, 1000);
    session.start();
    await play(session, 600);
    connection.keptWaitingMilliseconds = 60_000;
    await watch(session);
    expect(connection.look()).toEqual(steps(1, 600));
  });
});

describe('what was dropped from the log is computed again', () => {
  const TOTAL = 5600;
  const played = async () => {
    const session = await createSession(200, TOTAL);
    session.start();
    await play(session, TOTAL);
    return session;
  };

  test('and is what it was', async () => {
    const configuration = resolved({ steps_per_cycle: TOTAL, num_cycles: 1 });
    const live = new AnnealingSession(IDENTITY, configuration, 200, slicer, () => now);
    live.start();
    await watch(live);
    await play(live, TOTAL);
    const seen = connection.sent.replace(/^event:waiting[\s\S]*?\n\n/, '');
    expect(live.computation.log.get(1)).toBeUndefined();
    live.completeWasSeen = false;
    connection = new FakeConnection();
    await watch(live, { every: 1 });
    while (slicer.waiting.length > 0) await slicer.answer(100);
    expect(connection.sent).toBe(seen);
  });

  test('one slice at a time, however often the viewer is told to read', async () => {
    const viewer = await watch(await played(), { every: 7 });
    viewer.read();
    connection.takeAll();
    await settled();
    expect(slicer.waiting).toHaveLength(1);
  });

  test('first at once, and then in turn with the runs', async () => {
    const session = await played();
    await watch(session, { every: 7 });
    expect(slicer.waiting[0]!.request.sliceClass).toBe('prompt');
    await slicer.answer(3);
    expect(slicer.waiting[0]!.request.sliceClass).toBe('unthrottled');
  });

  test('where that fails the stream ends with an error, and nothing is asked for again', async () => {
    const session = await played();
    await watch(session, { every: 7 });
    await slicer.fail();
    expect(connection.look()).toEqual(['error']);
    expect(connection.isOpen).toBe(false);
    expect(slicer.waiting).toHaveLength(0);
    expect(onError).not.toHaveBeenCalled();
  });

  test('a client that leaves meanwhile is not computed for any more', async () => {
    const session = await played();
    await watch(session, { every: 7 });
    connection.isOpen = false;
    expect(slicer.waiting[0]!.request.isStale?.()).toBe(true);
    await slicer.answer();
    expect(slicer.waiting).toHaveLength(0);
  });

  test('a reset meanwhile leads to the new run', async () => {
    const session = await played();
    await watch(session, { every: 7 });
    session.reset();
    await slicer.answerAll();
    session.start();
    await play(session, 14);
    expect(connection.look()).toEqual(['waiting', '7-r1', '14-r1']);
  });
});

describe('while a drawing is made', () => {
  async function waitingForDrawing() {
    const session = await createSession(100);
    depictions.isSlow = true;
    const viewer = await watch(session);
    session.start();
    await play(session, 20);
    connection.look();
    return { session, viewer };
  }

  test('a reset comes before the events of the old run', async () => {
    const { session } = await waitingForDrawing();
    session.reset();
    await depictions.draw();
    await slicer.answerAll();
    expect(connection.look()).toEqual(['waiting']);
  });

  test('a reset before the drawing of complete leaves complete out', async () => {
    const session = await createSession(100);
    session.start();
    await play(session, 20);
    depictions.isSlow = true;
    await watch(session, { entry: 20 });
    session.reset();
    await depictions.draw();
    expect(connection.look()).toEqual(['waiting']);
    expect(session.completeWasSeen).toBe(false);
  });

  test('a client that leaves is sent nothing', async () => {
    await waitingForDrawing();
    connection.isOpen = false;
    await depictions.draw();
    expect(connection.look()).toEqual([]);
    expect(onError).not.toHaveBeenCalled();
  });

  test('the session that was deleted ends the stream', async () => {
    const { session } = await waitingForDrawing();
    session.dispose();
    await depictions.draw();
    expect([connection.isOpen, connection.look()]).toEqual([false, []]);
  });

  test('a session that runs again is not said to wait', async () => {
    const { viewer } = await waitingForDrawing();
    viewer.beat(15_000);
    expect(connection.look()).toEqual([]);
  });
});

describe('about once a second', () => {
  test('a client is told that its session waits, or now and then that the stream is alive', async () => {
    const session = await createSession(1);
    const viewer = await watch(session);
    connection.look();
    viewer.beat(15_000);
    viewer.beat(15_000);
    expect(connection.look()).toEqual(['waiting', 'waiting']);
    session.start();
    await slicer.answerAll();
    viewer.beat(15_000);
    expect(connection.look()).toEqual([]);
    connection.idleMilliseconds = 15_000;
    viewer.beat(15_000);
    expect(connection.look()).toEqual(['alive']);
    connection.isFull = true;
    viewer.beat(15_000);
    connection.isOpen = false;
    viewer.beat(15_000);
    expect(connection.look()).toEqual([]);
  });
});

describe('what goes wrong', () => {
  test('a run that failed is told once, with the code of a problem, and a reset leads on', async () => {
    const session = await createSession(100, 1000);
    await watch(session);
    session.start();
    connection.look();
    await slicer.fail();
    const { sent } = connection;
    expect(sent).toContain('"code":"session_failed"');
    session.play();
    expect(connection.look()).toEqual(['error']);
    session.reset();
    await slicer.answerAll();
    expect(connection.look()).toEqual(['waiting']);
  });

  test('an exception cuts off this client alone and is reported, not thrown', async () => {
    const session = await createSession(100);
    await watch(session);
    const bug = new Error('a bug');
    depictions.get = () => Promise.reject(bug);
    session.start();
    await play(session, 3);
    expect(onError).toHaveBeenCalledWith(bug);
    expect(onError).toHaveBeenCalledTimes(1);
    expect(connection.isDropped).toBe(true);
    expect(tally.dropped).toBe(1);
    expect(session.state).toBe('running');
  });
});

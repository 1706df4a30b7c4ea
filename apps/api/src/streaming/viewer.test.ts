import { beforeEach, describe, expect, test } from '@jest/globals';
import { settled } from '../testing/manual-slicer.ts';
import { stepIds, ViewerStage } from '../testing/viewer-stage.ts';
import type { SvgWish } from './event-chunks.ts';

let stage: ViewerStage;
beforeEach(() => {
  stage = new ViewerStage();
});

describe('a viewer', () => {
  test('gets each step once it is played, then complete, and is let go', async () => {
    const session = await stage.createSession(100);
    await stage.watch(session);
    expect(stage.connection.look()).toEqual(['waiting']);
    session.start();
    await stage.play(session, 5);
    expect(stage.connection.look()).toEqual(stepIds(1, 5));
    await stage.play(session, 20);
    expect(stage.connection.look()).toEqual([...stepIds(6, 20), '20-complete']);
    expect(stage.connection.isOpen).toBe(false);
    expect(session.completeWasSeen).toBe(true);
  });

  test('that comes late gets what was played before, and a second one the same', async () => {
    const session = await stage.createSession(100);
    session.start();
    await stage.play(session, 12);
    await stage.watch(session);
    const { sent } = stage.connection;
    expect(stage.connection.look()).toEqual(stepIds(1, 12));
    stage.reconnect();
    await stage.watch(session);
    expect(stage.connection.sent).toBe(sent);
    stage.reconnect();
    await stage.watch(session, { entry: 10 });
    expect(stage.connection.look()).toEqual(['11', '12']);
  });

  test('gets each event once, however often it is told to read', async () => {
    const session = await stage.createSession(100);
    stage.depictions.isSlow = true;
    const viewer = await stage.watch(session);
    session.start();
    await stage.slicer.answerAll();
    for (let step = 1; step <= 20; step++) {
      stage.now += 10;
      session.play();
      viewer.read();
      if (step % 3 === 0) await stage.depictions.draw();
      viewer.read();
    }
    for (let i = 0; i < 20; i++) await stage.depictions.draw();
    expect(stage.connection.look()).toEqual(['waiting', ...stepIds(1, 20), '20-complete']);
  });

  test('sees no step beyond a pause, and is told that it waits', async () => {
    const session = await stage.createSession(100);
    session.start();
    await stage.play(session, 7);
    await stage.watch(session);
    stage.connection.look();
    session.pause();
    await settled();
    stage.now += 1000;
    session.play();
    await settled();
    expect(stage.connection.look()).toEqual(['waiting']);
    session.start();
    await stage.play(session, 8);
    expect(stage.connection.look()).toEqual(['8']);
  });
});

describe('drawings', () => {
  const drawings = (sent: string) =>
    sent.split('\n\n').flatMap((event) => {
      const id = /^id:(.*)$/m.exec(event)?.[1];
      return id === undefined ? [] : [[id, /<svg>(.*)<\/svg>/.exec(event)?.[1]]];
    });

  async function sentWith(svg: SvgWish): Promise<unknown[][]> {
    stage = new ViewerStage();
    const session = await stage.createSession(100);
    session.start();
    await stage.play(session, 20);
    await stage.watch(session, { svg });
    return drawings(stage.connection.sent);
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
    const session = await stage.createSession(100);
    session.start();
    await stage.play(session, 1);
    await stage.watch(session, { svg: 'changes' });
    session.reset();
    await stage.slicer.answerAll();
    session.start();
    await stage.play(session, 1);
    const [first, again] = drawings(stage.connection.sent);
    expect([first![0], again![0]]).toEqual(['1', '1-r1']);
    expect(first![1]).toBeDefined();
    expect(again![1]).toBe(first![1]);
  });
});

describe('a client that is slow', () => {
  test('is sent nothing while it is full, and all of it when it has taken what it had', async () => {
    const session = await stage.createSession(100);
    await stage.watch(session);
    stage.connection.look();
    stage.connection.isFull = true;
    session.start();
    await stage.play(session, 20);
    expect(stage.connection.look()).toEqual([]);
    stage.connection.takeAll();
    await settled();
    expect(stage.connection.look()).toEqual([...stepIds(1, 20), '20-complete']);
  });

  test('and kept us waiting too long gets the newest, is told how much it missed, and gets complete', async () => {
    const session = await stage.createSession(100, 1000);
    await stage.watch(session);
    session.start();
    await stage.play(session, 100);
    stage.connection.look();
    stage.connection.isFull = true;
    stage.connection.keptWaitingMilliseconds = 2001;
    await stage.play(session, 700);
    stage.connection.takeAll();
    await settled();
    expect(stage.connection.look()).toEqual(['skipped 599', '700']);
    await stage.play(session, 1000);
    expect(stage.connection.look()).toEqual([...stepIds(701, 1000), '1000-complete']);
    // Waiting, 100 steps, the newest, 300 more, complete.
    expect(stage.tally).toEqual({ events: 403, conflated: 599, dropped: 0 });
  });

  test('misses nothing if a run that leaps ahead is all that it is behind', async () => {
    const session = await stage.createSession(null, 2000);
    await stage.watch(session);
    session.start();
    await stage.slicer.answerAll();
    expect(stage.connection.look()).toEqual(['waiting', ...stepIds(4, 2000, 4), '2000-complete']);
  });

  test('misses nothing in the replay with which it began', async () => {
    const session = await stage.createSession(100, 1000);
    session.start();
    await stage.play(session, 600);
    stage.connection.keptWaitingMilliseconds = 60_000;
    await stage.watch(session);
    expect(stage.connection.look()).toEqual(stepIds(1, 600));
  });
});

describe('about once a second', () => {
  test('a client is told that its session waits, or now and then that the stream is alive', async () => {
    const session = await stage.createSession(1);
    const viewer = await stage.watch(session);
    stage.connection.look();
    viewer.beat(15_000);
    viewer.beat(15_000);
    expect(stage.connection.look()).toEqual(['waiting', 'waiting']);
    session.start();
    await stage.slicer.answerAll();
    viewer.beat(15_000);
    expect(stage.connection.look()).toEqual([]);
    stage.connection.idleMilliseconds = 15_000;
    viewer.beat(15_000);
    expect(stage.connection.look()).toEqual(['alive']);
    stage.connection.isFull = true;
    viewer.beat(15_000);
    stage.connection.isOpen = false;
    viewer.beat(15_000);
    expect(stage.connection.look()).toEqual([]);
  });
});

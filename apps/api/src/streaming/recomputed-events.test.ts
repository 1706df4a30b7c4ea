import { beforeEach, describe, expect, test } from '@jest/globals';
import { AnnealingSession } from '../sessions/annealing-session.ts';
import { resolved, settled } from '../testing/manual-slicer.ts';
import { IDENTITY } from '../testing/owners.ts';
import { ViewerStage } from '../testing/viewer-stage.ts';

let stage: ViewerStage;
beforeEach(() => {
  stage = new ViewerStage();
});

describe('what was dropped from the log is computed again', () => {
  const TOTAL = 5600;
  const played = async () => {
    const session = await stage.createSession(200, TOTAL);
    session.start();
    await stage.play(session, TOTAL);
    return session;
  };

  test('and is what it was', async () => {
    const configuration = resolved({ steps_per_cycle: TOTAL, num_cycles: 1 });
    const live = new AnnealingSession(IDENTITY, configuration, 200, stage.slicer, () => stage.now);
    live.start();
    await stage.watch(live);
    await stage.play(live, TOTAL);
    const seen = stage.connection.sent.replace(/^event:waiting[\s\S]*?\n\n/, '');
    expect(live.computation.log.get(1)).toBeUndefined();
    stage.reconnect();
    await stage.watch(live, { every: 1 });
    while (stage.slicer.waiting.length > 0) await stage.slicer.answer(100);
    expect(stage.connection.sent).toBe(seen);
  });

  test('one slice at a time, however often the viewer is told to read', async () => {
    const viewer = await stage.watch(await played(), { every: 7 });
    viewer.read();
    stage.connection.takeAll();
    await settled();
    expect(stage.slicer.waiting).toHaveLength(1);
  });

  test('first at once, and then in turn with the runs', async () => {
    const session = await played();
    await stage.watch(session, { every: 7 });
    expect(stage.slicer.waiting[0]!.request.sliceClass).toBe('prompt');
    await stage.slicer.answer(3);
    expect(stage.slicer.waiting[0]!.request.sliceClass).toBe('unthrottled');
  });

  test('where that fails the stream ends with an error, and nothing is asked for again', async () => {
    const session = await played();
    await stage.watch(session, { every: 7 });
    await stage.slicer.fail();
    expect(stage.connection.look()).toEqual(['error']);
    expect(stage.connection.isOpen).toBe(false);
    expect(stage.slicer.waiting).toHaveLength(0);
    expect(stage.faults).toEqual([]);
  });

  test('a client that leaves meanwhile is not computed for any more', async () => {
    const session = await played();
    await stage.watch(session, { every: 7 });
    stage.connection.isOpen = false;
    expect(stage.slicer.waiting[0]!.request.isStale?.()).toBe(true);
    await stage.slicer.answer();
    expect(stage.slicer.waiting).toHaveLength(0);
  });

  test('a reset meanwhile leads to the new run', async () => {
    const session = await played();
    await stage.watch(session, { every: 7 });
    session.reset();
    await stage.slicer.answerAll();
    session.start();
    await stage.play(session, 14);
    expect(stage.connection.look()).toEqual(['waiting', '7-r1', '14-r1']);
  });
});

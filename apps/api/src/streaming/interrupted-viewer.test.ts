import { beforeEach, describe, expect, test } from '@jest/globals';
import { ViewerStage } from '../testing/viewer-stage.ts';

let stage: ViewerStage;
beforeEach(() => {
  stage = new ViewerStage();
});

describe('while a drawing is made', () => {
  async function waitingForDrawing() {
    const session = await stage.createSession(100);
    stage.depictions.isSlow = true;
    const viewer = await stage.watch(session);
    session.start();
    await stage.play(session, 20);
    stage.connection.look();
    return { session, viewer };
  }

  test('a reset comes before the events of the old run', async () => {
    const { session } = await waitingForDrawing();
    session.reset();
    await stage.depictions.draw();
    await stage.slicer.answerAll();
    expect(stage.connection.look()).toEqual(['waiting']);
  });

  test('a reset before the drawing of complete leaves complete out', async () => {
    const session = await stage.createSession(100);
    session.start();
    await stage.play(session, 20);
    stage.depictions.isSlow = true;
    await stage.watch(session, { entry: 20 });
    session.reset();
    await stage.depictions.draw();
    expect(stage.connection.look()).toEqual(['waiting']);
    expect(session.completeWasSeen).toBe(false);
  });

  test('a client that leaves is sent nothing', async () => {
    await waitingForDrawing();
    stage.connection.isOpen = false;
    await stage.depictions.draw();
    expect(stage.connection.look()).toEqual([]);
    expect(stage.faults).toEqual([]);
  });

  test('the session that was deleted ends the stream', async () => {
    const { session } = await waitingForDrawing();
    session.dispose();
    await stage.depictions.draw();
    expect([stage.connection.isOpen, stage.connection.look()]).toEqual([false, []]);
  });

  test('a session that runs again is not said to wait', async () => {
    const { viewer } = await waitingForDrawing();
    viewer.beat(15_000);
    expect(stage.connection.look()).toEqual([]);
  });
});

describe('what goes wrong', () => {
  test('a run that failed is told once, with the code of a problem, and a reset leads on', async () => {
    const session = await stage.createSession(100, 1000);
    await stage.watch(session);
    session.start();
    stage.connection.look();
    await stage.slicer.fail();
    const { sent } = stage.connection;
    expect(sent).toContain('"code":"session_failed"');
    session.play();
    expect(stage.connection.look()).toEqual(['error']);
    session.reset();
    await stage.slicer.answerAll();
    expect(stage.connection.look()).toEqual(['waiting']);
  });

  test('an exception cuts off this client alone and is reported, not thrown', async () => {
    const session = await stage.createSession(100);
    await stage.watch(session);
    const bug = new Error('a bug');
    stage.depictions.get = () => Promise.reject(bug);
    session.start();
    await stage.play(session, 3);
    expect(stage.faults).toEqual([bug]);
    expect(stage.connection.isDropped).toBe(true);
    expect(stage.tally.dropped).toBe(1);
    expect(session.state).toBe('running');
  });
});

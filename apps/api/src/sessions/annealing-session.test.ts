import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ManualSlicer, resolved, settled } from '../testing/manual-slicer.ts';
import { SessionStage } from '../testing/session-stage.ts';

let stage: SessionStage;
beforeEach(() => {
  stage = new SessionStage();
});

describe('its states', () => {
  const OK = { ok: true };
  const refused = (refusal: string) => ({ ok: false, refusal });
  test.each([
    ['idle', OK, 'running', refused('session_not_running'), 'idle'],
    ['running', refused('session_already_running'), 'running', OK, 'paused'],
    ['paused', OK, 'running', refused('session_not_running'), 'paused'],
    ['complete', refused('session_already_complete'), 'complete', refused('session_not_running'), 'complete'],
    ['failed', refused('session_failed'), 'failed', refused('session_not_running'), 'failed'],
  ] as const)('%s: start, pause and reset', async (state, start, afterStart, pause, afterPause) => {
    expect((await stage.sessionIn(state)).state).toBe(state);
    stage = new SessionStage();
    const started = await stage.sessionIn(state);
    const before = started.played;
    expect(started.start()).toEqual(start);
    expect(started.state).toBe(afterStart);
    expect(started.played).toBe(before);
    stage = new SessionStage();
    const paused = await stage.sessionIn(state);
    expect(paused.pause()).toEqual(pause);
    expect(paused.state).toBe(afterPause);
    stage = new SessionStage();
    const session = await stage.sessionIn(state);
    session.reset();
    expect([session.state, session.played, session.run]).toEqual(['idle', 0, 1]);
    await stage.slicer.answerAll();
    expect(session.position?.step).toBe(0);
    expect(session.start()).toEqual(OK);
  });
});

describe('reset', () => {
  test('abandons the slice in flight, and plays the same run again', async () => {
    const session = stage.createSession(null);
    await stage.slicer.answer();
    session.start();
    const first = stage.slicer.waiting[0]!;
    session.reset();
    expect(first.request.isStale?.()).toBe(true);
    await stage.slicer.answer();
    expect(session.computation.computed).toBe(0);
    expect(session.state).toBe('idle');
    await stage.slicer.answerAll();
    expect(session.played).toBe(0);
    session.start();
    await stage.slicer.answerAll();
    expect(session.state).toBe('complete');
  });

  test('a slice that was computed before it is not taken for one of the new run', async () => {
    const session = stage.createSession(null);
    await stage.slicer.answer();
    session.start();
    const { request, resolve } = stage.slicer.waiting.shift()!;
    session.reset();
    const answered = new ManualSlicer();
    void answered.slice({ ...request, isStale: () => false }).then(resolve);
    await answered.answer();
    await settled();
    expect([session.played, session.computation.computed]).toEqual([0, 0]);
  });

  test('while the start molecule is computed, whoever waits for the position gets the new one', async () => {
    const session = stage.createSession();
    const located = jest.fn();
    void session.located().then(located);
    session.reset();
    await stage.slicer.answer();
    expect(located).not.toHaveBeenCalled();
    await stage.slicer.answer();
    expect(located).toHaveBeenCalled();
    expect(session.position?.step).toBe(0);
  });

  test('forgets that the complete event was seen', async () => {
    const session = await stage.sessionIn('complete');
    session.noteCompleteSeen();
    expect(session.completeWasSeen).toBe(true);
    session.reset();
    expect(session.completeWasSeen).toBe(false);
  });
});

test('a slice that fails fails the session where it stands, and reset makes it good', async () => {
  const session = stage.createSession(100, resolved({ steps_per_cycle: 1000 }));
  await stage.slicer.answer();
  session.start();
  await stage.slicer.answer(60);
  stage.pass(session, 100);
  await stage.slicer.fail();
  expect([session.state, session.played, session.position?.step]).toEqual(['failed', 10, 10]);
  expect(session.failure).toMatchObject({ code: 'session_failed' });
  stage.pass(session, 1000);
  expect(session.played).toBe(10);
  expect(stage.slicer.waiting).toHaveLength(0);
  session.reset();
  await stage.slicer.answer();
  expect([session.state, session.failure]).toEqual(['idle', undefined]);
});

test('a run that is over can rest: its position and the coarse grid stay, single steps go', async () => {
  const session = stage.createSession(1000, resolved({ steps_per_cycle: 1000, num_cycles: 1 }));
  await stage.slicer.answer();
  session.start();
  await stage.slicer.answer(1000);
  session.rest();
  expect(session.computation.log.get(1)).toBeDefined();
  stage.pass(session, 1000);
  expect(session.state).toBe('complete');
  const { position } = session;
  session.rest();
  expect(session.computation.log.get(1)).toBeUndefined();
  expect(session.computation.log.get(2)?.step).toBe(2);
  expect(position?.step).toBe(1000);
  expect(session.position).toEqual(position);
});

test('keeps to its share of the memory from then on: what is behind goes, what is played and what is to come stays', async () => {
  const session = stage.createSession(200, resolved({ steps_per_cycle: 10_000, num_cycles: 1 }));
  await stage.slicer.answer();
  session.start();
  const { log } = session.computation;
  while (session.played < 2000) {
    await stage.slicer.answerAll();
    stage.pass(session, 500);
  }
  expect(log.get(1)?.step).toBe(1);
  session.keepTo({ records: 200, keyframeBytes: 0 });
  const behind = () => Array.from({ length: session.played }, (_, i) => log.get(i + 1)).filter(Boolean);
  // Two slices of 400 steps at most hold the 200, and one step in 20 is on the coarse grid.
  expect(behind().length).toBeLessThanOrEqual(800 + session.played / 20);
  expect(log.get(session.played - 199)).toBeDefined();
  expect(log.get(session.computation.computed)).toBeDefined();
  while (session.played < 4000) {
    await stage.slicer.answerAll();
    stage.pass(session, 500);
  }
  expect(behind().length).toBeLessThanOrEqual(800 + session.played / 20);
  expect(session.position?.step).toBe(session.played);
});

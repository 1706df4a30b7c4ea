import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SessionStage } from '../testing/session-stage.ts';

let stage: SessionStage;
beforeEach(() => {
  stage = new SessionStage();
});

describe('those who watch', () => {
  const observer = { changed: jest.fn(), ended: jest.fn() };
  beforeEach(() => {
    observer.changed.mockClear();
    observer.ended.mockClear();
  });

  test('hear of every change, and of nothing else', async () => {
    const session = await stage.sessionIn('idle');
    session.observe(observer);
    const heard = (act: () => void) => {
      observer.changed.mockClear();
      act();
      return observer.changed.mock.calls.length > 0;
    };
    expect(heard(() => session.start())).toBe(true);
    await stage.slicer.answer();
    expect(heard(() => stage.pass(session, 1))).toBe(false);
    expect(heard(() => stage.pass(session, 50))).toBe(true);
    expect(heard(() => session.pause())).toBe(true);
    expect(heard(() => session.pause())).toBe(false);
    expect(heard(() => session.reset())).toBe(true);
    session.unobserve(observer);
    expect(heard(() => session.start())).toBe(false);
  });

  test('are told once when it is gone, also those who stop watching then', async () => {
    const session = await stage.sessionIn('running');
    const leaving = { changed: jest.fn(), ended: jest.fn(() => session.unobserve(observer)) };
    session.observe(leaving);
    session.observe(observer);
    session.dispose();
    expect(leaving.ended).toHaveBeenCalledTimes(1);
    expect(observer.ended).toHaveBeenCalledTimes(1);
    expect(session.isGone).toBe(true);
    await stage.slicer.answerAll();
    stage.pass(session, 1000);
    expect(observer.changed).not.toHaveBeenCalled();
    expect(stage.slicer.waiting).toHaveLength(0);
  });
});

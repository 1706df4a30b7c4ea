import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { SessionState } from '@webfaulon/protocol';
import { advance, prepareAnnealing, startCheckpoint } from '@webfaulon/sa-core';
import { ManualSlicer, resolved, settled } from '../testing/manual-slicer.ts';
import { IDENTITY } from '../testing/owners.ts';
import { AnnealingSession } from './annealing-session.ts';

let slicer: ManualSlicer;
let now: number;
beforeEach(() => {
  slicer = new ManualSlicer();
  now = 1000;
});

function createSession(stepsPerSecond: number | null = 100, configuration = resolved()): AnnealingSession {
  return new AnnealingSession(IDENTITY, configuration, stepsPerSecond, slicer, () => now);
}

/** Lets time pass and plays what is due. */
function pass(session: AnnealingSession, milliseconds: number): void {
  now += milliseconds;
  session.play();
}

/** A session in a state, come there as sessions do. */
async function sessionIn(state: SessionState): Promise<AnnealingSession> {
  const session = createSession();
  if (state === 'failed') {
    await slicer.fail();
    return session;
  }
  await slicer.answer();
  if (state === 'idle') return session;
  session.start();
  await slicer.answer();
  pass(session, state === 'complete' ? 200 : 50);
  if (state === 'paused') session.pause();
  return session;
}

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
    expect((await sessionIn(state)).state).toBe(state);
    slicer = new ManualSlicer();
    const started = await sessionIn(state);
    const before = started.played;
    expect(started.start()).toEqual(start);
    expect(started.state).toBe(afterStart);
    expect(started.played).toBe(before);
    slicer = new ManualSlicer();
    const paused = await sessionIn(state);
    expect(paused.pause()).toEqual(pause);
    expect(paused.state).toBe(afterPause);
    slicer = new ManualSlicer();
    const session = await sessionIn(state);
    session.reset();
    expect([session.state, session.played, session.run]).toEqual(['idle', 0, 1]);
    await slicer.answerAll();
    expect(session.position?.step).toBe(0);
    expect(session.start()).toEqual(OK);
  });
});

describe('with a pace', () => {
  test('plays what is due, and completes with the last step', async () => {
    const session = await sessionIn('running');
    expect(session.played).toBe(5);
    expect(session.position?.step).toBe(5);
    pass(session, 100);
    expect(session.played).toBe(15);
    pass(session, 1000);
    expect([session.played, session.state]).toEqual([20, 'complete']);
  });

  test('a pause holds it at its step while slices come in, and start goes on from there', async () => {
    const session = createSession(100, resolved({ steps_per_cycle: 1000 }));
    await slicer.answer();
    session.start();
    await slicer.answer(60);
    pass(session, 100);
    expect(slicer.waiting).toHaveLength(1);
    session.pause();
    await slicer.answer();
    pass(session, 5000);
    expect([session.played, session.state]).toEqual([10, 'paused']);
    // Nothing more is computed for it.
    expect(slicer.waiting).toHaveLength(0);
    session.start();
    expect(session.played).toBe(10);
    pass(session, 50);
    expect(session.played).toBe(15);
  });

  test('computes a bounded way ahead, one slice at a time', async () => {
    const session = createSession(1000, resolved({ steps_per_cycle: 100_000 }));
    await slicer.answer();
    session.start();
    for (let i = 0; i < 50; i++) {
      expect(slicer.waiting.length).toBeLessThanOrEqual(1);
      if (slicer.waiting.length === 1) await slicer.answer();
      expect(session.computation.computed - session.played).toBeLessThanOrEqual(1000);
      pass(session, 20 * (i % 7));
    }
    expect(session.played).toBeGreaterThan(1000);
  });

  test('asks with the time at which it runs dry', async () => {
    const session = createSession(100, resolved({ steps_per_cycle: 1000 }));
    await slicer.answer();
    session.start();
    expect(slicer.waiting[0]!.request.sliceClass).toBe('prompt');
    await slicer.answer(60);
    expect(slicer.waiting[0]!.request).toMatchObject({ sliceClass: 'paced', deadline: 1000 + 610 });
  });

  test('shows the same steps however the slices fall', async () => {
    const configuration = resolved();
    const annealing = prepareAnnealing(configuration);
    const { records } = advance(annealing, startCheckpoint(annealing), 20);
    for (const most of [1, 3, 20]) {
      slicer = new ManualSlicer();
      const session = createSession(100, configuration);
      session.start();
      while (slicer.waiting.length > 0) await slicer.answer(most);
      pass(session, 200);
      const energies = records.step.map((step) => session.computation.log.get(step)?.current_energy);
      expect(energies).toEqual(records.current_energy);
    }
  });
});

describe('a run that a stop rule ends', () => {
  const configuration = resolved({
    formula: 'C10H16',
    steps_per_cycle: 1000,
    stop_after_steps_without_improvement: 25,
  });
  const annealing = prepareAnnealing(configuration);
  const { checkpoint } = advance(annealing, startCheckpoint(annealing), 2000);
  const end = checkpoint.step;

  test.each([100, null])(
    'is complete at that step, at the pace %p, and again after a reset',
    async (pace) => {
      expect(end).toBeLessThan(2000);
      expect(end % 4).not.toBe(0);
      const session = createSession(pace, configuration);
      for (let run = 0; run < 2; run++) {
        await slicer.answer();
        session.start();
        while (session.state === 'running') {
          expect(session.played).toBeLessThan(end);
          if (slicer.waiting.length > 0) await slicer.answer(7);
          pass(session, 70);
        }
        expect([session.state, session.played, session.position?.step]).toEqual(['complete', end, end]);
        expect([session.lastStep, session.totalSteps]).toEqual([end, 2000]);
        session.rest();
        expect(session.computation.log.get(end)?.step).toBe(end);
        expect(session.position?.step).toBe(end);
        session.reset();
        expect([session.state, session.played, session.lastStep]).toEqual(['idle', 0, 2000]);
      }
    },
  );

  test('has its end played on the clock, although it is computed before', async () => {
    const session = createSession(100, configuration);
    await slicer.answer();
    session.start();
    await slicer.answerAll();
    expect([session.lastStep, session.played, session.state]).toEqual([end, 0, 'running']);
    pass(session, 10 * (end - 1) + 5);
    expect([session.played, session.state]).toEqual([end - 1, 'running']);
    session.pause();
    expect(session.state).toBe('paused');
    session.start();
    pass(session, 15);
    expect([session.played, session.state]).toEqual([end, 'complete']);
    expect(session.start()).toEqual({ ok: false, refusal: 'session_already_complete' });
  });
});

describe('without a pace', () => {
  test('plays what is computed as it comes', async () => {
    const session = createSession(null, resolved({ steps_per_cycle: 1000 }));
    await slicer.answer();
    session.start();
    expect(slicer.waiting[0]!.request.sliceClass).toBe('prompt');
    await slicer.answer(7);
    // Off the grid that is recorded, and yet known.
    expect(session.played).toBe(7);
    expect(session.position?.step).toBe(7);
    expect(slicer.waiting[0]!.request.sliceClass).toBe('unthrottled');
    await slicer.answerAll();
    expect([session.played, session.state, session.position?.step]).toEqual([2000, 'complete', 2000]);
  });

  test('goes before others until it has something to show, but for five slices at most', async () => {
    const classesOfSlices = async (mostSteps: number) => {
      const session = createSession(null, resolved({ steps_per_cycle: 100_000, num_cycles: 1 }));
      await slicer.answer();
      session.start();
      const classes: string[] = [];
      for (let slice = 0; slice < 7; slice++) {
        classes.push(slicer.waiting[0]!.request.sliceClass);
        await slicer.answer(mostSteps);
      }
      session.dispose();
      await slicer.answerAll();
      return classes;
    };
    // The first step that is shown is step 200.
    const prompt = (count: number) =>
      Array.from({ length: 7 }, (_, i) => (i < count ? 'prompt' : 'unthrottled'));
    expect(await classesOfSlices(100)).toEqual(prompt(2));
    expect(await classesOfSlices(10)).toEqual(prompt(5));
  });

  test('a pause holds it at once, although the slice in flight comes in', async () => {
    const session = createSession(null, resolved({ steps_per_cycle: 1000 }));
    await slicer.answer();
    session.start();
    await slicer.answer(7);
    session.pause();
    await slicer.answer(100);
    expect([session.played, session.position?.step]).toEqual([7, 7]);
    session.start();
    await slicer.answer(100);
    expect([session.played, session.position?.step]).toEqual([107, 107]);
  });
});

describe('single steps', () => {
  test('are played as fast as they come, and then it holds', async () => {
    for (const pace of [1, null]) {
      slicer = new ManualSlicer();
      const session = createSession(pace, resolved({ steps_per_cycle: 1000 }));
      await slicer.answer();
      const done = jest.fn();
      expect(session.step(7, done)).toEqual({ ok: true });
      expect(session.state).toBe('running');
      expect(session.step(1, done)).toEqual({ ok: false, refusal: 'session_already_running' });
      // Nobody's turn is taken for steps that nobody asked for.
      expect(slicer.waiting[0]!.request.task.steps).toBe(7);
      await slicer.answer(4);
      expect([session.played, done.mock.calls.length]).toEqual([4, 0]);
      await slicer.answer();
      expect([session.played, session.state, session.position?.step]).toEqual([7, 'paused', 7]);
      expect(done).toHaveBeenCalledTimes(1);
      expect(slicer.waiting).toHaveLength(0);
    }
  });

  test('end with the run, at a pause, a reset, a failure and the end of the session', async () => {
    const session = createSession(1);
    await slicer.answer();
    const done = jest.fn();
    session.step(100, done);
    await slicer.answer();
    expect([session.state, done.mock.calls.length]).toEqual(['complete', 1]);
    expect(session.step(1, done)).toEqual({ ok: false, refusal: 'session_already_complete' });
    session.reset();
    await slicer.answer();
    for (const end of [() => session.pause(), () => session.reset(), () => slicer.fail()]) {
      session.step(3, done);
      const before = done.mock.calls.length;
      await end();
      expect(done).toHaveBeenCalledTimes(before + 1);
      session.reset();
      await slicer.answerAll();
    }
    session.step(3, done);
    const before = done.mock.calls.length;
    session.dispose();
    expect(done).toHaveBeenCalledTimes(before + 1);
  });
});

describe('another pace', () => {
  test('counts from the played step on, at once', async () => {
    const session = createSession(100, resolved({ steps_per_cycle: 1000 }));
    await slicer.answer();
    session.start();
    await slicer.answer();
    pass(session, 100);
    expect(session.played).toBe(10);
    session.setPace(1000);
    expect(session.stepsPerSecond).toBe(1000);
    pass(session, 50);
    expect(session.played).toBe(60);
    session.setPace(0.1);
    pass(session, 9000);
    expect(session.played).toBe(60);
  });

  test('none plays what is computed ahead, and a slice of the other kind is dropped', async () => {
    const session = createSession(100, resolved({ steps_per_cycle: 1000 }));
    await slicer.answer();
    session.start();
    await slicer.answer(60);
    const inFlight = slicer.waiting[0]!;
    session.setPace(null);
    expect(inFlight.request.isStale?.()).toBe(true);
    expect(session.played).toBe(60);
    await slicer.answer();
    await slicer.answer(1000);
    expect(session.played).toBe(1060);
    session.setPace(100);
    await slicer.answer();
    expect(slicer.waiting[0]!.request.task).toMatchObject({ every: 1, checkpoint: { step: 1060 } });
    await slicer.answer();
    pass(session, 100);
    expect([session.played, session.position?.step]).toEqual([1070, 1070]);
    expect(session.computation.log.get(1069)?.step).toBe(1069);
  });

  test('changes nothing of a session that does not run', async () => {
    const session = await sessionIn('paused');
    session.setPace(null);
    pass(session, 1000);
    expect([session.played, session.state, session.position?.step]).toEqual([5, 'paused', 5]);
  });
});

describe('reset', () => {
  test('abandons the slice in flight, and plays the same run again', async () => {
    const session = createSession(null);
    await slicer.answer();
    session.start();
    const first = slicer.waiting[0]!;
    session.reset();
    expect(first.request.isStale?.()).toBe(true);
    await slicer.answer();
    expect(session.computation.computed).toBe(0);
    expect(session.state).toBe('idle');
    await slicer.answerAll();
    expect(session.played).toBe(0);
    session.start();
    await slicer.answerAll();
    expect(session.state).toBe('complete');
  });

  test('a slice that was computed before it is not taken for one of the new run', async () => {
    const session = createSession(null);
    await slicer.answer();
    session.start();
    const { request, resolve } = slicer.waiting.shift()!;
    session.reset();
    const answered = new ManualSlicer();
    void answered.slice({ ...request, isStale: () => false }).then(resolve);
    await answered.answer();
    await settled();
    expect([session.played, session.computation.computed]).toEqual([0, 0]);
  });

  test('while the start molecule is computed, whoever waits for the position gets the new one', async () => {
    const session = createSession();
    const located = jest.fn();
    void session.located().then(located);
    session.reset();
    await slicer.answer();
    expect(located).not.toHaveBeenCalled();
    await slicer.answer();
    expect(located).toHaveBeenCalled();
    expect(session.position?.step).toBe(0);
  });

  test('forgets that the complete event was seen', async () => {
    const session = await sessionIn('complete');
    session.noteCompleteSeen();
    expect(session.completeWasSeen).toBe(true);
    session.reset();
    expect(session.completeWasSeen).toBe(false);
  });
});

test('a slice that fails fails the session where it stands, and reset makes it good', async () => {
  const session = createSession(100, resolved({ steps_per_cycle: 1000 }));
  await slicer.answer();
  session.start();
  await slicer.answer(60);
  pass(session, 100);
  await slicer.fail();
  expect([session.state, session.played, session.position?.step]).toEqual(['failed', 10, 10]);
  expect(session.failure).toMatchObject({ code: 'session_failed' });
  pass(session, 1000);
  expect(session.played).toBe(10);
  expect(slicer.waiting).toHaveLength(0);
  session.reset();
  await slicer.answer();
  expect([session.state, session.failure]).toEqual(['idle', undefined]);
});

test('a run that is over can rest: its position and the coarse grid stay, single steps go', async () => {
  const session = createSession(1000, resolved({ steps_per_cycle: 1000, num_cycles: 1 }));
  await slicer.answer();
  session.start();
  await slicer.answer(1000);
  session.rest();
  expect(session.computation.log.get(1)).toBeDefined();
  pass(session, 1000);
  expect(session.state).toBe('complete');
  const { position } = session;
  session.rest();
  expect(session.computation.log.get(1)).toBeUndefined();
  expect(session.computation.log.get(2)?.step).toBe(2);
  expect(position?.step).toBe(1000);
  expect(session.position).toEqual(position);
});

test('keeps to its share of the memory from then on: what is behind goes, what is played and what is to come stays', async () => {
  const session = createSession(200, resolved({ steps_per_cycle: 10_000, num_cycles: 1 }));
  await slicer.answer();
  session.start();
  const { log } = session.computation;
  while (session.played < 2000) {
    await slicer.answerAll();
    pass(session, 500);
  }
  expect(log.get(1)?.step).toBe(1);
  session.keepTo({ records: 200, keyframeBytes: 0 });
  const behind = () => Array.from({ length: session.played }, (_, i) => log.get(i + 1)).filter(Boolean);
  // Two slices of 400 steps at most hold the 200, and one step in 20 is on the coarse grid.
  expect(behind().length).toBeLessThanOrEqual(800 + session.played / 20);
  expect(log.get(session.played - 199)).toBeDefined();
  expect(log.get(session.computation.computed)).toBeDefined();
  while (session.played < 4000) {
    await slicer.answerAll();
    pass(session, 500);
  }
  expect(behind().length).toBeLessThanOrEqual(800 + session.played / 20);
  expect(session.position?.step).toBe(session.played);
});

describe('those who watch', () => {
  const observer = { changed: jest.fn(), ended: jest.fn() };
  beforeEach(() => {
    observer.changed.mockClear();
    observer.ended.mockClear();
  });

  test('hear of every change, and of nothing else', async () => {
    const session = await sessionIn('idle');
    session.observe(observer);
    const heard = (act: () => void) => {
      observer.changed.mockClear();
      act();
      return observer.changed.mock.calls.length > 0;
    };
    expect(heard(() => session.start())).toBe(true);
    await slicer.answer();
    expect(heard(() => pass(session, 1))).toBe(false);
    expect(heard(() => pass(session, 50))).toBe(true);
    expect(heard(() => session.pause())).toBe(true);
    expect(heard(() => session.pause())).toBe(false);
    expect(heard(() => session.reset())).toBe(true);
    session.unobserve(observer);
    expect(heard(() => session.start())).toBe(false);
  });

  test('are told once when it is gone, also those who stop watching then', async () => {
    const session = await sessionIn('running');
    const leaving = { changed: jest.fn(), ended: jest.fn(() => session.unobserve(observer)) };
    session.observe(leaving);
    session.observe(observer);
    session.dispose();
    expect(leaving.ended).toHaveBeenCalledTimes(1);
    expect(observer.ended).toHaveBeenCalledTimes(1);
    expect(session.isGone).toBe(true);
    await slicer.answerAll();
    pass(session, 1000);
    expect(observer.changed).not.toHaveBeenCalled();
    expect(slicer.waiting).toHaveLength(0);
  });
});

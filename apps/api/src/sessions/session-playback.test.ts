import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { advance, prepareAnnealing, startCheckpoint } from '@webfaulon/sa-core';
import { resolved } from '../testing/manual-slicer.ts';
import { SessionStage } from '../testing/session-stage.ts';

let stage: SessionStage;
beforeEach(() => {
  stage = new SessionStage();
});

describe('with a pace', () => {
  test('plays what is due, and completes with the last step', async () => {
    const session = await stage.sessionIn('running');
    expect(session.played).toBe(5);
    expect(session.position?.step).toBe(5);
    stage.pass(session, 100);
    expect(session.played).toBe(15);
    stage.pass(session, 1000);
    expect([session.played, session.state]).toEqual([20, 'complete']);
  });

  test('a pause holds it at its step while slices come in, and start goes on from there', async () => {
    const session = stage.createSession(100, resolved({ steps_per_cycle: 1000 }));
    await stage.slicer.answer();
    session.start();
    await stage.slicer.answer(60);
    stage.pass(session, 100);
    expect(stage.slicer.waiting).toHaveLength(1);
    session.pause();
    await stage.slicer.answer();
    stage.pass(session, 5000);
    expect([session.played, session.state]).toEqual([10, 'paused']);
    // Nothing more is computed for it.
    expect(stage.slicer.waiting).toHaveLength(0);
    session.start();
    expect(session.played).toBe(10);
    stage.pass(session, 50);
    expect(session.played).toBe(15);
  });

  test('computes a bounded way ahead, one slice at a time', async () => {
    const session = stage.createSession(1000, resolved({ steps_per_cycle: 100_000 }));
    await stage.slicer.answer();
    session.start();
    for (let i = 0; i < 50; i++) {
      expect(stage.slicer.waiting.length).toBeLessThanOrEqual(1);
      if (stage.slicer.waiting.length === 1) await stage.slicer.answer();
      expect(session.computation.computed - session.played).toBeLessThanOrEqual(1000);
      stage.pass(session, 20 * (i % 7));
    }
    expect(session.played).toBeGreaterThan(1000);
  });

  test('asks with the time at which it runs dry', async () => {
    const session = stage.createSession(100, resolved({ steps_per_cycle: 1000 }));
    await stage.slicer.answer();
    session.start();
    expect(stage.slicer.waiting[0]!.request.sliceClass).toBe('prompt');
    await stage.slicer.answer(60);
    expect(stage.slicer.waiting[0]!.request).toMatchObject({ sliceClass: 'paced', deadline: 1000 + 610 });
  });

  test('shows the same steps however the slices fall', async () => {
    const configuration = resolved();
    const annealing = prepareAnnealing(configuration);
    const { records } = advance(annealing, startCheckpoint(annealing), 20);
    for (const most of [1, 3, 20]) {
      stage = new SessionStage();
      const session = stage.createSession(100, configuration);
      session.start();
      while (stage.slicer.waiting.length > 0) await stage.slicer.answer(most);
      stage.pass(session, 200);
      const energies = records.step.map((step) => session.computation.log.get(step)?.current_energy);
      expect(energies).toEqual(records.current_energy);
    }
  });
});

describe('without a pace', () => {
  test('plays what is computed as it comes', async () => {
    const session = stage.createSession(null, resolved({ steps_per_cycle: 1000 }));
    await stage.slicer.answer();
    session.start();
    expect(stage.slicer.waiting[0]!.request.sliceClass).toBe('prompt');
    await stage.slicer.answer(7);
    // Off the grid that is recorded, and yet known.
    expect(session.played).toBe(7);
    expect(session.position?.step).toBe(7);
    expect(stage.slicer.waiting[0]!.request.sliceClass).toBe('unthrottled');
    await stage.slicer.answerAll();
    expect([session.played, session.state, session.position?.step]).toEqual([2000, 'complete', 2000]);
  });

  test('goes before others until it has something to show, but for five slices at most', async () => {
    const classesOfSlices = async (mostSteps: number) => {
      const session = stage.createSession(null, resolved({ steps_per_cycle: 100_000, num_cycles: 1 }));
      await stage.slicer.answer();
      session.start();
      const classes: string[] = [];
      for (let slice = 0; slice < 7; slice++) {
        classes.push(stage.slicer.waiting[0]!.request.sliceClass);
        await stage.slicer.answer(mostSteps);
      }
      session.dispose();
      await stage.slicer.answerAll();
      return classes;
    };
    // The first step that is shown is step 200.
    const prompt = (count: number) =>
      Array.from({ length: 7 }, (_, i) => (i < count ? 'prompt' : 'unthrottled'));
    expect(await classesOfSlices(100)).toEqual(prompt(2));
    expect(await classesOfSlices(10)).toEqual(prompt(5));
  });

  test('a pause holds it at once, although the slice in flight comes in', async () => {
    const session = stage.createSession(null, resolved({ steps_per_cycle: 1000 }));
    await stage.slicer.answer();
    session.start();
    await stage.slicer.answer(7);
    session.pause();
    await stage.slicer.answer(100);
    expect([session.played, session.position?.step]).toEqual([7, 7]);
    session.start();
    await stage.slicer.answer(100);
    expect([session.played, session.position?.step]).toEqual([107, 107]);
  });
});

describe('single steps', () => {
  test('are played as fast as they come, and then it holds', async () => {
    for (const pace of [1, null]) {
      stage = new SessionStage();
      const session = stage.createSession(pace, resolved({ steps_per_cycle: 1000 }));
      await stage.slicer.answer();
      const done = jest.fn();
      expect(session.step(7, done)).toEqual({ ok: true });
      expect(session.state).toBe('running');
      expect(session.step(1, done)).toEqual({ ok: false, refusal: 'session_already_running' });
      // Nobody's turn is taken for steps that nobody asked for.
      expect(stage.slicer.waiting[0]!.request.task.steps).toBe(7);
      await stage.slicer.answer(4);
      expect([session.played, done.mock.calls.length]).toEqual([4, 0]);
      await stage.slicer.answer();
      expect([session.played, session.state, session.position?.step]).toEqual([7, 'paused', 7]);
      expect(done).toHaveBeenCalledTimes(1);
      expect(stage.slicer.waiting).toHaveLength(0);
    }
  });

  test('end with the run, at a pause, a reset, a failure and the end of the session', async () => {
    const session = stage.createSession(1);
    await stage.slicer.answer();
    const done = jest.fn();
    session.step(100, done);
    await stage.slicer.answer();
    expect([session.state, done.mock.calls.length]).toEqual(['complete', 1]);
    expect(session.step(1, done)).toEqual({ ok: false, refusal: 'session_already_complete' });
    session.reset();
    await stage.slicer.answer();
    for (const end of [() => session.pause(), () => session.reset(), () => stage.slicer.fail()]) {
      session.step(3, done);
      const before = done.mock.calls.length;
      await end();
      expect(done).toHaveBeenCalledTimes(before + 1);
      session.reset();
      await stage.slicer.answerAll();
    }
    session.step(3, done);
    const before = done.mock.calls.length;
    session.dispose();
    expect(done).toHaveBeenCalledTimes(before + 1);
  });
});

describe('another pace', () => {
  test('counts from the played step on, at once', async () => {
    const session = stage.createSession(100, resolved({ steps_per_cycle: 1000 }));
    await stage.slicer.answer();
    session.start();
    await stage.slicer.answer();
    stage.pass(session, 100);
    expect(session.played).toBe(10);
    session.setPace(1000);
    expect(session.stepsPerSecond).toBe(1000);
    stage.pass(session, 50);
    expect(session.played).toBe(60);
    session.setPace(0.1);
    stage.pass(session, 9000);
    expect(session.played).toBe(60);
  });

  test('none plays what is computed ahead, and a slice of the other kind is dropped', async () => {
    const session = stage.createSession(100, resolved({ steps_per_cycle: 1000 }));
    await stage.slicer.answer();
    session.start();
    await stage.slicer.answer(60);
    const inFlight = stage.slicer.waiting[0]!;
    session.setPace(null);
    expect(inFlight.request.isStale?.()).toBe(true);
    expect(session.played).toBe(60);
    await stage.slicer.answer();
    await stage.slicer.answer(1000);
    expect(session.played).toBe(1060);
    session.setPace(100);
    await stage.slicer.answer();
    expect(stage.slicer.waiting[0]!.request.task).toMatchObject({ every: 1, checkpoint: { step: 1060 } });
    await stage.slicer.answer();
    stage.pass(session, 100);
    expect([session.played, session.position?.step]).toEqual([1070, 1070]);
    expect(session.computation.log.get(1069)?.step).toBe(1069);
  });

  test('changes nothing of a session that does not run', async () => {
    const session = await stage.sessionIn('paused');
    session.setPace(null);
    stage.pass(session, 1000);
    expect([session.played, session.state, session.position?.step]).toEqual([5, 'paused', 5]);
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
      const session = stage.createSession(pace, configuration);
      for (let run = 0; run < 2; run++) {
        await stage.slicer.answer();
        session.start();
        while (session.state === 'running') {
          expect(session.played).toBeLessThan(end);
          if (stage.slicer.waiting.length > 0) await stage.slicer.answer(7);
          stage.pass(session, 70);
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
    const session = stage.createSession(100, configuration);
    await stage.slicer.answer();
    session.start();
    await stage.slicer.answerAll();
    expect([session.lastStep, session.played, session.state]).toEqual([end, 0, 'running']);
    stage.pass(session, 10 * (end - 1) + 5);
    expect([session.played, session.state]).toEqual([end - 1, 'running']);
    session.pause();
    expect(session.state).toBe('paused');
    session.start();
    stage.pass(session, 15);
    expect([session.played, session.state]).toEqual([end, 'complete']);
    expect(session.start()).toEqual({ ok: false, refusal: 'session_already_complete' });
  });
});

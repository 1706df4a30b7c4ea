import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createApiClient } from '@webfaulon/client';
import { ApiServer } from '../../../../scripts/support/api-server.ts';
import { RunStore } from '../run/run-store.ts';
import { systemClock } from '../runner/runner-clock.ts';
import { ServerRunner } from '../runner/server-runner.ts';
import type { RunPlan } from '../setup/setup.ts';
import { ClassStore, type Memory } from './class-store.ts';

const RUN = { formula: 'C6H14', steps_per_cycle: 60, num_cycles: 1 };
const visibility = { isVisible: () => true, onChange: () => () => {} };

let server: ApiServer;
beforeAll(async () => {
  server = await ApiServer.start();
});
afterAll(() => server.kill());

const leaving: (() => void)[] = [];
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});

/** A page with a browser's memory; a second one with the same memory is a reload. */
function openPage(memory: Memory = memoryOf()) {
  const runner = new ServerRunner(server.url, systemClock);
  const run = new RunStore(runner);
  const api = createApiClient({ baseUrl: server.url });
  const classes = new ClassStore(run, { api, memory, clock: systemClock, visibility });
  leaving.push(() => {
    // A member whose report is still due would try again for as long as there is no server.
    classes.leave();
    runner.dispose();
  });
  const opened: RunPlan[] = [];
  let shown = 0;
  const screen = {
    open: (plan: RunPlan) => {
      opened.push(plan);
      return run.open(plan.configuration, plan.pace);
    },
    show: () => void shown++,
    opened,
    timesShown: () => shown,
  };
  return { run, api, memory, classes, screen };
}

function memoryOf(): Memory {
  const kept = new Map<string, string>();
  return { read: (key) => kept.get(key) ?? null, write: (key, value) => void kept.set(key, value) };
}

async function until(isTrue: () => Promise<boolean> | boolean): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It did not come true.');
}

async function openClass(): Promise<string> {
  const { classes } = openPage();
  expect(await classes.open(RUN, ' Hexanes ')).toBeNull();
  expect(classes.shown.value?.kind).toBe('board');
  return classes.shown.value!.code;
}

test('a member’s run is reported to its end, and the board tells what it found', async () => {
  const code = await openClass();
  const { classes, run, api, screen } = openPage();
  expect(await classes.join(code, 'Ada')).toBeNull();
  expect(classes.membership.value).toMatchObject({ code, number: 1, nickname: 'Ada' });
  expect(classes.isMine()).toBe(false);
  await classes.play(screen);
  expect(classes.isMine()).toBe(true);
  expect([classes.shown.value, classes.address.value]).toEqual([null, { kind: 'invitation', code }]);
  await run.setPace(null);
  await until(async () => {
    const { steps_played, is_up_to_date } = await api.classBoard(code);
    return steps_played === 60 && is_up_to_date;
  });
  const board = await api.classBoard(code);
  expect(board).toMatchObject({ title: 'Hexanes', members: 1, total: 5 });
  expect(board.isomers[0]).toMatchObject({ first_finder: 'Ada', first_finder_number: 1 });
  expect(classes.reporting.value).toBeNull();
});

test('a reload keeps the place, and brings the run to where it was', async () => {
  const code = await openClass();
  const before = openPage();
  await before.classes.join(code, '');
  await before.classes.play(before.screen);
  await before.run.stepBy(25);
  await until(() => before.classes.membership.value?.step === 25);

  const after = openPage(before.memory);
  expect(after.classes.membership.value).toEqual(before.classes.membership.value);
  await after.classes.play(after.screen);
  expect(after.run.step.value).toBeGreaterThanOrEqual(25);
  expect(after.run.state.value).toBe('running');
  expect(
    after.run
      .points()
      .map(({ step }) => step)
      .slice(0, 26),
  ).toEqual(Array.from({ length: 26 }, (_, i) => i));
});

test('an impatient second tap opens no second run, and a later one shows the run as it stands', async () => {
  const code = await openClass();
  const { classes, run, screen } = openPage();
  await classes.join(code, '');
  await Promise.all([classes.play(screen), classes.play(screen)]);
  expect(screen.opened.map(({ pace }) => pace)).toEqual([2]);
  await run.pause();
  await classes.play(screen);
  expect([screen.opened.length, screen.timesShown(), run.state.value]).toEqual([1, 1, 'paused']);
});

test('a run that is refused leads to the invitation', async () => {
  const code = await openClass();
  const { classes, screen } = openPage();
  await classes.join(code, '');
  await classes.play({ ...screen, open: async () => false });
  expect(classes.shown.value).toEqual({ kind: 'invitation', code });
});

test('a place that is left is forgotten', async () => {
  const code = await openClass();
  const { classes, memory } = openPage();
  await classes.join(code, 'Ada');
  classes.leave();
  expect(classes.membership.value).toBeNull();
  expect(openPage(memory).classes.membership.value).toBeNull();
});

test('another run is not reported', async () => {
  const code = await openClass();
  const { classes, run, api } = openPage();
  await classes.join(code, '');
  await run.open({ ...RUN, seed: 3 }, null);
  await until(() => run.state.value === 'complete');
  expect(classes.isMine()).toBe(false);
  expect((await api.classBoard(code)).steps_played).toBe(0);
});

test('says why a class cannot be joined or opened', async () => {
  const { classes } = openPage();
  expect(await classes.join('XXXXXX', '')).toMatchObject({ kind: 'gone' });
  expect(classes.membership.value).toBeNull();
  expect(await classes.open({ ...RUN, steps_per_cycle: 300_000 }, '')).toMatchObject({ kind: 'refused' });
  expect(classes.shown.value).toBeNull();
});

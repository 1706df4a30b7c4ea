import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ScoringComponents,
  type SessionHistory,
  type SessionIsomers,
  type StepExplanation,
  scoringComponents,
  sessionHistory,
  sessionIsomers,
  stepExplanation,
} from '@webfaulon/protocol';
import { canonicalKekuleSmiles, readSmiles } from '@webfaulon/sa-core';
import { eventually } from '../testing/eventually.ts';
import { expectedRun } from '../testing/expected-run.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const RUN = { formula: 'C6H14', steps_per_cycle: 3000, num_cycles: 2, steps_per_second: null };
const LONG = { formula: 'C10H16', steps_per_cycle: 150_000, num_cycles: 1, steps_per_second: null };

let server: TestServer;
/** A complete RUN. */
let run: string;
let expected: ReturnType<typeof expectedRun>;

beforeAll(async () => {
  server = await startTestServer();
  run = await server.configureAndStart(RUN);
  await server.watch(run);
  const { steps_per_second: _, ...configuration } = RUN;
  expected = expectedRun(configuration);
});

afterAll(() => server.stop());

async function get<Body>(path: string): Promise<Body> {
  const response = await server.fetch(path);
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as Body;
}

async function refusalOf(path: string): Promise<unknown> {
  const response = await server.fetch(path);
  expect(response.ok).toBe(false);
  const { code, detail, errors } = (await response.json()) as Record<string, unknown>;
  return { status: response.status, code, detail, errors };
}

const historyOf = (id: string, query = '') => get<SessionHistory>(`/api/sa/${id}/history${query}`);
const isomersOf = (id: string, query = '') => get<SessionIsomers>(`/api/sa/${id}/isomers${query}`);

/** Once the search has come to the played position: one answer takes part of it where the machine is busy. */
async function allIsomersOf(id: string): Promise<SessionIsomers> {
  for (;;) {
    const isomers = await isomersOf(id);
    if (isomers.is_up_to_date) return isomers;
  }
}

const explanationOf = (id: string, n: number) => get<StepExplanation>(`/api/sa/${id}/steps/${n}`);

/** A paused session that has played so many steps. */
async function pausedAt(step: number, configuration: object = RUN): Promise<string> {
  const id = await server.configure(configuration);
  for (let played = 0; played < step; played += Math.min(1000, step - played)) {
    await server.post(`/api/sa/${id}/step`, { steps: Math.min(1000, step - played) });
  }
  return id;
}

describe('GET history', () => {
  test('a window of few steps has all of them, as the run had them', async () => {
    const history = await historyOf(run, '?from=2101&to=2400&max_points=300');
    sessionHistory.strict().parse(history);
    const window = expected.slice(2100, 2400);
    expect(history).toEqual({
      session_id: run,
      from: 2101,
      to: 2400,
      stride: 1,
      step: window.map(({ step }) => step),
      temperature: window.map(({ temperature }) => temperature),
      current_energy: window.map(({ current_energy }) => current_energy),
      best_energy: window.map(({ best_energy }) => best_energy),
      accepted_moves: window.map(({ accepted_moves }) => accepted_moves),
    });
  });

  test('a window of many is thinned, and keeps its ends and its extremes', async () => {
    const history = await historyOf(run, '?max_points=40');
    expect(history.step.length).toBeLessThanOrEqual(40);
    expect([history.from, history.to, history.step[0], history.step.at(-1)]).toEqual([1, 6000, 1, 6000]);
    const scores = expected.map(({ current_energy }) => current_energy);
    expect(Math.min(...history.current_energy)).toBe(Math.min(...scores));
    expect(Math.max(...history.current_energy)).toBe(Math.max(...scores));
    expect(history.current_energy).toEqual(history.step.map((step) => scores[step - 1]));
  });

  test('only what was played, and nothing of a run that is not started', async () => {
    const id = await pausedAt(50);
    expect((await historyOf(id, '?to=6000')).step).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(await historyOf(id, '?from=51')).toMatchObject({ step: [], temperature: [] });
    expect(await historyOf(await server.configure(RUN))).toMatchObject({ from: 1, to: 0, step: [] });
  });

  test('a window wider than can be computed again at once comes from the coarse grid', async () => {
    const id = await server.configureAndStart(LONG);
    await server.watch(id);
    const history = await historyOf(id, '?max_points=5000');
    expect([history.stride, history.step.length, history.step.at(-1)]).toEqual([300, 500, 150_000]);
    expect((await historyOf(id, '?from=100001&to=100010')).step).toHaveLength(10);
  }, 60_000);

  test('422 for what is no window', async () => {
    expect(await refusalOf(`/api/sa/${run}/history?from=x&max_points=2`)).toMatchObject({
      status: 422,
      code: 'validation_failed',
      errors: [{ pointer: '/from' }, { pointer: '/max_points' }],
    });
  });
});

describe('GET isomers', () => {
  test('every isomer that the run stood at, with its score, first step and visits', async () => {
    const all = await allIsomersOf(run);
    sessionIsomers.strict().parse(all);
    const visits = new Map<string, number>();
    for (const { current_smiles } of expected)
      visits.set(current_smiles, (visits.get(current_smiles) ?? 0) + 1);
    expect(all).toMatchObject({
      step: 6000,
      is_up_to_date: true,
      is_full: false,
      total: 5,
      next_cursor: null,
    });
    expect(all.total_found).toBe(all.isomers.length);
    for (const { smiles, score, first_step, visits: told } of all.isomers) {
      const met = expected.find(({ current_smiles }) => current_smiles === smiles)!;
      expect([score, told]).toEqual([met.current_energy, visits.get(smiles)]);
      expect(first_step === 0 ? 1 : first_step).toBe(met.step);
      expect(canonicalKekuleSmiles(readSmiles(smiles))).toBe(smiles);
    }
    expect(await server.status(run)).toMatchObject({ isomers_found: all.total_found });
  });

  test('in pages', async () => {
    const all = await allIsomersOf(run);
    const smiles: string[] = [];
    for (let cursor: number | null = 0; cursor !== null; ) {
      const page: SessionIsomers = await isomersOf(run, `?limit=2&cursor=${cursor}`);
      expect(page.isomers.length).toBeLessThanOrEqual(2);
      smiles.push(...page.isomers.map((isomer) => isomer.smiles));
      cursor = page.next_cursor;
    }
    expect(smiles).toEqual(all.isomers.map((isomer) => isomer.smiles));
  });

  test('none of a step that is not played, and it goes on from there', async () => {
    const id = await pausedAt(0);
    expect((await allIsomersOf(id)).isomers).toMatchObject([{ first_step: 0, visits: 0 }]);
    expect(await server.status(id)).toMatchObject({ isomers_found: 1 });
    await server.post(`/api/sa/${id}/step`, { steps: 20 });
    expect(await server.status(id)).not.toHaveProperty('isomers_found');
    const early = await allIsomersOf(id);
    expect(early.step).toBe(20);
    expect(early.isomers.every(({ first_step }) => first_step <= 20)).toBe(true);
    expect(early.isomers.reduce((sum, { visits }) => sum + visits, 0)).toBe(20);
    await server.act(id, 'start');
    await server.watch(id);
    const [late, whole] = [await allIsomersOf(id), await allIsomersOf(run)];
    expect(late.isomers).toEqual(whole.isomers);
    await server.act(id, 'reset');
    expect(await isomersOf(id)).toMatchObject({ step: 0, total_found: 1 });
  });
});

describe('GET steps/{n}', () => {
  test('any step, as the run had it', async () => {
    for (const n of [1, 2, 1999, 2000, 2001, 4321, 6000]) {
      const explanation = await explanationOf(run, n);
      stepExplanation.strict().parse(explanation);
      const [before, after] = [expected[n - 2], expected[n - 1]!];
      expect(explanation).toMatchObject({
        session_id: run,
        step: n,
        cycle: after.cycle,
        temperature: after.temperature,
        outcome: after.accepted ? 'accepted' : expect.not.stringMatching('accepted'),
      });
      if (before !== undefined) expect(explanation.before.smiles).toBe(before.current_smiles);
      const now = after.accepted ? explanation.proposed! : explanation.before;
      expect([now.smiles, now.score]).toEqual([after.current_smiles, after.current_energy]);
    }
  });

  test('404 past the played position, and for what is no step', async () => {
    const id = await pausedAt(10);
    expect(await explanationOf(id, 10)).toMatchObject({ step: 10 });
    for (const n of ['11', '0', '-1', '1.5', 'x', '99999999999999999']) {
      expect(await refusalOf(`/api/sa/${id}/steps/${n}`)).toMatchObject({
        status: 404,
        code: 'step_not_played',
        detail: 'The run has played 10 of its 6000 steps, and the first is step 1.',
      });
    }
  });
});

describe('POST step', () => {
  test('plays exactly so many, with every viewer told, and holds', async () => {
    const id = await server.configure({ ...RUN, steps_per_second: 1 });
    const stream = await server.stream(id);
    const response = await server.post(`/api/sa/${id}/step`, { steps: 7 });
    expect(await response.json()).toEqual({ session_id: id, status: 'paused', step: 7 });
    const one = await server.post(`/api/sa/${id}/step`);
    expect(await one.json()).toEqual({ session_id: id, status: 'paused', step: 8 });
    await stream.untilStep(8);
    expect(stream.steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await server.status(id)).toMatchObject({ session_state: 'paused', step: 8 });
  });

  test('ends with the run, and is refused while it runs and after', async () => {
    const id = await server.configure({ ...RUN, steps_per_cycle: 10 });
    const response = await server.post(`/api/sa/${id}/step`, { steps: 1000 });
    expect(await response.json()).toEqual({ session_id: id, status: 'complete', step: 20 });
    const refused = await server.post(`/api/sa/${id}/step`, { steps: 1 });
    expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'session_already_complete' }]);
    const running = await server.configureAndStart({ ...RUN, steps_per_second: 1 });
    const busy = await server.post(`/api/sa/${running}/step`, { steps: 1 });
    expect([busy.status, await busy.json()]).toMatchObject([400, { code: 'session_already_running' }]);
    const wrong = await server.post(`/api/sa/${run}/step`, { steps: 1001 });
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: [{ pointer: '/steps' }] }]);
  });
});

test('POST step that a reset overtakes says that its steps were not played', async () => {
  const id = await server.configure({ formula: 'C60H62', steps_per_cycle: 5000, steps_per_second: 1 });
  const stepping = server.post(`/api/sa/${id}/step`, { steps: 1000 });
  await eventually(
    async () => (await server.status(id))['session_state'] === 'running',
    'the steps are begun',
  );
  await server.act(id, 'reset');
  const answer = await stepping;
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { code: 'session_not_running', detail: 'The session was reset before these steps were played.' },
  ]);
  expect(await server.status(id)).toMatchObject({ session_state: 'idle', step: 0 });
});

describe('PATCH', () => {
  const patch = (id: string, body: unknown) =>
    server.fetch(`/api/sa/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('changes the pace of a run that goes on, from slow to none and back, and the run stays the same', async () => {
    // 9 million steps: it does not end while it has no pace.
    const { steps_per_second: _, ...configuration } = { ...LONG, num_cycles: 60 };
    const id = await server.configureAndStart({ ...configuration, steps_per_second: 0.1 });
    const stream = await server.stream(id, '?every=50&svg=none');
    const paced = await patch(id, { steps_per_second: 1000 });
    expect(await paced.json()).toEqual({ session_id: id, status: 'running', steps_per_second: 1000 });
    await stream.untilStep(50);
    await patch(id, { steps_per_second: null });
    await patch(id, { steps_per_second: 200 });
    const step = Number((await server.act(id, 'pause'))['step']);
    const { current_smiles, ...status } = await server.status(id);
    expect(status).toMatchObject({ step, session_state: 'paused', steps_per_second: 200 });
    expect(current_smiles).toBe(expectedRun(configuration, step, step)[0]!.current_smiles);
    await stream.untilStep(step - (step % 50));
    expect(stream.progress).toEqual(expectedRun(configuration, 50, step));
  }, 60_000);

  test('422 for what is no pace', async () => {
    for (const body of [{}, { steps_per_second: 0 }, { steps_per_second: '5' }, []]) {
      const refused = await patch(run, body);
      expect([refused.status, await refused.json()]).toMatchObject([422, { code: 'validation_failed' }]);
    }
  });
});

test('GET components tells all that can be weighed', async () => {
  const { components } = scoringComponents.strict().parse(await get<ScoringComponents>('/api/sa/components'));
  const names = components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['wiener_index', 'logp']));
  for (const name of names) {
    await server.configure({ formula: 'C5H12', component_weights: { [name]: 1 } });
  }
});

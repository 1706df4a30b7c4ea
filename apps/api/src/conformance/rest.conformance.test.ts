import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  PROBLEMS,
  type ProblemCode,
  problemDocument,
  problemType,
  type SessionStatus,
  sessionConfigured,
  sessionStatus,
} from '@webfaulon/protocol';
import { prepareAnnealing, startCheckpoint } from '@webfaulon/sa-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import supertest, { type Response as SupertestResponse } from 'supertest';
import { eventually } from '../testing/eventually.ts';
import { expectedRun } from '../testing/expected-run.ts';
import { sendRaw } from '../testing/raw-http.ts';
import { startTestServer, type TestServer, VERSION } from '../testing/test-server.ts';

const ORIGIN = 'http://localhost:5173';
const UNKNOWN = '/api/sa/00000000-0000-4000-8000-000000000000';
const RUN = { formula: 'C10H16', steps_per_cycle: 100, num_cycles: 2, steps_per_second: null };
const ENDLESS = { formula: 'C6H14', steps_per_cycle: 90_000, num_cycles: 4, steps_per_second: 100 };
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let server: TestServer;
let api: ReturnType<typeof supertest>;
const ajv = new Ajv2020({ strict: false, validateFormats: false });

beforeAll(async () => {
  server = await startTestServer();
  api = supertest(server.url);
  ajv.addSchema((await (await server.fetch('/openapi.json')).json()) as object, 'openapi.json');
  await server.watch(await server.configureAndStart({ ...RUN, num_cycles: 1 }));
});

afterAll(() => server.stop());

/** The path of a new session in a given state. */
async function session(state: 'idle' | 'running' | 'paused' | 'complete'): Promise<string> {
  const id = await server.configure(state === 'complete' ? RUN : ENDLESS);
  if (state !== 'idle') await server.act(id, 'start');
  if (state === 'paused') await server.act(id, 'pause');
  if (state === 'complete') await server.watch(id);
  return `/api/sa/${id}`;
}

/** That the document describes an answer: its status, its media type and its body. */
function expectDocumented(response: SupertestResponse, operation: string): void {
  const [method = '', path = ''] = operation.split(' ');
  const type = response.headers['content-type']?.split(';')[0];
  const escaped = [path, String(method).toLowerCase(), 'responses', String(response.status)];
  if (type !== undefined) escaped.push('content', type, 'schema');
  const [route, ...rest] = escaped.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'));
  const pointer = ['paths', route, ...rest].map((part) => encodeURIComponent(part ?? '')).join('/');
  const validate = ajv.getSchema(`openapi.json#/${pointer}`);
  expect({ operation, status: response.status, type, documented: validate !== undefined }).toMatchObject({
    documented: true,
  });
  if (type === undefined) return;
  const body: unknown = type.endsWith('json') ? JSON.parse(response.text) : response.text;
  validate!(body);
  expect(validate!.errors ?? []).toEqual([]);
}

/** That an answer is the problem of a code, with every member, for new clients and old. */
function expectProblem(response: SupertestResponse, code: ProblemCode, detail: string | RegExp): void {
  const { status, title } = PROBLEMS[code];
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json(;|$)/);
  const document = problemDocument.strict().parse(JSON.parse(response.text));
  expect(document).toMatchObject({
    type: problemType(code),
    code,
    status,
    title,
    error: title,
    status_code: status,
  });
  expect(response.status).toBe(status);
  if (typeof detail === 'string') expect(document.detail).toBe(detail);
  else expect(document.detail).toMatch(detail);
  expect(document.instance).toBe(response.headers['x-request-id']);
  // Neither the library's wording nor anything of the machine.
  expect(response.text).not.toMatch(
    /node_modules|file:|\bat \w+ \(|zod|Invalid input|expected .+ received|Unexpected token/i,
  );
}

describe('POST /api/sa/configure', () => {
  test('answers a new session with a version 4 UUID', async () => {
    const response = await api.post('/api/sa/configure').send({ formula: 'C10H16' });
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ session_id: expect.stringMatching(UUID_V4), status: 'configured' });
    sessionConfigured.strict().parse(response.body);
    expectDocumented(response, 'POST /api/sa/configure');
  });

  test('fills in the defaults of the contract and ignores fields that it does not know', async () => {
    const id = await server.configure({ formula: 'C10H16', nonsense: 1, user: { name: 'x' } });
    expect((await server.status(id))['configuration']).toEqual({
      formula: 'C10H16',
      initial_temp: 100,
      cooling_schedule_k: 8,
      steps_per_cycle: 500,
      num_cycles: 4,
      optimization_mode: 'MINIMIZE',
      seed: 42,
      component_weights: { wiener_index: 1 },
      component_targets: {},
      steps_per_second: 100,
      min_temp: 0.5,
      reheat: false,
      proposal: 'bonds',
      hastings: false,
      initial: 'random',
      schedule: 'f_k',
      restart: 'none',
      stop_at_score: null,
      stop_after_steps_without_improvement: null,
      filters: [],
      algorithm_version: expect.any(Number),
      component_versions: { wiener_index: expect.any(Number) },
    });
  });

  test('adds up elements that are repeated', async () => {
    const status = await server.status(await server.configure({ formula: 'CH3CH2OH' }));
    expect(status['configuration']).toMatchObject({ formula: 'C2H6O' });
  });

  test('422 with a JSON pointer for each field that is wrong', async () => {
    const response = await api.post('/api/sa/configure').send({
      formula: 'C6H14',
      initial_temp: 0,
      cooling_schedule_k: -1,
      steps_per_cycle: 1.5,
      num_cycles: '4',
      optimization_mode: 'minimize',
      seed: 1e300,
      component_weights: { wiener_index: -1, 'a/b~c': 'x' },
      steps_per_second: 5000,
      min_temp: -1,
      reheat: 'yes',
      proposal: 'molecules',
      component_targets: { wiener_index: 'low' },
      hastings: 1,
      initial: 7,
      filters: ['no-peroxides', 'no-fun'],
    });
    expectProblem(
      response,
      'validation_failed',
      /^initial_temp must be a number above 0\. 15 more: see errors\.$/,
    );
    expectDocumented(response, 'POST /api/sa/configure');
    const { errors } = JSON.parse(response.text) as { errors: { pointer: string; detail: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/initial_temp',
      '/cooling_schedule_k',
      '/steps_per_cycle',
      '/num_cycles',
      '/optimization_mode',
      '/component_weights/wiener_index',
      '/component_weights/a~1b~0c',
      '/component_targets/wiener_index',
      '/seed',
      '/steps_per_second',
      '/min_temp',
      '/reheat',
      '/proposal',
      '/hastings',
      '/initial',
      '/filters/1',
    ]);
    for (const { detail } of errors) expect(detail).toMatch(/ must be .+\.$/);
  });

  test.each<[string, object, ProblemCode, string]>([
    ['a formula that cannot be a molecule', { formula: 'C6H13' }, 'formula_hydrogen_parity', '/formula'],
    ['an unknown element', { formula: 'SiC4H12' }, 'formula_unknown_element', '/formula'],
    [
      'an unknown component',
      { formula: 'C6H14', component_weights: { beauty: 1 } },
      'component_unknown',
      '/component_weights/beauty',
    ],
    [
      'a SMILES of another formula',
      { formula: 'C6H14', initial: 'CCO' },
      'smiles_formula_mismatch',
      '/initial',
    ],
    ['a SMILES that is none', { formula: 'C6H14', initial: 'CC(' }, 'smiles_syntax', '/initial'],
    [
      'a target of a component without a weight',
      { formula: 'C6H14', component_targets: { logp: 2 } },
      'component_target',
      '/component_targets/logp',
    ],
    [
      'filters that no isomer passes',
      { formula: 'CO2', filters: ['no-cumulenes', 'no-three-membered-rings', 'no-peroxides'] },
      'formula_filtered',
      '/filters',
    ],
    [
      'a start molecule that the filters forbid',
      { formula: 'C3H6', initial: 'C1CC1', filters: ['no-three-membered-rings'] },
      'configuration_value',
      '/initial',
    ],
    [
      'another algorithm_version',
      { formula: 'C6H14', algorithm_version: 999 },
      'version_mismatch',
      '/algorithm_version',
    ],
    ['too many heavy atoms', { formula: 'C129H260' }, 'cap_exceeded', '/formula'],
    [
      'too many steps',
      { formula: 'C6H14', steps_per_cycle: 10_000_001, num_cycles: 1 },
      'cap_exceeded',
      '/steps_per_cycle',
    ],
  ])('422 with the pointer and code of %s', async (_, body, code, pointer) => {
    const response = await api.post('/api/sa/configure').send(body);
    expectProblem(response, code, /^[A-Z].+\.$/);
    expectDocumented(response, 'POST /api/sa/configure');
    expect(JSON.parse(response.text)).toMatchObject({ errors: [{ pointer }] });
  });

  test('names the cap that is exceeded and its value', async () => {
    const small = await startTestServer({ maxHeavyAtoms: 10, maxTotalSteps: 1000 });
    try {
      const atoms = await small.post('/api/sa/configure', { formula: 'C11H24' });
      expect(await atoms.text()).toMatch(/11 atoms.+allows 10 \(MAX_HEAVY_ATOMS\)/);
      const steps = await small.post('/api/sa/configure', { formula: 'C6H14' });
      expect(await steps.text()).toMatch(/2000 steps.+allows 1000 \(MAX_TOTAL_STEPS\)/);
      expect([atoms.status, steps.status]).toEqual([422, 422]);
      const fits = { formula: 'C10H22', steps_per_cycle: 500, num_cycles: 2 };
      expect((await small.post('/api/sa/configure', fits)).status).toBe(200);
    } finally {
      await small.stop();
    }
  });

  test.each([
    '{"formula": ',
    '{formula: "C6H14"}',
    "{'formula':'C6H14'}",
    '\u0000',
    '{"formula":"C6H14",}',
    'NaN',
  ])('400 for the body %j, which is no JSON', async (body) => {
    const response = await api.post('/api/sa/configure').set('Content-Type', 'application/json').send(body);
    expectProblem(response, 'invalid_json', 'The body is not JSON');
    expectDocumented(response, 'POST /api/sa/configure');
  });

  test.each(['null', '[]', '"C6H14"', '7', 'true', '[{"formula":"C6H14"}]', '', '{}'])(
    '422 for the body %j, which is JSON but no configuration',
    async (body) => {
      const response = await api.post('/api/sa/configure').set('Content-Type', 'application/json').send(body);
      expectProblem(response, 'validation_failed', /must be .+C10H16/);
    },
  );

  test('415 for a body that is not declared as JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/json; charset=latin1',
    ]) {
      const response = await api
        .post('/api/sa/configure')
        .set('Content-Type', type)
        .send('{"formula":"C6H14"}');
      expectProblem(response, 'unsupported_media_type', 'The body is not declared as JSON');
      expectDocumented(response, 'POST /api/sa/configure');
    }
    const body = '{"formula":"C6H14"}';
    const undeclared = `POST /api/sa/configure HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    expect((await sendRaw(server.port, undeclared)).status).toBe(415);
  });

  test('takes JSON with a charset, and compressed', async () => {
    const declared = await api
      .post('/api/sa/configure')
      .set('Content-Type', 'application/json; charset=utf-8')
      .send('{"formula":"C6H14"}');
    expect(declared.status).toBe(200);
    const broken = await api
      .post('/api/sa/configure')
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'gzip')
      .send('{"formula":"C6H14"}');
    expectProblem(broken, 'invalid_json', 'The body is not JSON');
  });

  test('413 for 20 MB, declared or chunked, while the server goes on', async () => {
    const body = JSON.stringify({ formula: 'C6H14', padding: 'x'.repeat(20e6) });
    const headers = { 'content-type': 'application/json', origin: ORIGIN };
    const declared = await server.fetch('/api/sa/configure', { method: 'POST', headers, body });
    expect(declared.status).toBe(413);
    expect(declared.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(problemDocument.parse(await declared.json())).toMatchObject({
      code: 'body_too_large',
      detail: 'The body is too large',
    });
    const chunks = new Blob([body]).stream();
    const chunked: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers,
      body: chunks,
      duplex: 'half',
    };
    expect((await server.fetch('/api/sa/configure', chunked)).status).toBe(413);
    expect((await server.fetch('/health')).status).toBe(200);
  });
});

describe('start, pause, reset and DELETE', () => {
  test('start: 200 for an idle and a paused session, 400 for a running and a complete one', async () => {
    for (const state of ['idle', 'paused'] as const) {
      const path = await session(state);
      const response = await api.post(`${path}/start`);
      expect(response.status).toBe(200);
      expect(response.body).toEqual({ session_id: path.split('/').at(-1), status: 'running' });
      expectDocumented(response, 'POST /api/sa/{id}/start');
    }
    const running = await api.post(`${await session('running')}/start`);
    expectProblem(running, 'session_already_running', 'Session already running');
    expectDocumented(running, 'POST /api/sa/{id}/start');
    const complete = await api.post(`${await session('complete')}/start`);
    expectProblem(complete, 'session_already_complete', 'Session already complete');
  });

  test('pause: 200 with the step for a running session, 400 for any other', async () => {
    const path = await session('running');
    const response = await api.post(`${path}/pause`);
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      session_id: path.split('/').at(-1),
      status: 'paused',
      step: expect.any(Number),
    });
    expectDocumented(response, 'POST /api/sa/{id}/pause');
    for (const state of ['idle', 'paused', 'complete'] as const) {
      const refused = await api.post(`${await session(state)}/pause`);
      expectProblem(refused, 'session_not_running', 'Session not running');
      expectDocumented(refused, 'POST /api/sa/{id}/pause');
    }
  });

  test('reset: 200 from every state, to step 0 of the same configuration', async () => {
    for (const state of ['idle', 'running', 'paused', 'complete'] as const) {
      const path = await session(state);
      const before = (await api.get(`${path}/status`)).body as SessionStatus;
      const response = await api.post(`${path}/reset`);
      expect(response.status).toBe(200);
      expect(response.body).toEqual({ session_id: path.split('/').at(-1), status: 'idle' });
      expectDocumented(response, 'POST /api/sa/{id}/reset');
      const after = (await api.get(`${path}/status`)).body as SessionStatus;
      expect(after).toMatchObject({
        session_state: 'idle',
        step: 0,
        is_complete: false,
        configuration: before.configuration,
      });
      expect((await api.post(`${path}/start`)).status).toBe(200);
    }
  });

  test('DELETE: 204 without a body from every state, and 404 ever after', async () => {
    for (const state of ['idle', 'running', 'paused', 'complete'] as const) {
      const path = await session(state);
      const response = await api.delete(path);
      expect([response.status, response.text]).toEqual([204, '']);
      expectDocumented(response, 'DELETE /api/sa/{id}');
      expectProblem(await api.get(`${path}/status`), 'session_not_found', 'Session not found or expired');
      expectProblem(await api.delete(path), 'session_not_found', 'Session not found or expired');
    }
  });

  test('404 "Session not found or expired" on every route of a session, for any id that names none', async () => {
    const routes = [
      'POST start',
      'POST pause',
      'POST reset',
      'GET status',
      'GET stream',
      'DELETE ',
      'PATCH ',
      'POST step',
      'GET history',
      'GET isomers',
      'GET steps/17',
    ];
    for (const base of [
      UNKNOWN,
      '/api/sa/1',
      '/api/sa/..%2f..%2fetc',
      `/api/sa/${'x'.repeat(2000)}`,
      '/api/sa/__proto__',
    ]) {
      for (const route of routes) {
        const [method = '', name = ''] = route.split(' ');
        const path = name === '' ? base : `${base}/${name}`;
        const response = await api[method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete'](path);
        expectProblem(response, 'session_not_found', 'Session not found or expired');
        const documented = name === '' ? '/api/sa/{id}' : `/api/sa/{id}/${name.replace('17', '{n}')}`;
        expectDocumented(response, `${method} ${documented}`);
      }
    }
  });
});

describe('GET /api/sa/{id}/status', () => {
  test.each(['idle', 'running', 'paused', 'complete'] as const)(
    'of a session that is %s has every field',
    async (state) => {
      const path = await session(state);
      const response = await api.get(`${path}/status`);
      expect(response.status).toBe(200);
      const status = sessionStatus.strict().parse(response.body);
      expectDocumented(response, 'GET /api/sa/{id}/status');
      expect(status).toMatchObject({ session_id: path.split('/').at(-1), session_state: state });
      expect(status.best_svg).toMatch(/^<svg /);
      expect(status.is_complete).toBe(state === 'complete');
      const { accepted_moves, rejected_moves, invalid_moves, disconnected_moves, step } = status;
      expect(accepted_moves + rejected_moves + invalid_moves + disconnected_moves).toBe(step);
    },
  );

  test('before the first step shows the start molecule, cycle 0 and the initial temperature', async () => {
    const configuration = { formula: 'C6H14', initial: 'CC(C)C(C)C', initial_temp: 30 };
    const status = await server.status(await server.configure(configuration));
    expect(status).toMatchObject({
      step: 0,
      total_steps: 2000,
      cycle: 0,
      temperature: 30,
      current_energy: 29,
      best_energy: 29,
      best_smiles: 'CC(C)C(C)C',
      component_scores: { wiener_index: 29 },
      accepted_moves: 0,
    });
  });

  test.each([
    ['paced', 200],
    ['unthrottled', null],
  ])('at a pause tells what sa-core computes for that step: %s', async (_, steps_per_second) => {
    const configuration = { formula: 'C10H16', steps_per_cycle: 100_000, num_cycles: 2 };
    const id = await server.configureAndStart({ ...configuration, steps_per_second });
    await eventually(async () => Number((await server.status(id))['step']) > 20, 'some steps are played');
    const { step } = await server.act(id, 'pause');
    const status = await server.status(id);
    const { accepted, ...shown } = expectedRun(configuration, Number(step), Number(step))[0]!;
    expect(status).toMatchObject({ session_state: 'paused', ...shown });
    await api.delete(`/api/sa/${id}`);
  });

  test('at the end agrees with the complete event', async () => {
    const id = await server.configureAndStart(RUN);
    const { complete, progress } = await server.watch(id);
    const { accepted, ...last } = progress.at(-1)!;
    expect(await server.status(id)).toMatchObject({ session_state: 'complete', ...last, ...complete[0] });
  });

  test('has a configuration which, posted again, gives the same run', async () => {
    const id = await server.configureAndStart({
      formula: 'C7H7NO2',
      steps_per_cycle: 40,
      num_cycles: 3,
      initial_temp: 12.5,
      seed: -5,
      component_weights: { logp: 3, wiener_index: 0.5 },
      optimization_mode: 'MAXIMIZE',
      steps_per_second: null,
      initial: 'chain',
      reheat: true,
    });
    const first = await server.watch(id);
    const { configuration } = await server.status(id);
    const again = await server.configureAndStart(configuration as object);
    expect((await server.status(again))['configuration']).toEqual(configuration);
    expect((await server.watch(again)).runText).toBe(first.runText);
  });

  test('has the temperatures that the schedule "automatic" found, and posted again finds the same', async () => {
    const asked = {
      formula: 'C9H8O4',
      steps_per_cycle: 100,
      num_cycles: 1,
      component_weights: { logp: 1 },
      schedule: 'automatic',
      steps_per_second: null,
    };
    const id = await server.configureAndStart(asked);
    const { configuration } = (await server.status(id)) as { configuration: Record<string, number> };
    // The differences of logP are around 0.5, and the temperatures of the default would be 100 and less than 0.001.
    expect(configuration['initial_temp']).toBeGreaterThan(0.5);
    expect(configuration['initial_temp']).toBeLessThan(10);
    expect(configuration['min_temp']).toBeGreaterThan(0.001);
    expect(configuration['min_temp']).toBeLessThan(0.5);
    const first = await server.watch(id);
    expect(first.progress[0]!.temperature).toBe(configuration['initial_temp']);
    const again = await server.configureAndStart(configuration);
    expect((await server.status(again))['configuration']).toEqual(configuration);
    expect((await server.watch(again)).runText).toBe(first.runText);
  });

  test('is of one moment, and a 200, while the session is reset and started around it', async () => {
    const id = await server.configure({ ...RUN, steps_per_second: 1000 });
    for (let i = 0; i < 25; i++) {
      const answers = [
        server.status(id),
        server.act(id, 'start'),
        server.status(id),
        server.act(id, 'reset'),
        server.status(id),
      ];
      for (const answer of await Promise.all(answers.filter((_, j) => j !== 1 && j !== 3))) {
        const status = sessionStatus.parse(answer);
        if (status.session_state === 'idle') expect(status.step).toBe(0);
        expect(status.session_state === 'complete').toBe(status.is_complete);
      }
      await Promise.all(answers);
      await server.act(id, 'reset');
    }
  });

  test('while the session is deleted is a 200 or a 404', async () => {
    for (let i = 0; i < 25; i++) {
      const { body } = await api.post('/api/sa/configure').send({ ...RUN, seed: i });
      const path = `/api/sa/${(body as { session_id: string }).session_id}`;
      const [status] = await Promise.all([
        server.fetch(`${path}/status`),
        server.fetch(path, { method: 'DELETE' }),
      ]);
      expect([200, 404]).toContain(status.status);
    }
  });
});

describe('the limits of the server', () => {
  test('503 with Retry-After when it holds as many sessions as it may, until one is deleted', async () => {
    const small = await startTestServer({ maxSessions: 3 });
    try {
      const ids: string[] = [];
      for (let i = 0; i < 3; i++) ids.push(await small.configure(ENDLESS));
      const full = await supertest(small.url).post('/api/sa/configure').set('Origin', ORIGIN).send(ENDLESS);
      expectProblem(full, 'server_full', /\(3\)/);
      expectDocumented(full, 'POST /api/sa/configure');
      expect(Number(full.headers['retry-after'])).toBeGreaterThan(0);
      expect(full.headers['access-control-allow-origin']).toBe(ORIGIN);
      expect(full.headers['access-control-expose-headers']).toMatch(/Retry-After/);
      await supertest(small.url).delete(`/api/sa/${ids[0]}`);
      expect(small.load().sessions).toBe(2);
      await small.configure(ENDLESS);
    } finally {
      await small.stop();
    }
  });

  test('a session expires when nobody has asked for it for its time to live, and a running one does not', async () => {
    const brief = await startTestServer({ sessionTtlSeconds: 1, maxSessions: 3 });
    try {
      const started = performance.now();
      const idle = await brief.configure(ENDLESS);
      const running = await brief.configureAndStart(ENDLESS);
      const complete = await brief.configureAndStart({ ...RUN, num_cycles: 1 });
      await brief.watch(complete);
      await eventually(() => brief.load().sessions === 1, 'all but one have expired');
      expect(performance.now() - started).toBeGreaterThan(900);
      for (const id of [idle, complete]) {
        expect(await brief.status(id)).toMatchObject({ status: 404, detail: 'Session not found or expired' });
      }
      expect(await brief.status(running)).toMatchObject({ session_state: 'running' });
    } finally {
      await brief.stop();
    }
  });

  test('asking for a session keeps it', async () => {
    const brief = await startTestServer({ sessionTtlSeconds: 1 });
    try {
      // The first status of a server waits for its threads to come up.
      await brief.status(await brief.configure(ENDLESS));
      const id = await brief.configure(ENDLESS);
      const other = await brief.configure(ENDLESS);
      await eventually(async () => {
        expect(await brief.status(id)).toMatchObject({ session_state: 'idle' });
        return brief.load().sessions === 1;
      }, 'the other one expires');
      expect(await brief.status(id)).toMatchObject({ session_state: 'idle' });
      expect((await brief.fetch(`/api/sa/${other}/status`)).status).toBe(404);
    } finally {
      await brief.stop();
    }
  });
});

describe('unknown routes and methods', () => {
  test.each([
    '/nothing',
    '/api',
    '/api/sa',
    `${UNKNOWN}/steps`,
    '/docs/nothing.js',
    '/docs/..%2fpackage.json',
    '/%ff',
    '/api/sa/%zz/status',
    '/api/sa/%E0%A4%A/stream',
  ])('404 for %s', async (path) => {
    const response = await api.get(path).set('Origin', ORIGIN);
    expectProblem(response, 'route_not_found', 'Route not found');
    expect(response.headers['access-control-allow-origin']).toBe(ORIGIN);
  });

  test.each([
    ['/api/sa/configure', 'POST'],
    [UNKNOWN, 'PATCH, DELETE'],
    ['/api/sa/components', 'GET, HEAD'],
    [`${UNKNOWN}/step`, 'POST'],
    [`${UNKNOWN}/history`, 'GET, HEAD'],
    [`${UNKNOWN}/isomers`, 'GET, HEAD'],
    [`${UNKNOWN}/steps/1`, 'GET, HEAD'],
    [`${UNKNOWN}/start`, 'POST'],
    [`${UNKNOWN}/pause`, 'POST'],
    [`${UNKNOWN}/reset`, 'POST'],
    [`${UNKNOWN}/status`, 'GET, HEAD'],
    [`${UNKNOWN}/stream`, 'GET, HEAD'],
    ['/health', 'GET, HEAD'],
    ['/livez', 'GET, HEAD'],
    ['/readyz', 'GET, HEAD'],
    ['/openapi.json', 'GET, HEAD'],
    ['/docs/', 'GET, HEAD'],
    ['/docs/swagger-ui.css', 'GET, HEAD'],
  ])('405 with Allow for every other method of %s', async (path, methods) => {
    for (const method of [
      'GET',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'PROPFIND',
      'TRACE',
      'M-SEARCH',
      'QUERY',
    ]) {
      if (methods.split(', ').includes(method)) continue;
      const text = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
      const response = await sendRaw(server.port, text);
      if (method === 'QUERY' && response.status === 400) continue; // Node 20 does not know it.
      expect([method, response.status]).toEqual([method, 405]);
      expect(response.headers.get('allow')).toBe(`${methods}, OPTIONS`);
      expect(problemDocument.parse(JSON.parse(response.body))).toMatchObject({ code: 'method_not_allowed' });
    }
  });

  test('HEAD is answered as GET without the body', async () => {
    const status = `${await session('idle')}/status`;
    for (const path of ['/health', '/livez', '/readyz', '/openapi.json', '/docs/', status]) {
      const head = await api.head(path);
      const get = await api.get(path);
      expect([path, head.status, head.text ?? '']).toEqual([path, 200, '']);
      expect(head.headers['content-type']).toBe(get.headers['content-type']);
    }
    expect((await api.head(`${UNKNOWN}/status`)).status).toBe(404);
  });

  test.each([
    [
      'a malformed Host header',
      (path: string) => `GET ${path} HTTP/1.1\r\nHost: a b:c[\r\nConnection: close\r\n\r\n`,
    ],
    ['an empty Host header', (path: string) => `GET ${path} HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n`],
    [
      'a target in absolute form',
      (path: string) =>
        `GET http://elsewhere.example${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    ],
    [
      'a malformed target',
      (path: string) => `GET http://[${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    ],
    ['HTTP/1.0', (path: string) => `GET ${path} HTTP/1.0\r\n\r\n`],
  ])('%s is no error of the server, on any route', async (_, text) => {
    const id = await server.configureAndStart({ ...RUN, steps_per_cycle: 2, num_cycles: 1 });
    for (const path of ['/health', `/api/sa/${id}/status`, `/api/sa/${id}/stream`, '/docs/', '/nothing']) {
      const { status } = await sendRaw(server.port, text(path));
      expect([path, status >= 200 && status < 500]).toEqual([path, true]);
    }
  });

  test.each([
    ['huge headers', `GET /health HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['an unknown method', 'FROBNICATE /health HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['no Host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    [
      'two lengths',
      'POST /api/sa/configure HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('%s are refused, and the server goes on', async (_, text, status) => {
    expect((await sendRaw(server.port, text)).status).toBe(status);
    expect((await server.fetch('/health')).status).toBe(200);
  });
});

describe('CORS and request ids', () => {
  test('a preflight from an allowed origin is answered with what the page may do', async () => {
    const response = await api
      .options(`${UNKNOWN}/stream`)
      .set('Origin', ORIGIN)
      .set('Access-Control-Request-Method', 'GET')
      .set('Access-Control-Request-Headers', 'content-type,last-event-id');
    expect(response.status).toBe(204);
    expect(response.headers['access-control-allow-origin']).toBe(ORIGIN);
    expect(response.headers['access-control-allow-methods']).toMatch(/GET.*POST.*PATCH.*DELETE/);
    expect(response.headers['access-control-allow-headers']).toMatch(/Content-Type.*Last-Event-ID/);
    expect(response.headers['vary']).toMatch(/Origin/);
  });

  test('no other origin is allowed, in a preflight or an answer', async () => {
    for (const origin of ['http://evil.example', 'http://localhost:5174', 'https://localhost:5173', 'null']) {
      const preflight = await api
        .options('/api/sa/configure')
        .set('Origin', origin)
        .set('Access-Control-Request-Method', 'POST');
      const answer = await api.get('/health').set('Origin', origin);
      expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      expect(answer.status).toBe(200);
    }
  });

  test('every kind of answer can be read by an allowed origin', async () => {
    const id = await server.configureAndStart({ ...RUN, num_cycles: 1 });
    const answers = await Promise.all([
      api.get('/health').set('Origin', ORIGIN),
      api.post('/api/sa/configure').set('Origin', ORIGIN).send({ formula: 'c6h14' }),
      api.post('/api/sa/configure').set('Origin', ORIGIN).set('Content-Type', 'application/json').send('{'),
      api.put('/health').set('Origin', ORIGIN),
      api.get('/nothing').set('Origin', ORIGIN),
      api.get(`/api/sa/${id}/stream`).set('Origin', ORIGIN),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 422, 400, 405, 404, 200]);
    for (const { headers } of answers) {
      expect(headers['access-control-allow-origin']).toBe(ORIGIN);
      expect(headers['access-control-expose-headers']).toMatch(/X-Request-Id/);
    }
  });

  test("a request id is told back: the caller's own if a log can hold it, else a new one", async () => {
    expect((await api.get('/health').set('X-Request-Id', 'abc-1.2')).headers['x-request-id']).toBe('abc-1.2');
    expect((await api.get('/health')).headers['x-request-id']).toMatch(UUID_V4);
    for (const bad of ['a b', 'x'.repeat(65), '{"a":1}', 'ä']) {
      expect((await api.get('/health').set('X-Request-Id', bad)).headers['x-request-id']).toMatch(UUID_V4);
    }
    expectProblem(
      await api.get('/nothing').set('X-Request-Id', 'mine'),
      'route_not_found',
      'Route not found',
    );
  });
});

describe('the routes of the service', () => {
  test('/health, /livez and /readyz', async () => {
    const health = await api.get('/health');
    expect(health.body).toEqual({ status: 'healthy', version: VERSION });
    expectDocumented(health, 'GET /health');
    const livez = await api.get('/livez');
    expect([livez.status, livez.body]).toEqual([200, { status: 'live' }]);
    expectDocumented(livez, 'GET /livez');
    await eventually(async () => (await api.get('/readyz')).status === 200, 'the worker threads are up');
    const readyz = await api.get('/readyz');
    expect(readyz.body).toEqual({ status: 'ready' });
    expectDocumented(readyz, 'GET /readyz');
  });

  test('/openapi.json is OpenAPI 3.1 with the version of the server and each of its routes', async () => {
    const response = await api.get('/openapi.json');
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    expect(response.body).toMatchObject({
      openapi: expect.stringMatching(/^3\.1/),
      info: { version: VERSION },
    });
    const { paths } = response.body as { paths: Record<string, Record<string, unknown>> };
    for (const [path, operations] of Object.entries(paths)) {
      for (const method of Object.keys(operations)) {
        const text = `${method.toUpperCase()} ${path.replace('{id}', UNKNOWN.split('/').at(-1)!)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
        const { status, body } = await sendRaw(server.port, text);
        expect([path, method, status === 404 && body.includes('route_not_found')]).toEqual([
          path,
          method,
          false,
        ]);
        expect([path, method, status]).not.toEqual([path, method, 405]);
      }
    }
  });

  test('/docs shows the document without anything from elsewhere', async () => {
    const page = await api.get('/docs').redirects(1);
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.text).not.toMatch(/https?:|\/\/[a-z]/);
    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).toMatch(/default-src 'self'/);
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).not.toMatch(/https?:|unsafe-eval|upgrade-insecure-requests/);
    expect(page.text).not.toMatch(/<script>|<style|\son\w+=/);
    const assets = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, asset]) => asset!);
    expect(assets.length).toBeGreaterThanOrEqual(3);
    for (const asset of assets) {
      const response = await server.fetch(new URL(asset, 'http://x/docs/').pathname);
      expect([asset, response.status]).toEqual([asset, 200]);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(50);
    }
    const script = await (await server.fetch('/docs/initialise.js')).text();
    const [, document] = /url: '([^']+)'/.exec(script) ?? [];
    expect(new URL(document!, 'http://x/docs/').pathname).toBe('/openapi.json');
  });

  test('no answer tells what the server is made of', async () => {
    expect((await api.get('/health')).headers['x-powered-by']).toBeUndefined();
    expect((await api.get('/health')).headers['x-content-type-options']).toBe('nosniff');
  });
});

test('sa-core alone gives the start molecule that status shows', async () => {
  const configuration = { formula: 'C10H16', seed: 99 };
  const annealing = prepareAnnealing(configuration);
  expect(startCheckpoint(annealing).step).toBe(0);
  const status = await server.status(await server.configure(configuration));
  expect(status['configuration']).toEqual({ ...annealing.configuration, steps_per_second: 100 });
});

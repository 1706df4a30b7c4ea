import { describe, expect, test } from '@jest/globals';
import { type ProblemCode, problemDocument, sessionConfigured } from '@webfaulon/protocol';
import { expectProblem } from '../../testing/expect-problem.ts';
import { ORIGIN } from '../../testing/page-origin.ts';
import { sendRaw } from '../../testing/raw-http.ts';
import { raiseRestStage } from '../../testing/rest-stage.ts';
import { startTestServer } from '../../testing/test-server.ts';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const { server, api, document } = await raiseRestStage();

describe('POST /api/sa/configure', () => {
  test('answers a new session with a version 4 UUID', async () => {
    const response = await api.post('/api/sa/configure').send({ formula: 'C10H16' });
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      session_id: expect.stringMatching(UUID_V4),
      status: 'configured',
      viewer_id: expect.stringMatching(UUID_V4),
    });
    sessionConfigured.strict().parse(response.body);
    document.expect(response, 'POST /api/sa/configure');
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
    document.expect(response, 'POST /api/sa/configure');
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
    document.expect(response, 'POST /api/sa/configure');
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
    document.expect(response, 'POST /api/sa/configure');
  });

  test.each(['null', '[]', '"C6H14"', '7', 'true', '[{"formula":"C6H14"}]', '', '{}'])(
    '422 for the body %j, which is JSON but no configuration',
    async (body) => {
      const response = await api.post('/api/sa/configure').set('Content-Type', 'application/json').send(body);
      expectProblem(response, 'validation_failed', /must be .+C10H16/);
    },
  );

  test('415 for a body that is not declared as JSON, or not as UTF-8', async () => {
    const undeclaredAs = 'The body is not declared as JSON';
    for (const [type, detail] of [
      ['text/plain', undeclaredAs],
      ['application/x-www-form-urlencoded', undeclaredAs],
      ['multipart/form-data', undeclaredAs],
      ['application/json; charset=latin1', /has to be UTF-8/],
    ] as const) {
      const response = await api
        .post('/api/sa/configure')
        .set('Content-Type', type)
        .send('{"formula":"C6H14"}');
      expectProblem(response, 'unsupported_media_type', detail);
      document.expect(response, 'POST /api/sa/configure');
    }
    const body = '{"formula":"C6H14"}';
    const undeclared = `POST /api/sa/configure HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
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

import { describe, expect, test } from '@jest/globals';
import { expectProblem } from '../../testing/expect-problem.ts';
import { ORIGIN } from '../../testing/page-origin.ts';
import { raiseRestStage } from '../../testing/rest-stage.ts';
import { RUN } from '../../testing/runs.ts';

const UNKNOWN = '/api/sa/00000000-0000-4000-8000-000000000000';
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const { server, api } = await raiseRestStage();

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

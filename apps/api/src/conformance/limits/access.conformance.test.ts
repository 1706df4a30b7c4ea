import { describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { expectProblem } from '../../testing/expect-problem.ts';
import { ORIGIN } from '../../testing/page-origin.ts';
import { sendRaw } from '../../testing/raw-http.ts';
import { raiseRestStage } from '../../testing/rest-stage.ts';
import { ENDLESS } from '../../testing/runs.ts';
import { startTestServer } from '../../testing/test-server.ts';

const { server, api, document } = await raiseRestStage();

describe('a page of another site', () => {
  test.each(['http://evil.example', 'null', 'http://localhost:5174'])(
    'of origin %s cannot change anything',
    async (origin) => {
      const id = await server.configureAndStart(ENDLESS);
      const answers = {
        'POST /api/sa/configure': await api.post('/api/sa/configure').set('Origin', origin).send(ENDLESS),
        'POST /api/sa/{id}/pause': await api.post(`/api/sa/${id}/pause`).set('Origin', origin),
        'PATCH /api/sa/{id}': await api.patch(`/api/sa/${id}`).set('Origin', origin).send({}),
        'DELETE /api/sa/{id}': await api.delete(`/api/sa/${id}`).set('Origin', origin),
        'POST /api/classes': await api.post('/api/classes').set('Origin', origin).send(ENDLESS),
      };
      for (const [operation, answer] of Object.entries(answers)) {
        expectProblem(answer, 'origin_not_allowed', 'Pages of this origin may not use the server');
        document.expect(answer, operation);
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      }
      expect(await server.status(id)).toMatchObject({ session_state: 'running' });
    },
  );

  test('nor can one that has given its own name the address of the server', async () => {
    const id = await server.configure(ENDLESS);
    const answers = {
      'POST /api/sa/configure': await api
        .post('/api/sa/configure')
        .set({ Host: 'evil.example', Origin: 'http://evil.example' })
        .send(ENDLESS),
      'GET /api/sa/{id}/status': await api
        .get(`/api/sa/${id}/status`)
        .set('Host', `evil.example:${server.port}`),
      'GET /openapi.json': await api.get('/openapi.json').set('Host', 'evil.example'),
    };
    for (const [operation, answer] of Object.entries(answers)) {
      expectProblem(answer, 'host_not_allowed', 'The server is not known under this name');
      document.expect(answer, operation);
    }
    // A supervisor may ask under any name.
    expect((await api.get('/livez').set('Host', 'pod-7.cluster')).status).toBe(200);
  });
});

test('a request with two names is refused: who stands before the server may have gone by the other', async () => {
  const text =
    'GET /openapi.json HTTP/1.1\r\nHost: localhost\r\nhost: evil.example\r\nConnection: close\r\n\r\n';
  const answer = await sendRaw(server.port, text);
  expect([answer.status, JSON.parse(answer.body)]).toMatchObject([400, { code: 'malformed_request' }]);
});

test('the pages of the server, those that are allowed, and programs can', async () => {
  for (const origin of [ORIGIN, server.url, undefined]) {
    const post = api.post('/api/sa/configure');
    const answer = await (origin === undefined ? post : post.set('Origin', origin)).send(ENDLESS);
    expect([origin, answer.status]).toEqual([origin, 200]);
  }
});

test('behind a proxy the server answers to the name that it was given, and to its own page under it', async () => {
  const proxied = await startTestServer({ trustProxy: 1, allowedHosts: ['lab.example.org'] });
  try {
    const own = { 'X-Forwarded-Host': 'lab.example.org', Origin: 'https://lab.example.org' };
    const post = () => supertest(proxied.url).post('/api/sa/configure');
    expect((await post().set(own).send(ENDLESS)).status).toBe(200);
    const foreign = await post()
      .set({ ...own, Origin: 'https://evil.example' })
      .send(ENDLESS);
    expectProblem(foreign, 'origin_not_allowed', 'Pages of this origin may not use the server');
  } finally {
    await proxied.stop();
  }
});

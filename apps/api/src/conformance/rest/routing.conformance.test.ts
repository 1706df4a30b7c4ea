import { beforeAll, describe, expect, test } from '@jest/globals';
import { problemDocument } from '@webfaulon/protocol';
import { expectProblem } from '../../testing/expect-problem.ts';
import { ORIGIN } from '../../testing/page-origin.ts';
import { sendRaw } from '../../testing/raw-http.ts';
import { raiseRestStage } from '../../testing/rest-stage.ts';
import { RUN } from '../../testing/runs.ts';

const UNKNOWN = '/api/sa/00000000-0000-4000-8000-000000000000';

const { server, api } = await raiseRestStage();

beforeAll(async () => {
  // A server is ready once its threads have computed and drawn.
  await server.watch(await server.configureAndStart(RUN));
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
    const status = `${await server.sessionPath('idle')}/status`;
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
        `GET http://elsewhere.example${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    ],
    [
      'a malformed target',
      (path: string) => `GET http://[${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
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
    ['huge headers', `GET /health HTTP/1.1\r\nHost: localhost\r\nX-Big: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['an unknown method', 'FROBNICATE /health HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    ['no Host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    [
      'two lengths',
      'POST /api/sa/configure HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('%s are refused, and the server goes on', async (_, text, status) => {
    expect((await sendRaw(server.port, text)).status).toBe(status);
    expect((await server.fetch('/health')).status).toBe(200);
  });
});

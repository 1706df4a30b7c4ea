import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../testing/eventually.ts';
import { sendRaw } from '../../testing/raw-http.ts';
import { raiseRestStage } from '../../testing/rest-stage.ts';
import { RUN } from '../../testing/runs.ts';
import { VERSION } from '../../testing/test-server.ts';

const UNKNOWN = '/api/sa/00000000-0000-4000-8000-000000000000';

const { server, api, document } = await raiseRestStage();

beforeAll(async () => {
  // A server is ready once its threads have computed and drawn.
  await server.watch(await server.configureAndStart(RUN));
});

describe('the routes of the service', () => {
  test('/health, /livez and /readyz', async () => {
    const health = await api.get('/health');
    expect(health.body).toEqual({ status: 'healthy', version: VERSION });
    document.expect(health, 'GET /health');
    const livez = await api.get('/livez');
    expect([livez.status, livez.body]).toEqual([200, { status: 'live' }]);
    document.expect(livez, 'GET /livez');
    await eventually(async () => (await api.get('/readyz')).status === 200, 'the worker threads are up');
    const readyz = await api.get('/readyz');
    expect(readyz.body).toEqual({ status: 'ready' });
    document.expect(readyz, 'GET /readyz');
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
        const text = `${method.toUpperCase()} ${path.replace('{id}', UNKNOWN.split('/').at(-1)!)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const INDEX = '<!doctype html><title>The page</title>';

describe('under a base path', () => {
  let directory: string;
  let server: TestServer;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'webfaulon-base-path-'));
    writeFileSync(join(directory, 'index.html'), INDEX);
    server = await startTestServer({ basePath: '/chemistry/webfaulon', pageDirectory: directory });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true });
  });

  const origin = () => new URL(server.url).origin;

  test('the address that is logged has it', () => {
    expect(new URL(server.url).pathname).toBe('/chemistry/webfaulon');
    expect(new URL(server.metricsUrl).pathname).toBe('/chemistry/webfaulon/metrics');
  });

  test.each(['/', '/health', '/livez', '/metrics', '/docs/', '/openapi.json', '/api/sa/components'])(
    '%s is there, and not without it',
    async (path) => {
      expect((await server.fetch(path)).status).toBe(200);
      const without = await fetch(origin() + path);
      expect([without.status, await without.json()]).toMatchObject([404, { code: 'route_not_found' }]);
    },
  );

  test('a run is configured, started and watched', async () => {
    const id = await server.configureAndStart({ formula: 'C6H14', steps_per_cycle: 5, num_cycles: 1 });
    const { events } = await server.watch(id);
    expect(events.at(-1)!.name).toBe('complete');
  });

  test('the page stands under it, and the path without a slash leads there', async () => {
    const response = await fetch(`${origin()}/chemistry/webfaulon`, { redirect: 'manual' });
    expect(response.status).toBe(308);
    const location = new URL(response.headers.get('location')!, response.url);
    expect(location.pathname).toBe('/chemistry/webfaulon/');
    expect(await (await fetch(location)).text()).toBe(INDEX);
  });

  test('the documentation finds its document, which says where the API is', async () => {
    const docs = await fetch(`${server.url}/docs`);
    expect(new URL(docs.url).pathname).toBe('/chemistry/webfaulon/docs/');
    const script = await (await server.fetch('/docs/initialise.js')).text();
    const [, document] = /url: '([^']+)'/.exec(script) ?? [];
    const openApi = await (await fetch(new URL(document!, docs.url))).json();
    expect(openApi).toMatchObject({ servers: [{ url: '/chemistry/webfaulon' }] });
  });
});

test('without a page its root leads to the documentation', async () => {
  const bare = await startTestServer({ basePath: '/webfaulon', pageDirectory: '/nothing/here' });
  try {
    const response = await bare.fetch('');
    expect(new URL(response.url).pathname).toBe('/webfaulon/docs/');
    expect(await response.text()).toMatch(/<title>WebFaulon API<\/title>/);
  } finally {
    await bare.stop();
  }
});

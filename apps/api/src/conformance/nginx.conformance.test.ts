import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EventStream } from '../testing/event-stream.ts';
import { eventually } from '../testing/eventually.ts';
import { Nginx } from '../testing/nginx.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A request through the proxy, which is believed by its certificate alone. */
async function ask(nginx: Nginx, path: string, options: RequestOptions = {}, body = ''): Promise<Answer> {
  const asked = request(nginx.url + path, { ca: nginx.certificate, agent: false, ...options });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}

function post(nginx: Nginx, path: string, body: object): Promise<Answer> {
  return ask(
    nginx,
    path,
    { method: 'POST', headers: { 'content-type': 'application/json' } },
    JSON.stringify(body),
  );
}

async function configure(nginx: Nginx, body: object): Promise<string> {
  const { body: answer } = await post(nginx, '/webfaulon/api/sa/configure', body);
  return (JSON.parse(answer) as { session_id: string }).session_id;
}

describe('the server behind nginx with the example of deploy/', () => {
  let server: TestServer;
  let nginx: Nginx;
  beforeAll(async () => {
    server = await startTestServer({ basePath: '/webfaulon', trustProxy: 1 });
    nginx = await Nginx.start({ upstreamPort: server.port });
  });
  afterAll(async () => {
    await nginx?.stop();
    await server?.stop();
  });

  const watch = (id: string, query = '') =>
    EventStream.open(`${nginx.url}/webfaulon/api/sa/${id}/stream${query}`, { ca: nginx.certificate });

  test('TLS ends there, and plain HTTP is sent to it', async () => {
    const health = await ask(nginx, '/webfaulon/health');
    expect([health.status, JSON.parse(health.body)]).toMatchObject([200, { status: 'healthy' }]);
    expect(health.headers['strict-transport-security']).toMatch(/^max-age=\d+/);
    const plain = await fetch(`${nginx.plainUrl}/webfaulon/health?a=b`, { redirect: 'manual' });
    expect([plain.status, plain.headers.get('location')]).toEqual([
      308,
      'https://localhost/webfaulon/health?a=b',
    ]);
  });

  test('every event of a stream arrives before the next one is made', async () => {
    const id = await configure(nginx, { formula: 'C10H16' });
    const stream = await watch(id, '?svg=none');
    for (let step = 1; step <= 10; step++) {
      await post(nginx, `/webfaulon/api/sa/${id}/step`, { steps: 1 });
      // If it were held back to fill a buffer, nothing would ever push it out.
      await stream.untilStep(step);
    }
    expect(stream.headers['content-encoding']).toBeUndefined();
    expect(stream.headers['content-type']).toMatch(/^text\/event-stream/);
    stream.close();
  });

  test('a client that goes away is not watched for any more', async () => {
    const id = await configure(nginx, { formula: 'C6H14' });
    const stream = await watch(id);
    await stream.untilEvents(1);
    expect(server.load().streams).toBe(1);
    stream.close();
    await eventually(() => server.load().streams === 0, 'the stream is closed at the server');
  });

  test('a whole run comes through it with every step', async () => {
    const id = await configure(nginx, { formula: 'C10H16', steps_per_cycle: 100, num_cycles: 1 });
    await post(nginx, `/webfaulon/api/sa/${id}/start`, {});
    const stream = await watch(id);
    await stream.untilEnd();
    expect(stream.ids).toEqual([...Array.from({ length: 100 }, (_, i) => String(i + 1)), '100-complete']);
  });

  test('answers are compressed', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const answer = await ask(nginx, '/webfaulon/openapi.json', { headers });
    expect(answer.headers['content-encoding']).toBe('gzip');
  });

  test('the metrics are not passed on', async () => {
    expect((await server.fetch('/metrics')).status).toBe(200);
    expect((await ask(nginx, '/webfaulon/metrics')).status).toBe(404);
  });

  test('a body that is too large does not reach the server', async () => {
    const answer = await post(nginx, '/webfaulon/api/sa/configure', { formula: 'C'.repeat(70_000) });
    expect(answer.status).toBe(413);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
  });

  test('its root leads to the page', async () => {
    const answer = await ask(nginx, '/');
    expect([answer.status, answer.headers.location]).toEqual([302, `${nginx.url}/webfaulon/`]);
  });
});

test('the server is told who the client is and what it asked for, whatever the client says of itself', async () => {
  const told: IncomingMessage['headers'][] = [];
  const upstream = createServer(({ headers }, response) => {
    told.push(headers);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const nginx = await Nginx.start({ upstreamPort: (upstream.address() as AddressInfo).port });
  try {
    const headers = {
      'x-forwarded-for': '192.0.2.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'lab.example.org',
    };
    await ask(nginx, '/webfaulon/', { headers });
    await ask(nginx, '/webfaulon/api/sa/x/stream', { headers });
    expect(told).toHaveLength(2);
    for (const one of told) {
      expect(one).toMatchObject({
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-proto': 'https',
        // By its own word a page could pass for one of a name that the server answers to.
        'x-forwarded-host': 'localhost',
      });
      expect(one.connection).not.toBe('close');
    }
  } finally {
    await nginx.stop();
    upstream.close();
  }
});

test('visitors come by the public name, which ALLOWED_HOSTS must hold', async () => {
  const name = 'webfaulon.example.org';
  const [named, unnamed] = await Promise.all([
    startTestServer({ basePath: '/webfaulon', allowedHosts: [name] }),
    startTestServer({ basePath: '/webfaulon' }),
  ]);
  const proxies = await Promise.all([named, unnamed].map(({ port }) => Nginx.start({ upstreamPort: port })));
  try {
    // The certificate of the tests is for localhost.
    const asked = { headers: { host: name }, servername: 'localhost' };
    const [answer, refusal] = await Promise.all(
      proxies.map((proxy) => ask(proxy, '/webfaulon/openapi.json', asked)),
    );
    expect([answer?.status, refusal?.status]).toEqual([200, 403]);
    expect(JSON.parse(refusal?.body ?? '')).toMatchObject({ code: 'host_not_allowed' });
  } finally {
    await Promise.all([...proxies, named, unnamed].map((each) => each.stop()));
  }
});

test('with its two lines on names and passwords, nothing is answered without them', async () => {
  const server = await startTestServer({ basePath: '/webfaulon' });
  const nginx = await Nginx.start({
    upstreamPort: server.port,
    changes: [
      ['#auth_basic ', 'auth_basic '],
      ['#auth_basic_user_file ', 'auth_basic_user_file '],
    ],
    passwords: 'teacher:{PLAIN}secret\n',
  });
  try {
    for (const path of ['/webfaulon/', '/webfaulon/health', '/webfaulon/api/sa/x/stream']) {
      expect([path, (await ask(nginx, path)).status]).toEqual([path, 401]);
      expect([path, (await ask(nginx, path, { auth: 'teacher:wrong' })).status]).toEqual([path, 401]);
    }
    expect((await ask(nginx, '/webfaulon/health', { auth: 'teacher:secret' })).status).toBe(200);
  } finally {
    await nginx.stop();
    await server.stop();
  }
});

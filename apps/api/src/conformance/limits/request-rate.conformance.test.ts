import { afterEach, expect, test } from '@jest/globals';
import { problemDocument } from '@webfaulon/protocol';
import { DistantClient } from '../../testing/distant-client.ts';
import { ORIGIN } from '../../testing/page-origin.ts';
import { ENDLESS } from '../../testing/runs.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
afterEach(() => server.stop());

test('more requests in a minute than one address may send are refused, but for probes, and others go on', async () => {
  server = await startTestServer({ trustProxy: 1, maxRequestsPerAddress: 5 });
  const program = new DistantClient(server, '192.0.2.1', false);
  for (let i = 0; i < 10; i++) expect((await program.fetch('/health')).status).toBe(200);
  const statuses: number[] = [];
  for (let i = 0; i < 7; i++) statuses.push((await program.fetch('/api/sa/components')).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  for (const path of ['/health', '/livez']) expect((await program.fetch(path)).status).toBe(200);
  expect((await new DistantClient(server, '192.0.2.2', false).fetch('/api/sa/components')).status).toBe(200);

  const refused = await server.fetch('/nothing', {
    headers: { 'x-forwarded-for': '192.0.2.1', origin: ORIGIN },
  });
  expect(problemDocument.strict().parse(await refused.json())).toMatchObject({ code: 'too_many_requests' });
  // A page can read what it is told.
  expect(refused.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  expect(refused.headers.get('access-control-expose-headers')).toMatch(
    /Retry-After,RateLimit,RateLimit-Policy/,
  );
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
});

test('a browser has its own count beside that of its address, and both are told', async () => {
  server = await startTestServer({ trustProxy: 1, maxRequestsPerClient: 3, maxRequestsPerAddress: 100 });
  const [one, other] = [0, 1].map(() => new DistantClient(server, '192.0.2.1', true));
  for (const client of [one!, other!]) {
    await client.configure(ENDLESS);
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await client.fetch('/api/sa/components')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  }
  const { headers } = await one!.fetch('/api/sa/components');
  expect(headers.get('ratelimit')).toMatch(/^"address"; r=89; t=\d+, "client"; r=0; t=\d+$/);
  expect(headers.get('ratelimit-policy')).toMatch(
    /^"address"; q=100; w=60; pk=:[^:]+:, "client"; q=3; w=60; pk=:[^:]+:$/,
  );
});

import { connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { problemDocument } from '@webfaulon/protocol';
import { DistantClient } from '../../testing/distant-client.ts';
import { eventually } from '../../testing/eventually.ts';
import { pipelined } from '../../testing/raw-http.ts';
import { ENDLESS } from '../../testing/runs.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
afterEach(() => server.stop());

test.each([
  ['MAX_STREAMS', { maxStreams: 2 }, 503, 'server_full'],
  ['MAX_STREAMS_PER_SESSION', { maxStreamsPerSession: 2 }, 429, 'too_many_streams'],
  ['MAX_STREAMS_PER_ADDRESS', { maxStreamsPerAddress: 2 }, 429, 'too_many_streams'],
] as const)('%s streams may be open, and one that closes makes room', async (name, limits, status, code) => {
  server = await startTestServer(limits);
  const id = await server.configure(ENDLESS);
  const first = await server.stream(id);
  await server.stream(id);
  const refused = await server.fetch(`/api/sa/${id}/stream`);
  const body = problemDocument.strict().parse(await refused.json());
  expect(body).toMatchObject({ status, code, detail: expect.stringContaining(`(${name}, 2)`) });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  // Neither of them holds a stream open.
  expect((await server.fetch(`/api/sa/${id}/stream`, { method: 'HEAD' })).status).toBe(200);
  first.close();
  await eventually(async () => {
    const stream = await server.stream(id);
    return stream.status === 200;
  }, 'there is room again');
});

test('a browser has its own count of streams', async () => {
  server = await startTestServer({ trustProxy: 1, maxStreamsPerClient: 1 });
  const [one, other] = [0, 1].map(() => new DistantClient(server, '192.0.2.1', true));
  const { session_id: id } = (await (await one!.configure(ENDLESS)).json()) as { session_id: string };
  await other!.configure(ENDLESS);
  for (const [client, status] of [
    [one, 200],
    [one, 429],
    [other, 200],
    [other, 429],
  ] as const) {
    expect((await server.stream(id, '', { headers: client!.headers })).status).toBe(status);
  }
});

test('streams that are asked for in one piece are all closed with their connection', async () => {
  server = await startTestServer();
  const id = await server.configure(ENDLESS);
  const socket = connect(server.port, '127.0.0.1');
  socket.write(pipelined(Array.from({ length: 3 }, () => `GET /api/sa/${id}/stream`)));
  await eventually(() => server.load().streams === 3, 'all are open');
  socket.destroy();
  await eventually(() => server.load().streams === 0, 'none is left');
  expect(server.load().watchedSessions).toBe(0);
});

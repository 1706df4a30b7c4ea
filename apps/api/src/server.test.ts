import { Agent, get, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EventStream } from './testing/event-stream.ts';
import { eventually } from './testing/eventually.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const SLOW_TO_START = { formula: 'C100H202', steps_per_second: null };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Sends what no client library would, and gives what comes back until the other side ends or so much is there. */
function raw(message: string, until = 1): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(message));
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      received += String(chunk);
      if (received.length >= until) socket.destroy();
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

describe('a stream', () => {
  test.each([
    ['a b', 403],
    ['[', 403],
    ['user:password@host', 403],
    ['localhost:99999', 200],
  ])('meets no error of the server whatever the Host header is: %s', async (host, status) => {
    const id = await server.configure({ formula: 'C6H14' });
    const answer = await raw(`GET /api/sa/${id}/stream HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    expect(answer.split(' ')[1]).toBe(String(status));
    await eventually(() => server.load().streams === 0, 'the stream is closed');
  });

  test('asked for with HEAD, has headers and ends', async () => {
    const id = await server.configureAndStart({ formula: 'C6H14', steps_per_second: 1 });
    const response = await server.fetch(`/api/sa/${id}/stream`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(await response.text()).toBe('');
    expect(server.load().streams).toBe(0);
  });
});

describe('status, while the start molecule is computed', () => {
  test('is that of the new run after a reset', async () => {
    for (let i = 0; i < 4; i++) {
      const id = await server.configure(SLOW_TO_START);
      const [status] = await Promise.all([server.fetch(`/api/sa/${id}/status`), server.act(id, 'reset')]);
      expect([status.status, await status.json()]).toMatchObject([200, { session_state: 'idle', step: 0 }]);
    }
  });

  test('is a 404 after DELETE', async () => {
    for (let i = 0; i < 4; i++) {
      const id = await server.configure(SLOW_TO_START);
      const status = server.fetch(`/api/sa/${id}/status`);
      await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
      expect([200, 404]).toContain((await status).status);
    }
  });
});

test('the state of a status goes with its step', async () => {
  for (let i = 0; i < 5; i++) {
    const id = await server.configureAndStart({ formula: 'C10H16', seed: i, steps_per_second: null });
    for (;;) {
      const { session_state, is_complete } = await server.status(id);
      expect(session_state === 'complete').toBe(is_complete);
      if (is_complete) break;
    }
  }
});

describe('a start molecule', () => {
  test.each([
    ['carbons', 'C'.repeat(60_000)],
    ['aromatic rings', 'c1ccccc1'.repeat(7_000)],
    ['bracketed atoms', '[CH2]'.repeat(12_000)],
    ['hydrogens', `C${'([H])'.repeat(12_000)}`],
    ['brackets', `C${'('.repeat(60_000)}`],
    ['chlorines', 'Cl'.repeat(30_000)],
  ])(
    'that is far too large (%s) is refused without being read, which would take longer than a test may',
    async (_, initial) => {
      const response = await server.post('/api/sa/configure', { formula: 'C6H6', initial });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ errors: [{ pointer: '/initial' }] });
    },
  );

  test.each([
    ['C6H6', 'c1ccccc1'],
    ['C6H6', '[CH]1=[CH][CH]=[CH][CH]=[CH]1'],
    ['CH4', 'C([H])([H])([H])[H]'],
    ['C2H2Cl2', 'ClC=CCl'],
    ['C4H5N', 'c1cc[nH]c1'],
    ['C4H4S', 'c1ccsc1'],
    ['CH3BrO', 'OCBr'],
  ])('of %s as %s is taken', async (formula, initial) => {
    const response = await server.post('/api/sa/configure', { formula, initial });
    expect([response.status, await response.json()]).toMatchObject([200, { status: 'configured' }]);
  });
});

test('what is being answered when the server stops is told to come back: it will be there again', async () => {
  const stopped = await startTestServer();
  const id = await stopped.configure({ formula: 'C60H62', steps_per_cycle: 5000 });
  // The one thread is busy with this one.
  await stopped.configureAndStart({ formula: 'C60H62', steps_per_cycle: 5000, steps_per_second: null });
  const asked = [
    stopped.post(`/api/sa/${id}/step`, { steps: 1000 }),
    stopped.post('/api/sa/configure', { formula: 'C60H62', schedule: 'automatic' }),
  ];
  // They have come in by the time that others which were sent after them are answered, and some.
  for (let i = 0; i < 3; i++) await stopped.fetch('/livez');
  await new Promise((resolve) => setTimeout(resolve, 150));
  await stopped.stop();
  for (const answer of await Promise.all(asked)) {
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'shutting_down' }]);
    expect(answer.headers.get('retry-after')).toBe('5');
  }
});

describe('stopping', () => {
  const sessions = Array.from({ length: 20 }, (_, seed) => seed);

  test('waits for no client, ends the streams, and says so to those who ask', async () => {
    const loaded = await startTestServer();
    const ids = await Promise.all(
      sessions.map((seed) =>
        loaded.configureAndStart({
          formula: 'C20H42',
          seed,
          steps_per_cycle: 1_000_000,
          steps_per_second: null,
        }),
      ),
    );
    const streams = await Promise.all(ids.map((id) => EventStream.open(`${loaded.url}/api/sa/${id}/stream`)));
    // One client takes nothing, one has a request half sent, and one keeps its connection.
    const stalled = await new Promise<IncomingMessage>((resolve) => {
      get(`${loaded.url}/api/sa/${ids[0]}/stream?from=start`, { agent: new Agent() }, resolve);
    });
    stalled.on('error', () => {});
    const half = httpRequest(`${loaded.url}/api/sa/configure`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '1000' },
    });
    half.on('error', () => {});
    half.write('{"formula": "C6H14"');
    const kept = connect(loaded.port, '127.0.0.1');
    kept.on('error', () => {});
    kept.write(
      'GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\nGET /api/sa/configure HTTP/1.1\r\nHost: localhost\r\n',
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const begin = performance.now();
    const stopped = loaded.stop();
    kept.write('\r\n');
    const answer = await text(kept);
    expect(answer).toContain('HTTP/1.1 503 ');
    expect(answer).toContain('"code":"shutting_down"');
    expect(answer).toMatch(/\r\nRetry-After: \d+\r\n/);
    await stopped;
    expect(performance.now() - begin).toBeLessThan(5000);
    await Promise.all(streams.map((stream) => stream.untilEnd()));
    half.destroy();
    stalled.destroy();
  });
});

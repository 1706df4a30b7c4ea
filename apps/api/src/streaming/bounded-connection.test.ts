import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSession } from 'better-sse';
import { eventually } from '../testing/eventually.ts';
import { BoundedConnection } from './bounded-connection.ts';

let server: Server;
let client: Socket;
let connection: BoundedConnection;
let received = '';
beforeEach(async () => {
  received = '';
  server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterEach(() => {
  client.destroy();
  server.close();
});

/** Opens a connection, the client taking what is sent or not. */
async function open({ host = 'localhost', takes = true } = {}): Promise<void> {
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.on('error', () => {});
  if (takes) client.setEncoding('utf8').on('data', (text) => (received += String(text)));
  else client.pause();
  client.write(`GET /?padding HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  const [request, response] = await new Promise<[IncomingMessage, ServerResponse]>((resolve) => {
    server.once('request', (...both) => resolve(both));
  });
  response.setHeader('X-Request-Id', 'abc');
  connection = new BoundedConnection(request, response);
}

/** Sends until the client has more than it takes, and the buffers between too. */
async function fill(): Promise<void> {
  const chunk = `:${'x'.repeat(1_000_000)}\n\n`;
  for (let i = 0; i < 100 && connection.stalledMilliseconds < 20; i++) {
    if (!connection.isFull) connection.send(chunk);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(connection.isFull).toBe(true);
}

test('carries a session of better-sse, with its headers and those of the response', async () => {
  await open();
  const session = await createSession(connection, { retry: 2000, keepAlive: null });
  connection.send('data:1\n\n');
  await eventually(() => received.includes('data:1'), 'the event arrives');
  expect(received).toMatch(/^HTTP\/1.1 200 /);
  for (const header of ['Content-Type: text/event-stream', 'X-Accel-Buffering: no', 'X-Request-Id: abc']) {
    expect(received).toContain(`\r\n${header}\r\n`);
  }
  expect(received).toMatch(/\r\nCache-Control: [^\r]*no-cache[^\r]*no-transform/);
  expect(received).toContain('retry:2000\n\n');
  expect(session.isConnected).toBe(true);
  client.destroy();
  await eventually(() => !session.isConnected, 'the session hears that its client left');
  expect(connection.isOpen).toBe(false);
});

test.each(['a b', '[', 'user:password@host', ':99999', '%'])('takes the Host header "%s"', async (host) => {
  await open({ host });
  await createSession(connection);
  connection.send(':hello\n\n');
  await eventually(() => received.includes(':hello'), 'the comment arrives');
});

test('a client that takes nothing makes it full; it tells how long, until the client takes again', async () => {
  await open({ takes: false });
  expect([connection.isFull, connection.stalledMilliseconds, connection.keptWaitingMilliseconds]).toEqual([
    false,
    0,
    0,
  ]);
  await fill();
  expect(connection.stalledMilliseconds).toBeGreaterThanOrEqual(20);
  let drained = 0;
  connection.onDrain(() => drained++);
  client.resume();
  await eventually(() => !connection.isFull, 'the client takes what waits');
  await eventually(() => drained > 0, 'the drain is told');
  expect(connection.stalledMilliseconds).toBe(0);
  const kept = connection.keptWaitingMilliseconds;
  expect(kept).toBeGreaterThanOrEqual(20);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(connection.keptWaitingMilliseconds).toBe(kept);
  connection.forgive();
  expect(connection.keptWaitingMilliseconds).toBe(0);
});

test('of an answer that waits behind another cuts the client off all the same', async () => {
  await open();
  const gone = new Promise((resolve) => client.once('close', resolve));
  client.write('GET /behind HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const [request, response] = await new Promise<[IncomingMessage, ServerResponse]>((resolve) => {
    server.once('request', (...both) => resolve(both));
  });
  const behind = new BoundedConnection(request, response);
  expect(response.socket).toBeNull();
  behind.drop();
  await gone;
  expect([behind.isOpen, received]).toEqual([false, '']);
});

test('tells how long nothing was sent', async () => {
  await open();
  await new Promise((resolve) => setTimeout(resolve, 150));
  const idle = connection.idleMilliseconds;
  expect(idle).toBeGreaterThan(140);
  connection.send(':x\n\n');
  expect(connection.idleMilliseconds).toBeLessThan(idle);
});

test('the end comes after what was sent, and nothing after the end', async () => {
  await open();
  connection.send('data:last\n\n');
  connection.end();
  expect(connection.isOpen).toBe(false);
  connection.send('data:late\n\n');
  connection.end();
  await eventually(() => received.endsWith('0\r\n\r\n'), 'the stream ends');
  expect(received).toContain('data:last');
  expect(received).not.toContain('data:late');
});

test('drop cuts off a client that takes nothing', async () => {
  await open({ takes: false });
  await fill();
  connection.drop();
  expect(connection.isOpen).toBe(false);
  client.resume();
  await eventually(() => client.destroyed || client.readableEnded, 'the client is cut off');
});

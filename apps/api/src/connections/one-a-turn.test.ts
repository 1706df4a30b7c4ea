import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '../testing/eventually.ts';
import { oneATurn } from './one-a-turn.ts';

let server: Server;
let port: number;
/** The addresses of the requests that were taken up. */
const taken: string[] = [];
const open = new Set<ServerResponse>();
beforeEach(async () => {
  taken.length = 0;
  open.clear();
  server = createServer(
    oneATurn((request, response) => {
      taken.push(request.url ?? '');
      open.add(response);
      response.once('close', () => open.delete(response));
      if (request.url !== '/slow') response.end('.');
    }),
  );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const request = (url: string, last = false) =>
  `GET ${url} HTTP/1.1\r\nHost: x\r\n${last ? 'Connection: close\r\n' : ''}\r\n`;

test('requests that come in one piece are taken up and answered in order', async () => {
  const socket = connect(port, '127.0.0.1');
  const urls = Array.from({ length: 100 }, (_, i) => `/${i}`);
  socket.write(urls.map((url, i) => request(url, i === 99)).join(''));
  const answers = await text(socket);
  expect(answers.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(100);
  expect(taken).toEqual(urls);
});

test('a turn of the event loop takes up one of them, so that another connection comes in between', async () => {
  const many = connect(port, '127.0.0.1');
  const other = connect(port, '127.0.0.1');
  await eventually(() => many.readyState === 'open' && other.readyState === 'open', 'both are connected');
  many.write(Array.from({ length: 90 }, () => request('/many')).join(''));
  other.write(request('/other'));
  await eventually(() => taken.length === 91, 'all are taken up');
  expect(taken.indexOf('/other')).toBeLessThan(60);
});

test('a slow answer keeps no other request from being taken up', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write(request('/slow') + request('/after', true));
  await eventually(() => taken.length === 2, 'both are taken up');
  expect(taken).toEqual(['/slow', '/after']);
  for (const response of open) if (!response.writableEnded) response.end('.');
  expect((await text(socket)).match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
});

test('a connection that sends too far ahead is cut, and nothing of it is taken up any more', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.resume();
  socket.write(request('/slow') + request('/ahead').repeat(100));
  await closed;
  await eventually(() => open.size === 0, 'the first answer is given up');
  await new Promise(setImmediate);
  expect(taken).toEqual(['/slow']);
});

test('an answer that waits behind another is told when the connection ends', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write(request('/slow') + request('/slow') + request('/slow'));
  await eventually(() => open.size === 3, 'all are taken up');
  socket.destroy();
  await eventually(() => open.size === 0, 'all are given up');
});

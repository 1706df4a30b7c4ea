import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { httpFetch } from './http-fetch.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('fetch over node:http', () => {
  test('sends what it is given and answers what comes', async () => {
    const url = await serve((request, response) => {
      request.setEncoding('utf8').once('data', (body: string) => {
        response.writeHead(422, { 'X-Told': request.headers['content-type'] });
        response.end(`${request.method} ${body}`);
      });
    });
    const init = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    const answer = await httpFetch()(url, init);
    expect([answer.status, answer.ok, answer.headers.get('x-told')]).toEqual([
      422,
      false,
      'application/json',
    ]);
    expect(await answer.text()).toBe('POST {}');
  });

  test('keeps the cookies that it is given', async () => {
    const seen: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      seen.push(request.headers.cookie);
      response.setHeader('Set-Cookie', ['client=a1; Path=/; HttpOnly', 'other=2']);
      response.writeHead(204).end();
    });
    const asked = httpFetch({ cookies: new Map() });
    await asked(url);
    await asked(url);
    expect(seen).toEqual([undefined, 'client=a1; other=2']);
  });

  test('reads no faster than it is told, and loses nothing', async () => {
    const url = await serve((_request, response) => response.end('x'.repeat(300)));
    const pieces: number[] = [];
    const answer = await httpFetch({
      slowness: { bytesPerSecond: 1000 },
      onBytes: ({ length }) => pieces.push(length),
    })(url);
    expect(await answer.text()).toBe('x'.repeat(300));
    expect(pieces).toEqual([100, 100, 100]);
  });

  test('takes all that waits when its time to catch up has come', async () => {
    const url = await serve((_request, response) => response.end('x'.repeat(1_000_000)));
    const pieces: number[] = [];
    const slowness = { bytesPerSecond: 1000, catchUpSeconds: 0.15 };
    const answer = await httpFetch({ slowness, onBytes: ({ length }) => pieces.push(length) })(url);
    expect(await answer.text()).toBe('x'.repeat(1_000_000));
    // At its trickle alone it would take 10,000 pieces, and a quarter of an hour.
    expect(pieces.length).toBeLessThan(1000);
  });

  test('gives up when it is told to, before and after the answer has begun', async () => {
    const url = await serve((_request, response) => {
      response.write('begun');
    });
    const controller = new AbortController();
    const answer = await httpFetch()(url, { signal: controller.signal });
    const text = answer.text();
    controller.abort();
    await expect(text).rejects.toThrow();
    await expect(httpFetch()(url, { signal: controller.signal })).rejects.toThrow();
  });
});

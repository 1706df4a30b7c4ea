import { once } from 'node:events';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

function ask(headers: Readonly<Record<string, string>>): ClientRequest {
  const request = httpRequest(`${server.url}/api/sa/configure`, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', ...headers },
  });
  request.on('error', () => undefined);
  return request;
}

/** The answer that comes before the request is ended. */
async function earlyAnswer(request: ClientRequest): Promise<[status: number | undefined, body: unknown]> {
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const body: unknown = JSON.parse(await text(response));
  request.destroy();
  return [response.statusCode, body];
}

test('a body that is announced to be too large is refused before a byte of it has come', async () => {
  for (const length of [65_537, 1e12]) {
    const request = ask({ 'content-length': String(length) });
    request.flushHeaders();
    expect(await earlyAnswer(request)).toMatchObject([413, { code: 'body_too_large' }]);
  }
});

test('a body of a length that is not told is refused as soon as it is too large', async () => {
  const request = ask({ 'transfer-encoding': 'chunked' });
  const piece = ' '.repeat(10_000);
  for (let sent = 0; sent < 70_000; sent += piece.length) request.write(piece);
  expect(await earlyAnswer(request)).toMatchObject([413, { code: 'body_too_large' }]);
});

test.each([{ 'transfer-encoding': 'chunked' }, { 'content-length': '65536' }])(
  'a body that is as large as it may be is read: %j',
  async (headers) => {
    const request = ask(headers);
    const [head, tail] = ['{"formula":"C6H14"', '}'];
    request.write(head);
    request.write(' '.repeat(65_536 - head.length - tail.length));
    request.end(tail);
    expect(await earlyAnswer(request)).toMatchObject([200, { status: 'configured' }]);
  },
);

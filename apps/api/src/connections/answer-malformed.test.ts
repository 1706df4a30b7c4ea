import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROBLEMS, type ProblemCode, problemDocument } from '@webfaulon/protocol';
import { answerMalformed } from './answer-malformed.ts';
import { createBoundedServer } from './bounded-server.ts';

const servers: Server[] = [];
let port: number;
/** Answers that are not ended. */
const open: ServerResponse[] = [];

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  port = await listen(
    createBoundedServer((request, response) => {
      if (request.url === '/open') open.push(response.writeHead(200).flushHeaders() ?? response);
      else if (request.url === '/body') request.on('error', () => undefined).on('end', () => response.end());
      else if (request.url === '/later') setTimeout(() => response.end('answered'), 50);
      else response.end(Buffer.from('answered'));
    }, 10),
  );
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** All that comes back until the server ends the connection. */
async function send(message: string, to = port): Promise<string> {
  const socket = connect(to, '127.0.0.1');
  socket.write(message);
  return text(socket);
}

/** The head of a request whose body goes wrong. */
const body = (length: string) => `POST /body HTTP/1.1\r\nHost: x\r\n${length}\r\n\r\n`;

function expectProblem(answer: string, code: ProblemCode): void {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${PROBLEMS[code].status} `));
  expect(head).toMatch(/\r\nContent-Type: application\/problem\+json/);
  expect(head).toContain(`\r\nContent-Length: ${Buffer.byteLength(body)}`);
  expect(problemDocument.strict().parse(JSON.parse(body))).toMatchObject({ code });
}

describe('what never reaches the application is answered as a problem', () => {
  test.each<[string, string, ProblemCode]>([
    ['no HTTP at all', 'hello\r\n\r\n', 'malformed_request'],
    ['a tunnel', 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n', 'method_not_allowed'],
    ['an unknown method', 'FROBNICATE / HTTP/1.1\r\nHost: x\r\n\r\n', 'malformed_request'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'malformed_request'],
    ['a header that is none', 'GET / HTTP/1.1\r\nHost : x\r\n\r\n', 'malformed_request'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'malformed_request',
    ],
    ['an unknown transfer encoding', body('Transfer-Encoding: xchunked'), 'malformed_request'],
    [
      'a chunk beyond measure',
      `${body('Transfer-Encoding: chunked')}FFFFFFFFFFFFFFFFF\r\n`,
      'malformed_request',
    ],
    ['no chunk', `${body('Transfer-Encoding: chunked')}2\r\n{}\r\nhello\r\n`, 'malformed_request'],
    [
      'a chunk with large extensions',
      `${body('Transfer-Encoding: chunked')}2;${'x'.repeat(17_000)}\r\n`,
      'headers_too_large',
    ],
    ['large headers', `GET / HTTP/1.1\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`, 'headers_too_large'],
    ['a long address', `GET /${'x'.repeat(17_000)} HTTP/1.1\r\n\r\n`, 'headers_too_large'],
  ])('%s', async (_, message, code) => {
    expectProblem(await send(message), code);
  });

  test('what does not arrive in time', async () => {
    const server = createServer({ headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 20 });
    answerMalformed(server);
    const slow = await listen(server);
    expectProblem(await send('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ', slow), 'request_timeout');
    expectProblem(await send('', slow), 'request_timeout');
    expectProblem(await send(body('Content-Length: 9'), slow), 'request_timeout');
  });

  test('what comes after an answer', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    socket.once('data', () => setImmediate(() => socket.write('hello\r\n\r\n')));
    const answer = await text(socket);
    expectProblem(answer.slice(answer.indexOf('answered') + 'answered'.length), 'malformed_request');
  });
});

test('nothing is written into an answer that is under way', async () => {
  const answer = await send('GET /open HTTP/1.1\r\nHost: x\r\n\r\nhello\r\n\r\n');
  expect(answer).not.toContain('problem');
  expect(open).toHaveLength(1);
  const behind = await send(`GET /later HTTP/1.1\r\nHost: x\r\n\r\n${body('Transfer-Encoding: xchunked')}`);
  expect(behind).not.toContain('problem');
});

test('an expectation that is not known is passed over', async () => {
  const answer = await send('GET / HTTP/1.1\r\nHost: x\r\nExpect: much\r\nConnection: close\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1.1 200 [\s\S]*answered$/);
});

test('a client that waits to be asked for its body is asked, but not amid the answers to others', async () => {
  const asking = 'POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n';
  expect(await send(`${asking}Connection: close\r\n\r\n{}`)).toMatch(
    /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 [\s\S]*answered$/,
  );
  const both = await send(`GET /later HTTP/1.1\r\nHost: x\r\n\r\n${asking}Connection: close\r\n\r\n{}`);
  expect(both).toMatch(/^HTTP\/1\.1 200 [^{]*answeredHTTP\/1\.1 200 [^{]*\r\n\r\nanswered$/);
  expect(both).not.toContain('100 Continue');
});

test('a request and its headers have to arrive in time, an answer may take for ever, and connections are bounded', () => {
  const [server] = servers;
  expect(server).toMatchObject({ headersTimeout: 15_000, requestTimeout: 30_000, timeout: 0 });
  expect(server?.maxConnections).toBe(5010);
});

import { type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { describeProblem, type ProblemCode } from '@webfaulon/protocol';

/** What Node's parser refuses, by the code of its error. */
const PROBLEM_OF_PARSER: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

/** Answers as problems the requests that never reach the application, because they are no HTTP or do not arrive. */
export function answerMalformed(server: Server): void {
  /** How many requests of a connection are being answered. */
  const answering = new WeakMap<Duplex, number>();
  const count: RequestListener = ({ socket }, response) => {
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    response.once('close', () => answering.set(socket, (answering.get(socket) ?? 1) - 1));
  };
  for (const event of ['request', 'checkContinue', 'checkExpectation']) server.on(event, count);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    // Amid another answer it would be taken for a part of that one.
    const isFree = (answering.get(socket) ?? 0) === 0;
    if (socket.writable && isFree && error.code !== 'ECONNRESET') {
      socket.end(answerOf(PROBLEM_OF_PARSER[error.code ?? ''] ?? 'malformed_request'));
      // The rest of what the client sends is not waited for.
      socket.once('finish', () => socket.destroy());
    } else {
      socket.destroy();
    }
  });
}

function answerOf(code: ProblemCode): string {
  const document = describeProblem(code);
  const body = JSON.stringify(document);
  return [
    `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

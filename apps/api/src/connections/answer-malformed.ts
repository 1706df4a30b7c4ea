import { type RequestListener, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
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
  /** The answers of a connection that are not complete. */
  const answering = new WeakMap<Duplex, Set<ServerResponse>>();
  const keep: RequestListener = ({ socket }, response) => {
    const open = answering.get(socket) ?? new Set();
    answering.set(socket, open.add(response));
    response.once('close', () => open.delete(response));
  };
  for (const event of ['request', 'checkContinue', 'checkExpectation']) server.on(event, keep);
  const refuse = (socket: Duplex, code: ProblemCode, headers: readonly string[] = []) => {
    // Amid another answer it would be taken for a part of that one.
    const isFree = [...(answering.get(socket) ?? [])].every(isOfWhatIsMalformed);
    if (socket.writable && isFree) {
      socket.end(answerOf(code, headers));
      // The rest of what the client sends is not waited for.
      socket.once('finish', () => socket.destroy());
    } else {
      socket.destroy();
    }
  };
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET') socket.destroy();
    else refuse(socket, PROBLEM_OF_PARSER[error.code ?? ''] ?? 'malformed_request');
  });
  // Asked for a tunnel, Node would close the connection without a word.
  server.on('connect', (_request, socket: Duplex) => refuse(socket, 'method_not_allowed', ['Allow: ']));
}

/** Whether the error is in the body of the very request, and nothing was answered to it yet. */
function isOfWhatIsMalformed({ req, headersSent, socket }: ServerResponse): boolean {
  return !req.complete && !headersSent && socket !== null;
}

function answerOf(code: ProblemCode, headers: readonly string[]): string {
  const document = describeProblem(code);
  const body = JSON.stringify(document);
  return [
    `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
    ...headers,
    '',
    body,
  ].join('\r\n');
}

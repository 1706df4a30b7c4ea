import { createServer, type RequestListener, type Server } from 'node:http';
import { answerMalformed } from './answer-malformed.ts';
import type { MessageClasses } from './message-classes.ts';
import { oneATurn } from './one-a-turn.ts';
import { toOriginForm } from './origin-form.ts';

/** Longer than reverse proxies keep theirs, so that none sends a request into a connection that is just being closed. */
const KEEP_ALIVE_MILLISECONDS = 65_000;
/** For headers, and for a whole request, whose body has 64 KB at most. An answer may take as long as it wants: a stream does. */
const HEADERS_MILLISECONDS = 15_000;
const REQUEST_MILLISECONDS = 30_000;
const CHECK_MILLISECONDS = 5000;
/** Connections beside those of streams: what a browser opens for the rest, and requests of programs. */
const CONNECTIONS_BESIDE_STREAMS = 5000;

/**
 * An HTTP server that no connection can hold on to for nothing: headers and bodies have to arrive in time, idle connections are
 * closed, and beyond a number of connections no more are taken. What is no HTTP is answered as a problem like any other error.
 */
export function createBoundedServer(
  listener: RequestListener,
  maxStreams: number,
  messageClasses: Partial<MessageClasses> = {},
): Server {
  const takeUp = oneATurn((request, response) => {
    toOriginForm(request);
    listener(request, response);
  });
  const server = createServer(
    {
      ...messageClasses,
      headersTimeout: HEADERS_MILLISECONDS,
      requestTimeout: REQUEST_MILLISECONDS,
      keepAliveTimeout: KEEP_ALIVE_MILLISECONDS,
      connectionsCheckingInterval: CHECK_MILLISECONDS,
      // Node's own answer to a request without Host has no body; the application's has.
      requireHostHeader: false,
    },
    takeUp,
  );
  server.maxConnections = maxStreams + CONNECTIONS_BESIDE_STREAMS;
  answerMalformed(server);
  server.on('checkContinue', (request, response) => {
    // Behind another answer Node would put it between the head and the body of its own; and a client that sends ahead does not wait.
    if (response.socket !== null) response.writeContinue();
    takeUp(request, response);
  });
  // An expectation that is not known may be passed over; Node's own answer has no body.
  server.on('checkExpectation', takeUp);
  return server;
}

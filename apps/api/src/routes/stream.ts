import { parseEventId, streamQuery } from '@webfaulon/protocol';
import type { Request, Response } from 'express';
import { clientOf } from '../clients/client-of.ts';
import { ApiProblem } from '../errors/api-problem.ts';
import { entryOf } from '../streaming/viewer-cursor.ts';
import { depicterFor, poolFor } from './pool-for.ts';
import type { Services } from './services.ts';
import { sessionOf } from './session-of.ts';
import { validInput } from './valid-input.ts';

const RETRY_WHEN_FULL_SECONDS = '10';

/** What a HEAD request is told: it watches nothing, so no stream is opened for it. */
const STREAM_HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
};

/** GET /api/sa/{id}/stream */
export function stream(services: Services) {
  return async (request: Request, response: Response): Promise<void> => {
    const session = sessionOf(services, request);
    const { svg = 'always', every, lastEventId: idInQuery, from } = validInput(streamQuery, request.query);
    // The header is the browser's own word on a reconnect; the query is still the one of the first connection.
    const lastEventId = parseEventId(request.get('Last-Event-ID') ?? '') ?? idInQuery;
    const entry = entryOf(session, { from, lastEventId });
    if (entry === 'seen') {
      // Tells an EventSource to stop reconnecting.
      response.status(204).end();
      return;
    }
    if (request.method === 'HEAD') {
      response.set(STREAM_HEADERS).end();
      return;
    }
    assertMayWatch(services, session.id, request, response);
    const { journal } = services;
    const pool = poolFor(services, request);
    const depictions = depicterFor(services, request);
    const onError = (error: unknown) => request.log.error({ err: error }, 'stream failed');
    await services.streams.open(
      request,
      response,
      { session, pool, depictions, onError, commit: () => journal.commit(session) },
      { entry, svg, every },
    );
  };
}

/** Counts the stream from now until its response is closed. */
function assertMayWatch(
  { streamAllowance, configuration }: Services,
  sessionId: string,
  request: Request,
  response: Response,
): void {
  const full = streamAllowance.take(sessionId, clientOf(request), response);
  if (full === undefined) return;
  const headers = { 'Retry-After': RETRY_WHEN_FULL_SECONDS };
  const { maxStreams, maxStreamsPerSession, maxStreamsPerClient, maxStreamsPerAddress } = configuration;
  if (full === 'server') {
    const detail = `The server has as many streams open as it may (MAX_STREAMS, ${maxStreams}). Try again later.`;
    throw new ApiProblem('server_full', { detail, headers });
  }
  const detail = {
    session: `As many streams as may (MAX_STREAMS_PER_SESSION, ${maxStreamsPerSession}) show this session.`,
    client: `This client has as many streams open as it may (MAX_STREAMS_PER_CLIENT, ${maxStreamsPerClient}).`,
    address: `This address has as many streams open as it may (MAX_STREAMS_PER_ADDRESS, ${maxStreamsPerAddress}).`,
  }[full];
  throw new ApiProblem('too_many_streams', { detail, headers });
}

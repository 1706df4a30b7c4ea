import { parseEventId, streamQuery } from '@webfaulon/protocol';
import type { Request, Response } from 'express';
import { entryOf } from '../streaming/viewer-cursor.ts';
import type { Services } from './services.ts';
import { sessionOf } from './session-of.ts';
import { validInput } from './valid-input.ts';

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
    const { pool, depictions, journal } = services;
    const onError = (error: unknown) => request.log.error({ err: error }, 'stream failed');
    await services.streams.open(
      request,
      response,
      { session, pool, depictions, onError, commit: () => journal.commit(session) },
      { entry, svg, every },
    );
  };
}

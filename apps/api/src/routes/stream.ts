import { parseEventId, streamQuery, validate } from '@webfaulon/protocol';
import type { Request, Response } from 'express';
import { ApiProblem } from '../errors/api-problem.ts';
import { entryOf } from '../streaming/viewer-cursor.ts';
import type { Services } from './services.ts';
import { sessionOf } from './session-of.ts';

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
    const validation = validate(streamQuery, request.query);
    if (!validation.ok) {
      const { problems } = validation;
      throw new ApiProblem('validation_failed', { detail: problems[0].detail, errors: problems });
    }
    const { svg = 'always', every, lastEventId: idInQuery, from } = validation.value;
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
    const { pool, depictions } = services;
    const onError = (error: unknown) => request.log.error({ err: error }, 'stream failed');
    await services.streams.open(
      request,
      response,
      { session, pool, depictions, onError },
      { entry, svg, every },
    );
  };
}

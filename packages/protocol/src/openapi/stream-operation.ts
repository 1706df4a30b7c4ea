import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { COARSE_POINTS, PER_STEP_MAX_PACE, REPLAY_PER_STEP_MAX } from '../coarse-grid.ts';
import { formatEventId } from '../event-id.ts';
import { sessionPath } from '../session.ts';
import { STREAM_EVENTS, type StreamEventName } from '../stream-events.ts';
import { streamQuery } from '../stream-query.ts';
import { z } from '../zod.ts';
import { problemResponses } from './problem-responses.ts';

/** What OpenAPI 3.1 has no words for: the events of a stream, by name. */
const SSE_EVENTS: Record<StreamEventName, { id: string | null; when: string; data: { $ref: string } }> = {
  progress: { id: '17 or 17-r2', when: 'A step was played.', data: dataOf('progress') },
  complete: {
    id: '2000-complete or 2000-r2-complete',
    when: 'The last step was played. The stream ends.',
    data: dataOf('complete'),
  },
  waiting: {
    id: null,
    when: 'About once a second while the session is idle or paused.',
    data: dataOf('waiting'),
  },
  error: { id: null, when: 'The run has failed, or the session is gone.', data: dataOf('error') },
};

function dataOf(name: StreamEventName): { $ref: string } {
  return { $ref: `#/components/schemas/${STREAM_EVENTS[name].meta()?.id}` };
}

/** One event as it stands on the wire, with the example of its schema as data. */
function eventText(name: StreamEventName, id?: string): string {
  const examples: unknown = STREAM_EVENTS[name].meta()?.['examples'];
  const data = JSON.stringify(Array.isArray(examples) ? examples[0] : undefined);
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${data}\n\n`;
}

const TRANSCRIPT = [
  eventText('waiting'),
  eventText('progress', formatEventId({ step: 17, run: 0, complete: false })),
  eventText('complete', formatEventId({ step: 2000, run: 0, complete: true })),
].join('');

const DESCRIPTION = `The run as server-sent events. Any number of viewers may watch a session; each gets the run from its first
step, what is already played at once and then live, and the stream ends after \`complete\`.

| event | id | data |
|---|---|---|
${Object.entries(SSE_EVENTS)
  .map(([name, { id, data }]) => `| ${name} | ${id ?? 'none'} | ${data.$ref.split('/').at(-1)} |`)
  .join('\n')}

**Which steps.** Up to ${PER_STEP_MAX_PACE} steps a second each step is an event. Faster runs, and replays of more than
${REPLAY_PER_STEP_MAX} steps, send the steps divisible by max(1, ceil(total_steps / ${COARSE_POINTS})), and the last.

**Reconnecting.** With the header Last-Event-ID, which an EventSource sends by itself, or the parameter lastEventId, the
stream continues with the first event after that one. After the id of \`complete\` the answer is 204, which tells an
EventSource to stop. After the k-th reset ids are \`17-rk\` and \`2000-rk-complete\`; an id of another run means from the
start. Without an id, a complete run that a viewer has already seen to its end answers \`complete\` alone; from=start
replays it.

**Slow viewers** skip to the newest event, told by a comment \`: skipped n\`, and are dropped if that does not help; they
can reconnect.

\`\`\`
curl -N http://localhost:3000/api/sa/<id>/stream

${TRANSCRIPT.trimEnd()}
\`\`\``;

/** The route of a session's event stream. */
export const STREAM_PATHS: ZodOpenApiPathsObject = {
  '/api/sa/{id}/stream': {
    get: {
      operationId: 'streamSession',
      tags: ['sessions'],
      summary: 'Watch a run live',
      description: DESCRIPTION,
      requestParams: {
        path: sessionPath,
        query: streamQuery,
        header: z.object({
          'Last-Event-ID': z
            .string()
            .optional()
            .meta({
              description:
                'The id of the last event that the viewer has. One that is no id of this run means from the start.',
              examples: ['17'],
            }),
        }),
      },
      responses: {
        200: {
          description:
            'The stream, open until complete, the end of the session or a reset of the connection.',
          headers: {
            'Cache-Control': { schema: { type: 'string' }, description: 'no-cache, no-transform' },
            'X-Accel-Buffering': {
              schema: { type: 'string' },
              description: 'no: proxies are not to buffer.',
            },
          },
          content: {
            'text/event-stream': {
              schema: { type: 'string', description: 'Server-sent events; see x-sse-events.' },
              example: TRANSCRIPT,
              'x-sse-events': SSE_EVENTS,
            },
          },
        },
        204: { description: 'The viewer has the complete event already: stop reconnecting.' },
        ...problemResponses([
          'session_not_found',
          'validation_failed',
          'too_many_streams',
          'server_full',
          'shutting_down',
        ]),
      },
    },
  },
};

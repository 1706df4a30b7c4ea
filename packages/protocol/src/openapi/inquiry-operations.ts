import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { historyQuery, sessionHistory } from '../history.ts';
import { isomersQuery, sessionIsomers } from '../isomers.ts';
import { scoringComponents } from '../scoring-components.ts';
import { EXAMPLE_ID, sessionId, sessionPath } from '../session.ts';
import { stepExplanation } from '../step-explanation.ts';
import { z } from '../zod.ts';
import { problemResponses } from './problem-responses.ts';

const TAGS = ['sessions'];
/** Of whatever asks about a run. */
const REFUSALS = problemResponses([
  'session_not_found',
  'session_outdated',
  'session_failed',
  'validation_failed',
  'shutting_down',
]);

const history: ZodOpenApiOperationObject = {
  operationId: 'getSessionHistory',
  tags: TAGS,
  summary: 'A part of the run as columns',
  description:
    'What was played of a window of steps, for a chart: thinned to at most max_points points in a way that keeps the extremes. A window of up to 50,000 steps is looked at step by step; of a wider one only those of the 500 points that are kept of a whole run, at equal distances, which the stride tells.',
  requestParams: { path: sessionPath, query: historyQuery },
  responses: {
    200: { description: 'The columns.', content: { 'application/json': { schema: sessionHistory } } },
    ...REFUSALS,
  },
};

const isomers: ZodOpenApiOperationObject = {
  operationId: 'listSessionIsomers',
  tags: TAGS,
  summary: 'The isomers that the run has met',
  description:
    'The distinct isomers met up to the played position, in the order in which they were met, a page at a time. Searching a long run takes a while: an answer that is not up to date comes with what is found so far, and the next request goes on from there.',
  requestParams: { path: sessionPath, query: isomersQuery },
  responses: {
    200: { description: 'A page.', content: { 'application/json': { schema: sessionIsomers } } },
    ...REFUSALS,
  },
};

const explainStep: ZodOpenApiOperationObject = {
  operationId: 'explainSessionStep',
  tags: TAGS,
  summary: 'One step explained',
  description:
    'Computes a step that was played once more, and tells what was drawn, what it would have made, and how it was judged.',
  requestParams: {
    path: z.object({
      id: sessionId.meta({ examples: [EXAMPLE_ID] }),
      n: z
        .int()
        .gte(1)
        .meta({ description: 'The step, from 1 to the played position.', examples: [17] }),
    }),
  },
  responses: {
    200: { description: 'The step.', content: { 'application/json': { schema: stepExplanation } } },
    ...problemResponses([
      'session_not_found',
      'session_outdated',
      'step_not_played',
      'session_failed',
      'shutting_down',
    ]),
  },
};

const components: ZodOpenApiOperationObject = {
  operationId: 'listScoringComponents',
  tags: TAGS,
  summary: 'Scoring components',
  description: 'What component_weights can name: what each measures, in which unit, and what it costs.',
  responses: {
    200: { description: 'The components.', content: { 'application/json': { schema: scoringComponents } } },
    ...problemResponses(['shutting_down']),
  },
};

/** The routes that tell more of a run than its status does. */
export const INQUIRY_PATHS: ZodOpenApiPathsObject = {
  '/api/sa/components': { get: components },
  '/api/sa/{id}/history': { get: history },
  '/api/sa/{id}/isomers': { get: isomers },
  '/api/sa/{id}/steps/{n}': { get: explainStep },
};

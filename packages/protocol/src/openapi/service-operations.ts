import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { health, liveness, readiness } from '../health.ts';
import { OF_ANY_PROBE, problemResponses } from './problem-responses.ts';

const TAGS = ['service'];

const getHealth: ZodOpenApiOperationObject = {
  operationId: 'getHealth',
  tags: TAGS,
  summary: 'Health and version',
  description: 'Answers as long as the server can answer anything, and tells its version.',
  responses: {
    200: { description: 'The server is healthy.', content: { 'application/json': { schema: health } } },
    ...problemResponses([], OF_ANY_PROBE),
  },
};

const getLiveness: ZodOpenApiOperationObject = {
  operationId: 'getLiveness',
  tags: TAGS,
  summary: 'Liveness',
  description: 'For supervisors: a server that does not answer this should be restarted.',
  responses: {
    200: { description: 'The process lives.', content: { 'application/json': { schema: liveness } } },
    ...problemResponses([], OF_ANY_PROBE),
  },
};

const getReadiness: ZodOpenApiOperationObject = {
  operationId: 'getReadiness',
  tags: TAGS,
  summary: 'Readiness',
  description:
    'For load balancers: whether the workers are up, the queue is below its cap, and the server is not stopping.',
  responses: {
    200: { description: 'Send new sessions here.', content: { 'application/json': { schema: readiness } } },
    ...problemResponses(['not_ready'], OF_ANY_PROBE),
  },
};

const getMetrics: ZodOpenApiOperationObject = {
  operationId: 'getMetrics',
  tags: TAGS,
  summary: 'Metrics',
  description:
    "The server's figures for Prometheus; docs/metrics.md explains each. With METRICS_PORT they are on that port instead, and here is a 404.",
  responses: {
    200: {
      description: "The metrics in Prometheus' text format.",
      content: { 'text/plain': { schema: { type: 'string' } } },
    },
    ...problemResponses([]),
  },
};

const getOpenApi: ZodOpenApiOperationObject = {
  operationId: 'getOpenApi',
  tags: TAGS,
  summary: 'This document',
  description: 'The API as an OpenAPI 3.1 document.',
  responses: {
    200: {
      description: 'The document.',
      content: { 'application/json': { schema: { type: 'object', required: ['openapi', 'info', 'paths'] } } },
    },
    ...problemResponses([]),
  },
};

const getDocs: ZodOpenApiOperationObject = {
  operationId: 'getDocs',
  tags: TAGS,
  summary: 'Browsable documentation',
  description: 'This document as a page to read and to try things on; it loads nothing from elsewhere.',
  responses: {
    200: {
      description: 'The page, at this address with a slash at its end.',
      content: { 'text/html': { schema: { type: 'string' } } },
    },
    308: { description: 'To the address with a slash at its end.' },
    ...problemResponses([]),
  },
};

/** The routes that tell about the server itself. */
export const SERVICE_PATHS: ZodOpenApiPathsObject = {
  '/health': { get: getHealth },
  '/livez': { get: getLiveness },
  '/readyz': { get: getReadiness },
  '/metrics': { get: getMetrics },
  '/openapi.json': { get: getOpenApi },
  '/docs': { get: getDocs },
};

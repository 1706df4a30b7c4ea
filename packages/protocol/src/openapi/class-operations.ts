import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import {
  classBoard,
  classMember,
  classOpened,
  classPath,
  classReport,
  classRequest,
  joinRequest,
} from '../class-board.ts';
import { isomersQuery } from '../isomers.ts';
import { CONFIGURATION_CODES, problemResponses } from './problem-responses.ts';

const TAGS = ['classes'];
const BODY_CODES = [
  'invalid_json',
  'body_too_large',
  'unsupported_media_type',
  'origin_not_allowed',
  'shutting_down',
] as const;

const open: ZodOpenApiOperationObject = {
  operationId: 'openClass',
  tags: TAGS,
  summary: 'Open a class',
  description:
    'A class looks for the isomers of one formula together: each member runs the same configuration with its own seed.',
  requestBody: { required: true, content: { 'application/json': { schema: classRequest } } },
  responses: {
    200: { description: 'The class is open.', content: { 'application/json': { schema: classOpened } } },
    ...problemResponses([...BODY_CODES, ...CONFIGURATION_CODES, 'too_many_classes', 'server_full']),
  },
};

const join: ZodOpenApiOperationObject = {
  operationId: 'joinClass',
  tags: TAGS,
  summary: 'Join a class',
  description:
    'Answers the run that is the member’s part, wherever it is computed: in a session here or in the browser.',
  requestParams: { path: classPath },
  requestBody: { content: { 'application/json': { schema: joinRequest } } },
  responses: {
    200: { description: 'The member.', content: { 'application/json': { schema: classMember } } },
    ...problemResponses([...BODY_CODES, 'class_not_found', 'class_full', 'validation_failed']),
  },
};

const report: ZodOpenApiOperationObject = {
  operationId: 'reportToClass',
  tags: TAGS,
  summary: 'Report how far a run was played',
  description:
    'A run is a function of its configuration, so the step alone says what was found; the server computes it, and nothing can be claimed that was not found. May be sent as often as wanted; the farthest step counts.',
  requestParams: { path: classPath },
  requestBody: { required: true, content: { 'application/json': { schema: classReport } } },
  responses: {
    204: { description: 'Noted; the board follows.' },
    ...problemResponses([...BODY_CODES, 'class_not_found', 'member_not_found', 'validation_failed']),
  },
};

const board: ZodOpenApiOperationObject = {
  operationId: 'getClassBoard',
  tags: TAGS,
  summary: 'The board of a class',
  description: 'What the class has found together, the isomers a page at a time.',
  requestParams: { path: classPath, query: isomersQuery },
  responses: {
    200: { description: 'The board.', content: { 'application/json': { schema: classBoard } } },
    ...problemResponses(['class_not_found', 'validation_failed', 'shutting_down']),
  },
};

/** The routes of classes. */
export const CLASS_PATHS: ZodOpenApiPathsObject = {
  '/api/classes': { post: open },
  '/api/classes/{code}': { get: board },
  '/api/classes/{code}/members': { post: join },
  '/api/classes/{code}/results': { post: report },
};

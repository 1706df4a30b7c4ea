import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { configureRequest } from '../configure-request.ts';
import { sessionConfigured, sessionPath, sessionPaused, sessionReset, sessionStarted } from '../session.ts';
import { paceRequest, sessionPaced, sessionStepped, stepRequest } from '../session-control.ts';
import { sessionStatus } from '../session-status.ts';
import { CONFIGURATION_CODES, problemResponses } from './problem-responses.ts';

const TAGS = ['sessions'];

/** What every operation that changes a session can be refused with. */
const CONTROL_CODES = [
  'session_not_found',
  'session_outdated',
  'viewer_only',
  'origin_not_allowed',
  'shutting_down',
] as const;

const configure: ZodOpenApiOperationObject = {
  operationId: 'configureSession',
  tags: TAGS,
  summary: 'Make a session',
  description:
    'Checks a configuration and makes a session of it, in state idle at step 0. The same configuration gives the same run each time.',
  requestBody: { required: true, content: { 'application/json': { schema: configureRequest } } },
  responses: {
    200: {
      description: 'The session waits for its start.',
      content: { 'application/json': { schema: sessionConfigured } },
    },
    ...problemResponses([
      'invalid_json',
      'body_too_large',
      'unsupported_media_type',
      ...CONFIGURATION_CODES,
      'origin_not_allowed',
      'too_many_sessions',
      'server_full',
      'shutting_down',
    ]),
  },
};

const start: ZodOpenApiOperationObject = {
  operationId: 'startSession',
  tags: TAGS,
  summary: 'Start or resume',
  description:
    'Starts an idle session, or resumes a paused one where it stands. It runs whether or not anybody watches.',
  requestParams: { path: sessionPath },
  responses: {
    200: { description: 'The session runs.', content: { 'application/json': { schema: sessionStarted } } },
    ...problemResponses([
      'session_already_running',
      'session_already_complete',
      'session_failed',
      ...CONTROL_CODES,
    ]),
  },
};

const pause: ZodOpenApiOperationObject = {
  operationId: 'pauseSession',
  tags: TAGS,
  summary: 'Pause',
  description:
    'Holds a running session at a step, at once: no viewer is sent a step beyond the one answered until it is started again.',
  requestParams: { path: sessionPath },
  responses: {
    200: { description: 'The session holds.', content: { 'application/json': { schema: sessionPaused } } },
    ...problemResponses(['session_not_running', ...CONTROL_CODES]),
  },
};

const reset: ZodOpenApiOperationObject = {
  operationId: 'resetSession',
  tags: TAGS,
  summary: 'Go back to step 0',
  description:
    'Takes a session in any state back to idle at step 0, with the same configuration and seed: started again, it gives the same run again. Streams stay open and tell waiting; event ids change from `17` to `17-r1`, `17-r2` and so on.',
  requestParams: { path: sessionPath },
  responses: {
    200: {
      description: 'The session stands at step 0.',
      content: { 'application/json': { schema: sessionReset } },
    },
    ...problemResponses(CONTROL_CODES),
  },
};

const status: ZodOpenApiOperationObject = {
  operationId: 'getSessionStatus',
  tags: TAGS,
  summary: 'Where a session stands',
  description:
    'The played position, what the run has found up to it, and the configuration with every default.',
  requestParams: { path: sessionPath },
  responses: {
    200: { description: 'The status.', content: { 'application/json': { schema: sessionStatus } } },
    ...problemResponses(['session_not_found', 'session_outdated', 'session_failed', 'shutting_down']),
  },
};

const step: ZodOpenApiOperationObject = {
  operationId: 'stepSession',
  tags: TAGS,
  summary: 'Play some steps',
  description:
    'Plays so many steps of an idle or paused session, then holds again; answers once they are played. Fewer where the run ends, or is paused meanwhile.',
  requestParams: { path: sessionPath },
  requestBody: { content: { 'application/json': { schema: stepRequest } } },
  responses: {
    200: {
      description: 'The steps are played.',
      content: { 'application/json': { schema: sessionStepped } },
    },
    ...problemResponses([
      'invalid_json',
      'body_too_large',
      'unsupported_media_type',
      'session_already_running',
      'session_already_complete',
      'session_failed',
      ...CONTROL_CODES,
      'validation_failed',
    ]),
  },
};

const setPace: ZodOpenApiOperationObject = {
  operationId: 'setSessionPace',
  tags: TAGS,
  summary: 'Change the pace',
  description:
    'Changes how fast the run is shown, at once and in any state; nothing of what happens in the run depends on it.',
  requestParams: { path: sessionPath },
  requestBody: { required: true, content: { 'application/json': { schema: paceRequest } } },
  responses: {
    200: { description: 'The pace is changed.', content: { 'application/json': { schema: sessionPaced } } },
    ...problemResponses([
      'invalid_json',
      'body_too_large',
      'unsupported_media_type',
      ...CONTROL_CODES,
      'validation_failed',
    ]),
  },
};

const remove: ZodOpenApiOperationObject = {
  operationId: 'deleteSession',
  tags: TAGS,
  summary: 'Delete',
  description: 'Stops the run, ends its streams and frees the session.',
  requestParams: { path: sessionPath },
  responses: { 204: { description: 'The session is gone.' }, ...problemResponses(CONTROL_CODES) },
};

/** The routes of a session, but for its stream. */
export const SESSION_PATHS: ZodOpenApiPathsObject = {
  '/api/sa/configure': { post: configure },
  '/api/sa/{id}/start': { post: start },
  '/api/sa/{id}/pause': { post: pause },
  '/api/sa/{id}/reset': { post: reset },
  '/api/sa/{id}/status': { get: status },
  '/api/sa/{id}/step': { post: step },
  '/api/sa/{id}': { patch: setPace, delete: remove },
};

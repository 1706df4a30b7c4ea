import { type ProblemCode, problemDocument } from '@webfaulon/protocol';
import type { SaCoreError } from '@webfaulon/sa-core';
import type { ErrorRequestHandler } from 'express';
import { ApiProblem } from './api-problem.ts';

/** What Express and its body parser throw, by their `type`. */
const PROBLEM_OF_PARSER: Readonly<Record<string, ProblemCode>> = {
  'entity.too.large': 'body_too_large',
  'entity.parse.failed': 'invalid_json',
  'encoding.unsupported': 'unsupported_media_type',
  'charset.unsupported': 'unsupported_media_type',
  'request.size.invalid': 'invalid_json',
  'request.aborted': 'invalid_json',
  'entity.verify.failed': 'invalid_json',
};

/** Where the title would speak of something else than what is wrong. */
const DETAIL_OF_PARSER: Readonly<Record<string, string>> = {
  'encoding.unsupported': 'The body may be compressed by gzip, deflate or br, and once (Content-Encoding).',
  'charset.unsupported': 'The body has to be UTF-8 (Content-Type: application/json; charset=utf-8).',
};

/** Answers every error as a problem document. What only the operator should know goes to the log alone. */
export const problemHandler: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const problem = problemOf(error);
  // A server that is full, stopping or not ready says so; only a fault of its own is for the operator to look into.
  if (problem.code === 'internal_error') request.log.error({ err: error }, 'request failed');
  if (response.headersSent) {
    // Half an answer must not pass for a whole one. A whole one may have been given before the request was read to its end.
    if (!response.writableEnded) response.destroy();
    return;
  }
  const instance = typeof request.id === 'string' ? { instance: request.id } : {};
  response
    .status(problem.document.status)
    .set(problem.headers)
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument.parse({ ...problem.document, ...instance })));
};

function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (typeof error === 'object' && error !== null) {
    const { type, status } = error as { type?: unknown; status?: unknown };
    const kind = typeof type === 'string' ? type : '';
    const code = PROBLEM_OF_PARSER[kind];
    const detail = DETAIL_OF_PARSER[kind];
    if (code !== undefined)
      return new ApiProblem(code, { cause: error, ...(detail !== undefined && { detail }) });
    // A path that is no UTF-8 when decoded names nothing that is here.
    if (error instanceof URIError) return new ApiProblem('route_not_found', { cause: error });
    // The body parser does not name what goes wrong in decompressing.
    if (status === 400) return new ApiProblem('invalid_json', { cause: error });
  }
  return new ApiProblem('internal_error', { cause: error });
}

/** An error of sa-core that the configuration caused, as the problem of the same code. */
export function problemOfConfiguration(error: SaCoreError, code: ProblemCode): ApiProblem {
  return new ApiProblem(code, {
    detail: error.message,
    errors: [{ pointer: error.pointer, code, detail: error.message }],
    cause: error,
  });
}

import express, { type NextFunction, type Request, type Response } from 'express';
import { ApiProblem } from '../errors/api-problem.ts';
import { problemHandler } from '../errors/problem-handler.ts';

const MAX_BODY_BYTES = 64 * 1024;

/** Reads a body of JSON into request.body. What is no JSON, or too large, is answered before the rest of it has come. */
export function jsonBody() {
  return [requireJson, refuseLargeBody, express.json({ limit: MAX_BODY_BYTES, strict: false })];
}

/** A body of another kind would be taken for no body at all, and the error would speak of a missing formula. */
function requireJson(request: Request, _response: Response, next: NextFunction): void {
  const { headers } = request;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0;
  if (hasBody && !request.is('application/json')) throw new ApiProblem('unsupported_media_type');
  next();
}

/** The parser by itself answers only after it has read a body to its end, however long that is. */
function refuseLargeBody(request: Request, response: Response, next: NextFunction): void {
  if (Number(request.headers['content-length']) > MAX_BODY_BYTES) throw new ApiProblem('body_too_large');
  if (request.headers['transfer-encoding'] !== undefined) {
    let bytes = 0;
    // The parser listens too before the first piece comes, as nothing between here and there waits.
    request.on('data', ({ length }: Buffer) => {
      bytes += length;
      if (bytes > MAX_BODY_BYTES && !response.headersSent)
        problemHandler(new ApiProblem('body_too_large'), request, response, next);
    });
  }
  next();
}

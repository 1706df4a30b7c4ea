import type { NextFunction, Request, Response } from 'express';
import type { ServerConfiguration } from '../config.ts';
import { ApiProblem } from '../errors/api-problem.ts';
import { answersTo } from './host-rule.ts';
import { mayChange } from './origin-rule.ts';

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Only HTTP/1.0 may leave Host out, and no browser speaks that. */
export function requireHost(request: Request, _response: Response, next: NextFunction): void {
  if (request.headers.host === undefined && request.httpVersion !== '1.0') {
    throw new ApiProblem('malformed_request', { detail: 'The request has no header Host.' });
  }
  // Node takes the first; what lies between may have taken the other.
  if (request.rawHeaders.filter(isNameOfHost).length > 1) {
    throw new ApiProblem('malformed_request', { detail: 'The request has more than one header Host.' });
  }
  next();
}

/**
 * Refuses requests that came under a foreign name, and those of foreign pages that would change something. Programs send no Origin
 * and are let through: what they may do follows from the ids that they know.
 */
export function checkAccess(
  configuration: Pick<ServerConfiguration, 'host' | 'allowedHosts' | 'allowedOrigins'>,
) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const { host } = request;
    if (host !== undefined && !answersTo(host, configuration)) throw new ApiProblem('host_not_allowed');
    const { origin } = request.headers;
    const isSafe = SAFE_METHODS.includes(request.method);
    if (!isSafe && origin !== undefined && !mayChange(origin, host, configuration.allowedOrigins)) {
      throw new ApiProblem('origin_not_allowed');
    }
    next();
  };
}

/** Of the raw headers, whose names stand at the even places. */
function isNameOfHost(text: string, place: number): boolean {
  return place % 2 === 0 && text.toLowerCase() === 'host';
}

import type { Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { ApiProblem } from '../errors/api-problem.ts';
import { clientAt, hasCookie } from './client.ts';
import { clientOf } from './client-of.ts';
import { HitCounts } from './hit-counts.ts';

const WINDOW_MILLISECONDS = 60_000;

/** Requests that may come in a minute. */
interface RateLimits {
  readonly maxRequestsPerClient: number;
  readonly maxRequestsPerAddress: number;
}

/**
 * Refuses more requests in a minute than one client may make, or one address. What is left stands in the headers RateLimit and
 * RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-08).
 */
export function limitRequestRate({
  maxRequestsPerClient,
  maxRequestsPerAddress,
}: RateLimits): RequestHandler[] {
  const common = {
    windowMs: WINDOW_MILLISECONDS,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: refuse,
  } as const;
  return [
    rateLimit({
      ...common,
      store: new HitCounts(() => performance.now()),
      identifier: 'address',
      limit: maxRequestsPerAddress,
      keyGenerator: (request) => clientAt(clientOf(request).address).id,
    }),
    rateLimit({
      ...common,
      store: new HitCounts(() => performance.now()),
      identifier: 'client',
      limit: maxRequestsPerClient,
      // Who has no cookie is counted with its address alone.
      skip: (request) => !hasCookie(clientOf(request)),
      keyGenerator: (request) => clientOf(request).id,
    }),
  ];
}

/** The header Retry-After is set already. */
function refuse(_request: Request, _response: Response): never {
  throw new ApiProblem('too_many_requests', {
    detail:
      'More requests have come within a minute than one client (MAX_REQUESTS_PER_CLIENT) or one address (MAX_REQUESTS_PER_ADDRESS) may send. Go on after the time in the header Retry-After.',
  });
}

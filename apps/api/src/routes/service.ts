import { type Health, type Liveness, openApiDocument, type Readiness } from '@webfaulon/protocol';
import type { Request, Response } from 'express';
import { ApiProblem } from '../errors/api-problem.ts';
import { fixedAnswer } from './fixed-answer.ts';
import type { Services } from './services.ts';

const RETRY_WHEN_NOT_READY_SECONDS = '1';

/** GET /health */
export function health({ version }: Services) {
  return (_request: Request, response: Response<Health>): void => {
    response.json({ status: 'healthy', version });
  };
}

/** GET /livez */
export function livez(_request: Request, response: Response<Liveness>): void {
  response.json({ status: 'live' });
}

/** GET /readyz */
export function readyz({ configuration, pool, depictions, writeQueue, isStopping }: Services) {
  return (_request: Request, response: Response<Readiness>): void => {
    const reason = isStopping()
      ? 'The server is stopping.'
      : !(pool.isReady && depictions.isReady)
        ? 'The worker threads are not up yet.'
        : pool.urgentQueueLength > configuration.readyQueueCap
          ? 'Too many slices wait for a worker thread.'
          : writeQueue.isFailing
            ? // Where the store is and what its disk says is for the operator: anybody may ask here.
              'The store cannot be written. The log says why.'
            : undefined;
    if (reason !== undefined) {
      throw new ApiProblem('not_ready', {
        detail: reason,
        headers: { 'Retry-After': RETRY_WHEN_NOT_READY_SECONDS },
      });
    }
    response.json({ status: 'ready' });
  };
}

/** GET /openapi.json */
export function openApi({ version, configuration }: Services) {
  const serverUrl = configuration.basePath || '/';
  const document = JSON.stringify(openApiDocument({ version, serverUrl }));
  return fixedAnswer('application/json', () => Buffer.from(document));
}

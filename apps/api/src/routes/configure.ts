import { configureRequest, type SessionConfigured } from '@webfaulon/protocol';
import type { Request, Response } from 'express';
import { ApiProblem } from '../errors/api-problem.ts';
import { acceptConfiguration } from './accept-configuration.ts';
import type { Services } from './services.ts';

const RETRY_WHEN_FULL_SECONDS = '30';

/** POST /api/sa/configure */
export function configure(services: Services) {
  return async (request: Request, response: Response<SessionConfigured>): Promise<void> => {
    const { configuration, pool } = services;
    const { asked, resolved } = await acceptConfiguration(
      configureRequest,
      request.body,
      pool,
      configuration,
    );
    const session = services.registry.create(resolved, asked.steps_per_second);
    if (session === undefined) {
      throw new ApiProblem('server_full', {
        detail: `The server holds as many sessions as it can (${services.configuration.maxSessions}). Try again later.`,
        headers: { 'Retry-After': RETRY_WHEN_FULL_SECONDS },
      });
    }
    await services.journal.commit(session);
    response.json({ session_id: session.id, status: 'configured' });
  };
}

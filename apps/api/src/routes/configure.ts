import { configureRequest, type SessionConfigured } from '@webfaulon/protocol';
import type { Request, Response } from 'express';
import { ownerBy } from '../clients/client-of.ts';
import type { ServerConfiguration } from '../config.ts';
import { ApiProblem } from '../errors/api-problem.ts';
import type { Creation } from '../sessions/session-registry.ts';
import { acceptConfiguration } from './accept-configuration.ts';
import { poolFor } from './pool-for.ts';
import type { Services } from './services.ts';

const RETRY_WHEN_FULL_SECONDS = '30';

/** POST /api/sa/configure */
export function configure(services: Services) {
  return async (request: Request, response: Response<SessionConfigured>): Promise<void> => {
    const { configuration, clientCookies, registry } = services;
    const pool = poolFor(services, request);
    const { asked, resolved } = await acceptConfiguration(
      configureRequest,
      request.body,
      pool,
      configuration,
    );
    const created = registry.create({
      configuration: resolved,
      stepsPerSecond: asked.steps_per_second,
      owner: ownerBy(clientCookies, request, response),
    });
    if (!created.ok) throw problemOfFull(created.full, configuration);
    const { id, viewerId } = created.session.identity;
    response.json({ session_id: id, status: 'configured', viewer_id: viewerId });
  };
}

function problemOfFull(
  full: Exclude<Creation, { ok: true }>['full'],
  { maxSessions, maxSessionsPerClient, maxSessionsPerAddress }: ServerConfiguration,
): ApiProblem {
  const headers = { 'Retry-After': RETRY_WHEN_FULL_SECONDS };
  if (full === 'server') {
    const detail = `The server holds as many sessions as it can (${maxSessions}). Try again later.`;
    return new ApiProblem('server_full', { detail, headers });
  }
  const detail = {
    client: `This client has as many sessions as it may (MAX_SESSIONS_PER_CLIENT, ${maxSessionsPerClient}). Delete some first.`,
    address: `This address has as many sessions as it may (MAX_SESSIONS_PER_ADDRESS, ${maxSessionsPerAddress}). Delete some first.`,
  }[full];
  return new ApiProblem('too_many_sessions', { detail, headers });
}

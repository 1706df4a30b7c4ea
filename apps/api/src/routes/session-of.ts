import { sessionId } from '@webfaulon/protocol';
import type { Request } from 'express';
import { ApiProblem } from '../errors/api-problem.ts';
import type { AnnealingSession } from '../sessions/annealing-session.ts';
import type { StoredSession } from '../sessions/stored-session.ts';
import type { Services } from './services.ts';

/** The session that a path names. A text that is no session id names none. */
export function sessionOf(services: Services, request: Request): AnnealingSession {
  const id = sessionId.safeParse(request.params['id']);
  const session = id.success ? services.registry.find(id.data) : undefined;
  if (session !== undefined) return session;
  const outdated = outdatedOf(services, request);
  throw outdated === undefined ? new ApiProblem('session_not_found') : problemOf(outdated);
}

/** The session of another version that a path names, if it names one. */
export function outdatedOf({ registry }: Services, request: Request): StoredSession | undefined {
  const id = sessionId.safeParse(request.params['id']);
  return id.success ? registry.findOutdated(id.data) : undefined;
}

function problemOf({ configuration: { algorithm_version, component_versions } }: StoredSession): ApiProblem {
  const scores = Object.entries(component_versions).map(([name, version]) => `${name} ${version}`);
  const detail = `This session was computed by version ${algorithm_version} of the algorithm, with ${scores.join(', ')}, which this server does not have: it would show another run.`;
  return new ApiProblem('session_outdated', { detail });
}

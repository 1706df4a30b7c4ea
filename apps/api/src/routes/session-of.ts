import { sessionId } from '@webfaulon/protocol';
import type { Request } from 'express';
import { clientOf } from '../clients/client-of.ts';
import { ApiProblem } from '../errors/api-problem.ts';
import { shuttingDown } from '../errors/shutting-down.ts';
import type { AnnealingSession } from '../sessions/annealing-session.ts';
import type { StoredSession } from '../sessions/stored-session.ts';
import type { Services } from './services.ts';

/** The session that a path names by either of its ids, to look at. A text that is no id names none. */
export function sessionOf(services: Services, request: Request): AnnealingSession {
  const { registry } = services;
  const id = sessionId.safeParse(request.params['id']);
  const session = id.success ? (registry.find(id.data) ?? registry.findByViewerId(id.data)) : undefined;
  if (session === undefined) {
    const outdated = outdatedOf(services, request);
    throw outdated === undefined ? new ApiProblem('session_not_found') : problemOf(outdated);
  }
  if (id.data === session.id) registry.claim(session, clientOf(request));
  return session;
}

/** The session of another version that a path names by either of its ids, if it names one. */
export function outdatedOf({ registry }: Services, request: Request): StoredSession | undefined {
  const id = sessionId.safeParse(request.params['id']);
  return id.success ? registry.findOutdated(id.data) : undefined;
}

function problemOf({ configuration: { algorithm_version, component_versions } }: StoredSession): ApiProblem {
  const scores = Object.entries(component_versions).map(([name, version]) => `${name} ${version}`);
  const detail = `This session was computed by version ${algorithm_version} of the algorithm, with ${scores.join(', ')}, which this server does not have: it would show another run.`;
  return new ApiProblem('session_outdated', { detail });
}

/**
 * The session that a path names, to do something to it.
 *
 * @throws {ApiProblem} viewer_only where the path has the id for those who only watch
 */
export function controlledSessionOf(services: Services, request: Request): AnnealingSession {
  const session = sessionOf(services, request);
  assertControl(request, session);
  return session;
}

/** @throws {ApiProblem} viewer_only, as {@link controlledSessionOf} */
export function assertControl(request: Request, { id }: { readonly id: string }): void {
  if (askedId(request) !== id) throw new ApiProblem('viewer_only');
}

/** @throws {ApiProblem} shutting_down, session_not_found: where the session has gone while a request was served */
export function assertThere({ isStopping }: Services, session: AnnealingSession): void {
  if (session.isGone) throw isStopping() ? shuttingDown() : new ApiProblem('session_not_found');
}

/** The id that a path has, to be told back: an answer to the one id never tells the other that can do more. */
export function askedId(request: Request): string {
  return String(request.params['id']);
}

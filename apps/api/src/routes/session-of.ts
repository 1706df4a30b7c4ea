import { sessionId } from '@webfaulon/protocol';
import type { Request } from 'express';
import { clientOf } from '../clients/client-of.ts';
import { ApiProblem } from '../errors/api-problem.ts';
import type { AnnealingSession } from '../sessions/annealing-session.ts';
import type { Services } from './services.ts';

/** The session that a path names by either of its ids, to look at. A text that is no id names none. */
export function sessionOf({ registry }: Services, request: Request): AnnealingSession {
  const id = sessionId.safeParse(request.params['id']);
  const session = id.success ? (registry.find(id.data) ?? registry.findByViewerId(id.data)) : undefined;
  if (session === undefined) throw new ApiProblem('session_not_found');
  if (id.data === session.id) registry.claim(session, clientOf(request));
  return session;
}

/**
 * The session that a path names, to do something to it.
 *
 * @throws {ApiProblem} viewer_only where the path has the id for those who only watch
 */
export function controlledSessionOf(services: Services, request: Request): AnnealingSession {
  const session = sessionOf(services, request);
  if (askedId(request) !== session.id) throw new ApiProblem('viewer_only');
  return session;
}

/** The id that a path has, to be told back: an answer to the one id never tells the other that can do more. */
export function askedId(request: Request): string {
  return String(request.params['id']);
}

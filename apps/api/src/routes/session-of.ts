import { sessionId } from '@webfaulon/protocol';
import type { Request } from 'express';
import { ApiProblem } from '../errors/api-problem.ts';
import type { AnnealingSession } from '../sessions/annealing-session.ts';
import type { Services } from './services.ts';

/** The session that a path names. A text that is no session id names none. */
export function sessionOf({ registry }: Services, request: Request): AnnealingSession {
  const id = sessionId.safeParse(request.params['id']);
  const session = id.success ? registry.find(id.data) : undefined;
  if (session === undefined) throw new ApiProblem('session_not_found');
  return session;
}

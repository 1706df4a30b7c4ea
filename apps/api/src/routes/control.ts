import type { SessionPaused, SessionReset, SessionStarted } from '@webfaulon/protocol';
import type { Request, Response } from 'express';
import { ApiProblem } from '../errors/api-problem.ts';
import type { Transition } from '../sessions/annealing-session.ts';
import type { Services } from './services.ts';
import { sessionOf } from './session-of.ts';

/** POST /api/sa/{id}/start */
export function start(services: Services) {
  return (request: Request, response: Response<SessionStarted>): void => {
    const session = sessionOf(services, request);
    assertDone(session.start());
    response.json({ session_id: session.id, status: 'running' });
  };
}

/** POST /api/sa/{id}/pause */
export function pause(services: Services) {
  return (request: Request, response: Response<SessionPaused>): void => {
    const session = sessionOf(services, request);
    assertDone(session.pause());
    response.json({ session_id: session.id, status: 'paused', step: session.played });
  };
}

/** POST /api/sa/{id}/reset */
export function reset(services: Services) {
  return (request: Request, response: Response<SessionReset>): void => {
    const session = sessionOf(services, request);
    session.reset();
    response.json({ session_id: session.id, status: 'idle' });
  };
}

/** DELETE /api/sa/{id} */
export function remove(services: Services) {
  return (request: Request, response: Response): void => {
    services.registry.delete(sessionOf(services, request));
    response.status(204).end();
  };
}

function assertDone(transition: Transition): void {
  if (!transition.ok) throw new ApiProblem(transition.refusal);
}

import {
  paceRequest,
  type SessionPaced,
  type SessionPaused,
  type SessionReset,
  type SessionStarted,
  type SessionStepped,
  stepRequest,
} from '@webfaulon/protocol';
import type { Request, Response } from 'express';
import { ApiProblem } from '../errors/api-problem.ts';
import type { Transition } from '../sessions/annealing-session.ts';
import type { Services } from './services.ts';
import { controlledSessionOf } from './session-of.ts';
import { validInput } from './valid-input.ts';

/** POST /api/sa/{id}/start */
export function start(services: Services) {
  return (request: Request, response: Response<SessionStarted>): void => {
    const session = controlledSessionOf(services, request);
    assertDone(session.start());
    response.json({ session_id: session.id, status: 'running' });
  };
}

/** POST /api/sa/{id}/pause */
export function pause(services: Services) {
  return (request: Request, response: Response<SessionPaused>): void => {
    const session = controlledSessionOf(services, request);
    assertDone(session.pause());
    response.json({ session_id: session.id, status: 'paused', step: session.played });
  };
}

/** POST /api/sa/{id}/reset */
export function reset(services: Services) {
  return (request: Request, response: Response<SessionReset>): void => {
    const session = controlledSessionOf(services, request);
    session.reset();
    response.json({ session_id: session.id, status: 'idle' });
  };
}

/** POST /api/sa/{id}/step */
export function step(services: Services) {
  return async (request: Request, response: Response<SessionStepped>): Promise<void> => {
    const session = controlledSessionOf(services, request);
    const { steps } = validInput(stepRequest, request.body ?? {});
    await new Promise<void>((resolve) => assertDone(session.step(steps, resolve)));
    if (session.isGone) throw new ApiProblem('session_not_found');
    if (session.state === 'failed') {
      const { detail, cause } = session.failure ?? {};
      throw new ApiProblem('session_failed', { ...(detail === undefined ? {} : { detail }), cause });
    }
    const status = session.state === 'complete' ? 'complete' : 'paused';
    response.json({ session_id: session.id, status, step: session.played });
  };
}

/** PATCH /api/sa/{id} */
export function setPace(services: Services) {
  return (request: Request, response: Response<SessionPaced>): void => {
    const session = controlledSessionOf(services, request);
    const { steps_per_second } = validInput(paceRequest, request.body);
    session.setPace(steps_per_second);
    response.json({ session_id: session.id, status: session.state, steps_per_second });
  };
}

/** DELETE /api/sa/{id} */
export function remove(services: Services) {
  return (request: Request, response: Response): void => {
    services.registry.delete(controlledSessionOf(services, request));
    response.status(204).end();
  };
}

function assertDone(transition: Transition): void {
  if (!transition.ok) throw new ApiProblem(transition.refusal);
}

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
import type { AnnealingSession } from '../sessions/annealing-session.ts';
import { refusalToRun, type Transition } from '../sessions/session-transition.ts';
import type { Services } from './services.ts';
import { assertControl, assertThere, controlledSessionOf, outdatedOf } from './session-of.ts';
import { validInput } from './valid-input.ts';

const OVERTAKEN = 'The session was reset before these steps were played.';

/** POST /api/sa/{id}/start */
export function start(services: Services) {
  return async (request: Request, response: Response<SessionStarted>): Promise<void> => {
    const session = controlledSessionOf(services, request);
    await inTurn(services, session, async () => {
      assertCanRun(session);
      // Before a step is seen: after a restart the session goes on to it.
      await services.journal.commit(session, { state: 'running' });
      assertDone(session.start());
    });
    response.json({ session_id: session.id, status: 'running' });
  };
}

/** POST /api/sa/{id}/pause */
export function pause(services: Services) {
  return async (request: Request, response: Response<SessionPaused>): Promise<void> => {
    const session = controlledSessionOf(services, request);
    const step = await inTurn(services, session, async () => {
      assertDone(session.pause());
      const { played } = session;
      await services.journal.commit(session);
      return played;
    });
    response.json({ session_id: session.id, status: 'paused', step });
  };
}

/** POST /api/sa/{id}/reset */
export function reset(services: Services) {
  return async (request: Request, response: Response<SessionReset>): Promise<void> => {
    const session = controlledSessionOf(services, request);
    await inTurn(services, session, async () => {
      session.reset();
      await services.journal.commit(session);
    });
    response.json({ session_id: session.id, status: 'idle' });
  };
}

/** POST /api/sa/{id}/step */
export function step(services: Services) {
  return async (request: Request, response: Response<SessionStepped>): Promise<void> => {
    const session = controlledSessionOf(services, request);
    const { steps } = validInput(stepRequest, request.body ?? {});
    let held = Promise.resolve({ state: session.state, step: session.played });
    await inTurn(services, session, async () => {
      assertCanRun(session);
      const until = Math.min(session.played + steps, session.totalSteps);
      // As at the start.
      await services.journal.commit(session, { state: 'stepping', until });
      held = new Promise((resolve) => {
        const done = () => resolve({ state: session.state, step: session.played });
        assertDone(session.step(steps, done));
      });
    });
    // Of the moment when it held: somebody may have started it again since.
    const { state, step } = await held;
    await services.journal.commit(session);
    assertThere(services, session);
    if (state === 'idle') throw new ApiProblem('session_not_running', { detail: OVERTAKEN });
    if (state === 'failed') {
      const { detail, cause } = session.failure ?? {};
      throw new ApiProblem('session_failed', { ...(detail === undefined ? {} : { detail }), cause });
    }
    response.json({ session_id: session.id, status: state === 'complete' ? 'complete' : 'paused', step });
  };
}

/** PATCH /api/sa/{id} */
export function setPace(services: Services) {
  return async (request: Request, response: Response<SessionPaced>): Promise<void> => {
    const session = controlledSessionOf(services, request);
    const { steps_per_second } = validInput(paceRequest, request.body);
    await inTurn(services, session, async () => {
      session.setPace(steps_per_second);
      await services.journal.commit(session);
    });
    response.json({ session_id: session.id, status: session.state, steps_per_second });
  };
}

/** DELETE /api/sa/{id} */
export function remove(services: Services) {
  return async (request: Request, response: Response): Promise<void> => {
    const { registry, journal } = services;
    const outdated = outdatedOf(services, request);
    if (outdated !== undefined) {
      assertControl(request, outdated);
      registry.deleteOutdated(outdated);
    } else {
      const session = controlledSessionOf(services, request);
      await inTurn(services, session, async () => registry.delete(session));
    }
    await journal.settled();
    response.status(204).end();
  };
}

/** After the requests for this session that came before, if the session is still there then. */
function inTurn<Result>(
  services: Services,
  session: AnnealingSession,
  act: () => Promise<Result>,
): Promise<Result> {
  return services.journal.inTurn(session, () => {
    assertThere(services, session);
    return act();
  });
}

function assertCanRun({ state }: AnnealingSession): void {
  const refusal = refusalToRun(state);
  if (refusal !== undefined) throw new ApiProblem(refusal);
}

function assertDone(transition: Transition): void {
  if (!transition.ok) throw new ApiProblem(transition.refusal);
}

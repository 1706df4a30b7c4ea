import { cycleOf, type StepExplanation } from '@webfaulon/protocol';
import type { Request, Response } from 'express';
import { ApiProblem } from '../errors/api-problem.ts';
import { explainStepOf } from '../sessions/run-inquiry.ts';
import { poolFor } from './pool-for.ts';
import { askAboutRun } from './run-of.ts';
import type { Services } from './services.ts';
import { askedId, sessionOf } from './session-of.ts';

const STEP = /^[1-9]\d{0,15}$/;

/** GET /api/sa/{id}/steps/{n} */
export function explainStep(services: Services) {
  return async (request: Request, response: Response<StepExplanation>): Promise<void> => {
    const session = sessionOf(services, request);
    const text = String(request.params['n']);
    const step = STEP.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
    const pool = poolFor(services, request);
    const { explanation } = await askAboutRun(services, session, async ({ computation, played }) => {
      if (step <= played) return explainStepOf(computation, pool, step);
      const detail = `The run has played ${played} of its ${session.totalSteps} steps, and the first is step 1.`;
      throw new ApiProblem('step_not_played', { detail });
    });
    const cycle = cycleOf(step, session.configuration.steps_per_cycle);
    response.json({ session_id: askedId(request), cycle, ...explanation });
  };
}

import { cycleOf, PROBLEMS, type SessionStatus } from '@webfaulon/protocol';
import { ALGORITHM_VERSION, temperatureAt } from '@webfaulon/sa-core';
import type { Request, Response } from 'express';
import { ApiProblem } from '../errors/api-problem.ts';
import type { AnnealingSession } from '../sessions/annealing-session.ts';
import { componentScores } from '../sessions/component-scores.ts';
import type { Services } from './services.ts';
import { askedId, sessionOf } from './session-of.ts';

/** Nobody waits longer than this for a drawing; the formula stands in for it then. */
const MAX_WAIT_FOR_DRAWING_MILLISECONDS = 100;

/** GET /api/sa/{id}/status */
export function status(services: Services) {
  return async (request: Request, response: Response<SessionStatus>): Promise<void> => {
    const session = sessionOf(services, request);
    response.json(await statusOf(session, askedId(request), services));
  };
}

async function statusOf(
  session: AnnealingSession,
  askedAs: string,
  { depictions, isomerSearches }: Services,
): Promise<SessionStatus> {
  await session.located();
  if (session.isGone) throw new ApiProblem('session_not_found');
  // All of one moment: the session goes on while the drawing is made.
  const { configuration, failure, lastStep, position: record, state, stepsPerSecond, totalSteps } = session;
  if (record === undefined) {
    const detail = failure?.detail ?? PROBLEMS.session_failed.description;
    throw new ApiProblem('session_failed', { detail, cause: failure?.cause });
  }
  const searched = isomerSearches.peek(session.computation);
  const depiction = await depictions.getWithin(record.best_isomer, MAX_WAIT_FOR_DRAWING_MILLISECONDS);
  const { step } = record;
  return {
    session_id: askedAs,
    viewer_id: session.identity.viewerId,
    session_state: state,
    step,
    total_steps: totalSteps,
    cycle: cycleOf(step, configuration.steps_per_cycle),
    temperature: temperatureAt(configuration, Math.max(0, step - 1)),
    current_energy: record.current_energy,
    current_smiles: record.current_smiles,
    component_scores: componentScores(configuration, record),
    best_energy: record.best_energy,
    best_smiles: depiction.smiles,
    best_svg: depiction.svg,
    accepted_moves: record.accepted_moves,
    rejected_moves: record.rejected_moves,
    invalid_moves: record.invalid_moves,
    disconnected_moves: record.disconnected_moves,
    is_complete: step === lastStep,
    ...(failure === undefined ? {} : { failure: { code: failure.code, detail: failure.detail } }),
    ...(searched?.step === step ? { isomers_found: searched.found.codes.length } : {}),
    slices: session.computation.slices,
    steps_per_second: stepsPerSecond,
    algorithm_version: ALGORITHM_VERSION,
    configuration: { ...configuration, steps_per_second: stepsPerSecond },
  };
}

import { cycleOf, PROBLEMS, type SessionStatus } from '@webfaulon/protocol';
import { totalSteps } from '@webfaulon/sa-core';
import type { Request, Response } from 'express';
import type { Depicter } from '../annealing/depiction-pool.ts';
import { depictionWithin } from '../annealing/depiction-within.ts';
import { ApiProblem } from '../errors/api-problem.ts';
import type { AnnealingSession } from '../sessions/annealing-session.ts';
import { componentScores } from '../sessions/component-scores.ts';
import type { StoredSession } from '../sessions/stored-session.ts';
import { depicterFor } from './pool-for.ts';
import type { Services } from './services.ts';
import { askedId, assertThere, outdatedOf, sessionOf } from './session-of.ts';

/** Nobody waits longer than this for a drawing; the formula stands in for it then. */
const MAX_WAIT_FOR_DRAWING_MILLISECONDS = 100;

/** GET /api/sa/{id}/status */
export function status(services: Services) {
  return async (request: Request, response: Response<SessionStatus>): Promise<void> => {
    const outdated = outdatedOf(services, request);
    const isShown = outdated?.snapshot.state === 'complete';
    response.json(
      await (isShown
        ? statusOf({ ...outdated, id: askedId(request) }, depicterFor(services, request))
        : statusNow(sessionOf(services, request), request, services)),
    );
  };
}

async function statusNow(
  session: AnnealingSession,
  request: Request,
  services: Services,
): Promise<SessionStatus> {
  await session.located();
  assertThere(services, session);
  // All of one moment: the session goes on while the drawing is made.
  const { configuration, computation } = session;
  const snapshot = session.snapshot();
  const searched = services.isomerSearches.peek(computation);
  const status = await statusOf(
    { id: askedId(request), viewerId: session.identity.viewerId, configuration, snapshot },
    depicterFor(services, request),
    computation.slices,
  );
  return searched?.step === status.step ? { ...status, isomers_found: searched.found.codes.length } : status;
}

async function statusOf(
  {
    id,
    viewerId,
    configuration,
    snapshot,
  }: Pick<StoredSession, 'id' | 'viewerId' | 'configuration' | 'snapshot'>,
  depicter: Depicter,
  slices = 0,
): Promise<SessionStatus> {
  const { position: record, failure, stepsPerSecond, state, end, temperature } = snapshot;
  if (record === null) {
    throw new ApiProblem('session_failed', {
      detail: failure?.detail ?? PROBLEMS.session_failed.description,
    });
  }
  const { best_isomer: best } = record;
  const depiction = await depictionWithin(depicter, best, MAX_WAIT_FOR_DRAWING_MILLISECONDS);
  const { step } = record;
  return {
    session_id: id,
    viewer_id: viewerId,
    session_state: state === 'stepping' ? 'running' : state,
    step,
    total_steps: totalSteps(configuration),
    cycle: cycleOf(step, configuration.steps_per_cycle),
    temperature,
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
    is_complete: step === end,
    ...(failure === null ? {} : { failure }),
    slices,
    steps_per_second: stepsPerSecond,
    algorithm_version: configuration.algorithm_version,
    configuration: { ...configuration, steps_per_second: stepsPerSecond },
  };
}

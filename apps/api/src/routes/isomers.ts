import { DEFAULT_ISOMERS_A_PAGE, isomersQuery, type SessionIsomers } from '@webfaulon/protocol';
import { type DiscoveryState, discoveredIsomers, knownIsomerCount } from '@webfaulon/sa-core';
import type { Request, Response } from 'express';
import { askAboutRun } from './run-of.ts';
import type { Services } from './services.ts';
import { sessionOf } from './session-of.ts';
import { validInput } from './valid-input.ts';

/** GET /api/sa/{id}/isomers */
export function isomers(services: Services) {
  return async (request: Request, response: Response<SessionIsomers>): Promise<void> => {
    const session = sessionOf(services, request);
    const { cursor = 0, limit = DEFAULT_ISOMERS_A_PAGE } = validInput(isomersQuery, request.query);
    const { step, found, played } = await askAboutRun(services, session, async (run) => {
      const searched = await services.isomerSearches.find(run.computation, run.played);
      return typeof searched === 'object' ? { ...searched, played: run.played } : searched;
    });
    const total = found.codes.length;
    const end = cursor + limit;
    response.json({
      session_id: session.id,
      step,
      is_up_to_date: step >= played,
      total_found: total,
      is_full: found.visits_elsewhere > 0,
      total: knownIsomerCount(session.configuration.formula) ?? null,
      isomers: discoveredIsomers(pageOf(found, cursor, end)).map(({ smiles, energy, firstStep, visits }) => ({
        smiles,
        score: energy,
        first_step: firstStep,
        visits,
      })),
      next_cursor: end < total ? end : null,
    });
  };
}

/** Only of these is the SMILES written. */
function pageOf(found: DiscoveryState, from: number, to: number): DiscoveryState {
  const { codes, energies, first_steps, visits } = found;
  return {
    ...found,
    codes: codes.slice(from, to),
    energies: energies.slice(from, to),
    first_steps: first_steps.slice(from, to),
    visits: visits.slice(from, to),
  };
}

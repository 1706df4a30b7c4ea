import { DEFAULT_ISOMERS_A_PAGE, isomersQuery, type SessionIsomers } from '@webfaulon/protocol';
import { knownIsomerCount } from '@webfaulon/sa-core';
import type { Request, Response } from 'express';
import { poolFor } from './pool-for.ts';
import { askAboutRun } from './run-of.ts';
import type { Services } from './services.ts';
import { askedId, sessionOf } from './session-of.ts';
import { validInput } from './valid-input.ts';

/** GET /api/sa/{id}/isomers */
export function isomers(services: Services) {
  return async (request: Request, response: Response<SessionIsomers>): Promise<void> => {
    const session = sessionOf(services, request);
    const { cursor = 0, limit = DEFAULT_ISOMERS_A_PAGE } = validInput(isomersQuery, request.query);
    const pool = poolFor(services, request);
    const { step, found, smiles, played } = await askAboutRun(services, session, async (run) => {
      const searched = await services.isomerSearches.find(run.computation, run.played, pool);
      return searched.ok === true ? { ...searched, played: run.played } : searched;
    });
    const total = found.codes.length;
    const end = cursor + limit;
    response.json({
      session_id: askedId(request),
      step,
      is_up_to_date: step >= played,
      total_found: total,
      is_full: found.visits_elsewhere > 0,
      total: knownIsomerCount(session.configuration.formula) ?? null,
      isomers: smiles.slice(cursor, end).map((text, i) => ({
        smiles: text,
        score: found.energies[cursor + i]!,
        first_step: found.first_steps[cursor + i]!,
        visits: found.visits[cursor + i]!,
      })),
      next_cursor: end < total ? end : null,
    });
  };
}

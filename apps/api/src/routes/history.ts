import { DEFAULT_HISTORY_POINTS, historyQuery, type SessionHistory } from '@webfaulon/protocol';
import { temperatureAt } from '@webfaulon/sa-core';
import type { Request, Response } from 'express';
import { historyOf } from '../sessions/run-inquiry.ts';
import { poolFor } from './pool-for.ts';
import { askAboutRun } from './run-of.ts';
import type { Services } from './services.ts';
import { askedId, sessionOf } from './session-of.ts';
import { validInput } from './valid-input.ts';

/** GET /api/sa/{id}/history */
export function history(services: Services) {
  return async (request: Request, response: Response<SessionHistory>): Promise<void> => {
    const session = sessionOf(services, request);
    const { from, to, max_points } = validInput(historyQuery, request.query);
    const pool = poolFor(services, request);
    const answer = await askAboutRun(services, session, async ({ computation, played }) => {
      const window = {
        from: Math.max(1, from ?? 1),
        to: Math.min(to ?? played, played),
        maxPoints: max_points ?? DEFAULT_HISTORY_POINTS,
      };
      const found = await historyOf(computation, pool, window);
      return found.ok === true ? { ...found, window } : found;
    });
    const { stride, columns, window } = answer;
    response.json({
      session_id: askedId(request),
      from: window.from,
      to: window.to,
      stride,
      ...columns,
      temperature: columns.step.map((step) => temperatureAt(session.configuration, step - 1)),
    });
  };
}

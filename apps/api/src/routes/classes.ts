import {
  type ClassBoard,
  type ClassMember,
  type ClassOpened,
  classReport,
  classRequest,
  DEFAULT_ISOMERS_A_PAGE,
  isomersQuery,
  joinRequest,
} from '@webfaulon/protocol';
import { knownIsomerCount } from '@webfaulon/sa-core';
import type { Request, Response } from 'express';
import type { AnnealingClass } from '../classes/annealing-class.ts';
import { shownText } from '../classes/nickname.ts';
import { ApiProblem } from '../errors/api-problem.ts';
import { acceptConfiguration, resolvedBy } from './accept-configuration.ts';
import type { Services } from './services.ts';
import { validInput } from './valid-input.ts';

/** Each member's run is computed once more, so a class's runs are not as long as a session's may be. */
const MAX_CLASS_STEPS = 200_000;
const MAX_TITLE_CHARACTERS = 80;
const RETRY_WHEN_FULL_SECONDS = '300';

/** POST /api/classes */
export function openClass({ classes, classJournal, configuration, pool }: Services) {
  return async (request: Request, response: Response<ClassOpened>): Promise<void> => {
    const limits = {
      ...configuration,
      maxTotalSteps: Math.min(configuration.maxTotalSteps, MAX_CLASS_STEPS),
    };
    const { resolved, asked } = await acceptConfiguration(classRequest, request.body, pool, limits);
    const opened = classes.open(resolved, shownText(asked.title, MAX_TITLE_CHARACTERS));
    if (opened === undefined) {
      throw new ApiProblem('server_full', {
        detail: 'The server holds as many classes as it can. Try again later.',
        headers: { 'Retry-After': RETRY_WHEN_FULL_SECONDS },
      });
    }
    await classJournal.commit(opened);
    response.json({ code: opened.code, expires_in_seconds: classes.ttlSeconds });
  };
}

/** POST /api/classes/{code}/members */
export function joinClass(services: Services) {
  return async (request: Request, response: Response<ClassMember>): Promise<void> => {
    const joined = classOf(services, request);
    const { nickname } = validInput(joinRequest, request.body ?? {});
    const seed = joined.nextSeed();
    if (seed === undefined) throw new ApiProblem('class_full');
    // The schedule "automatic" finds its temperatures by a walk from the seed.
    const resolved = await resolvedBy(services.pool, { ...joined.configuration, seed });
    const member = joined.join(shownText(nickname), resolved);
    await services.classJournal.commit(joined);
    const configuration = { ...member.configuration, steps_per_second: null };
    const { id, number, nickname: shown } = member;
    response.json({ member_id: id, number, nickname: shown, configuration });
  };
}

/** POST /api/classes/{code}/results */
export function reportToClass(services: Services) {
  return async (request: Request, response: Response): Promise<void> => {
    const reportedTo = classOf(services, request);
    const { member_id, step } = validInput(classReport, request.body);
    if (!reportedTo.report(member_id, step)) throw new ApiProblem('member_not_found');
    await services.classJournal.commit(reportedTo);
    response.status(204).end();
  };
}

/** GET /api/classes/{code} */
export function showBoard(services: Services) {
  return (request: Request, response: Response<ClassBoard>): void => {
    const shown = classOf(services, request);
    const { cursor = 0, limit = DEFAULT_ISOMERS_A_PAGE } = validInput(isomersQuery, request.query);
    const { board, configuration, members } = shown;
    const end = cursor + limit;
    response.json({
      code: shown.code,
      title: shown.title,
      configuration: { ...configuration, steps_per_second: null },
      total_steps: shown.totalSteps,
      members: members.length,
      steps_played: members.reduce((sum, { reported }) => sum + reported, 0),
      is_up_to_date: shown.isUpToDate,
      total: knownIsomerCount(configuration.formula) ?? null,
      total_found: board.size,
      histogram: board.histogram(),
      isomers: board.page(cursor, end),
      next_cursor: end < board.size ? end : null,
    });
  };
}

function classOf({ classes }: Services, request: Request): AnnealingClass {
  const found = classes.find(String(request.params['code']));
  if (found === undefined) throw new ApiProblem('class_not_found');
  return found;
}

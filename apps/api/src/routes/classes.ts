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
import { clientOf, offerCookie, ownerBy } from '../clients/client-of.ts';
import type { Overdrawn } from '../clients/holdings.ts';
import type { ServerConfiguration } from '../config.ts';
import { ApiProblem } from '../errors/api-problem.ts';
import { acceptConfiguration, resolvedBy } from './accept-configuration.ts';
import { poolFor } from './pool-for.ts';
import type { Services } from './services.ts';
import { validInput } from './valid-input.ts';

/** Each member's run is computed once more, so a class's runs are not as long as a session's may be. */
const MAX_CLASS_STEPS = 200_000;
const MAX_TITLE_CHARACTERS = 80;
const RETRY_WHEN_FULL_SECONDS = '300';

/** POST /api/classes */
export function openClass(services: Services) {
  const { classes, classJournal, clientCookies, configuration } = services;
  return async (request: Request, response: Response<ClassOpened>): Promise<void> => {
    const pool = poolFor(services, request);
    const isCapOfClasses = MAX_CLASS_STEPS < configuration.maxTotalSteps;
    const limits = isCapOfClasses
      ? { ...configuration, maxTotalSteps: MAX_CLASS_STEPS, totalStepsCap: 'in a class' }
      : configuration;
    const { resolved, asked } = await acceptConfiguration(classRequest, request.body, pool, limits);
    const owner = ownerBy(clientCookies, request, response);
    const opening = classes.open(resolved, shownText(asked.title, MAX_TITLE_CHARACTERS), owner);
    if (!opening.ok) throw problemOfFull(opening.full, configuration);
    await classJournal.commit(opening.opened);
    response.json({ code: opening.opened.code, expires_in_seconds: classes.ttlSeconds });
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
    const asked = { ...joined.configuration, seed };
    const resolved = await resolvedBy(poolFor(services, request), asked).catch((error: unknown) => {
      joined.returnSeed(seed);
      throw error;
    });
    offerCookie(services.clientCookies, request, response);
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
    if (!reportedTo.report(member_id, step, clientOf(request).id)) throw new ApiProblem('member_not_found');
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

function problemOfFull(
  full: Overdrawn | 'server',
  { maxClassesPerAddress }: ServerConfiguration,
): ApiProblem {
  const headers = { 'Retry-After': RETRY_WHEN_FULL_SECONDS };
  if (full === 'server') {
    const detail = 'The server holds as many classes as it can. Try again later.';
    return new ApiProblem('server_full', { detail, headers });
  }
  const detail = `As many classes as may (MAX_CLASSES_PER_ADDRESS, ${maxClassesPerAddress}) were opened from this address.`;
  return new ApiProblem('too_many_classes', { detail, headers });
}

function classOf({ classes }: Services, request: Request): AnnealingClass {
  const found = classes.find(String(request.params['code']));
  if (found === undefined) throw new ApiProblem('class_not_found');
  return found;
}

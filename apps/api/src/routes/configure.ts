import { CHEMISTRY_COMPONENTS } from '@webfaulon/chemistry';
import {
  configureRequest,
  type InputProblem,
  isConfigurationErrorCode,
  type SessionConfigured,
  validate,
} from '@webfaulon/protocol';
import {
  BUILT_IN_COMPONENTS,
  type Configuration,
  heavyAtomCount,
  parseFormula,
  type ResolvedConfiguration,
  resolveConfiguration,
  SaCoreError,
  totalSteps,
} from '@webfaulon/sa-core';
import type { Request, Response } from 'express';
import type { ServerConfiguration } from '../config.ts';
import { ApiProblem } from '../errors/api-problem.ts';
import { problemOfConfiguration } from '../errors/problem-handler.ts';
import type { Services } from './services.ts';

const RETRY_WHEN_FULL_SECONDS = '30';
const COMPONENTS = [...BUILT_IN_COMPONENTS, ...CHEMISTRY_COMPONENTS];

/** POST /api/sa/configure */
export function configure(services: Services) {
  return (request: Request, response: Response<SessionConfigured>): void => {
    const validation = validate(configureRequest, request.body);
    if (!validation.ok) {
      const problems = validation.problems.map((problem) => explained(problem, request.body));
      const more = problems.length === 1 ? '' : ` ${problems.length - 1} more: see errors.`;
      throw new ApiProblem('validation_failed', { detail: problems[0]!.detail + more, errors: problems });
    }
    const { steps_per_second, ...asked } = validation.value;
    assertHeavyAtoms(asked, services.configuration);
    const resolved = resolve(asked);
    assertTotalSteps(resolved, services.configuration);
    const session = services.registry.create(resolved, steps_per_second);
    if (session === undefined) {
      throw new ApiProblem('server_full', {
        detail: `The server holds as many sessions as it can (${services.configuration.maxSessions}). Try again later.`,
        headers: { 'Retry-After': RETRY_WHEN_FULL_SECONDS },
      });
    }
    response.json({ session_id: session.id, status: 'configured' });
  };
}

/** sa-core tells where a formula cannot be read; the pattern of the contract, only that it cannot. */
function explained(problem: InputProblem, body: { formula: string }): InputProblem {
  if (problem.code !== 'formula_syntax') return problem;
  try {
    parseFormula(body.formula);
    return problem;
  } catch (error) {
    if (error instanceof SaCoreError) return { ...problem, detail: error.message };
    throw error;
  }
}

function resolve(asked: Configuration): ResolvedConfiguration {
  return asProblem(() => resolveConfiguration(asked, COMPONENTS));
}

/** Before all else: what follows takes time and memory with the square of the heavy atoms. */
function assertHeavyAtoms(asked: Configuration, { maxHeavyAtoms }: ServerConfiguration): void {
  const heavyAtoms = asProblem(() => heavyAtomCount(parseFormula(asked.formula)), '/formula');
  if (heavyAtoms <= maxHeavyAtoms) return;
  const detail =
    `The formula has ${heavyAtoms} atoms other than hydrogen, and this server allows ${maxHeavyAtoms} ` +
    '(MAX_HEAVY_ATOMS). Choose a smaller molecule.';
  throw new ApiProblem('cap_exceeded', { detail, errors: [{ pointer: '/formula', detail }] });
}

function assertTotalSteps(resolved: ResolvedConfiguration, { maxTotalSteps }: ServerConfiguration): void {
  const steps = totalSteps(resolved);
  if (steps <= maxTotalSteps) return;
  const detail =
    `The run would have ${steps} steps (steps_per_cycle times num_cycles), and this server allows ${maxTotalSteps} ` +
    '(MAX_TOTAL_STEPS). Choose fewer steps or cycles.';
  throw new ApiProblem('cap_exceeded', { detail, errors: [{ pointer: '/steps_per_cycle', detail }] });
}

function asProblem<Result>(act: () => Result, pointer?: string): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof SaCoreError) || !isConfigurationErrorCode(error.code)) throw error;
    const located = pointer === undefined ? error : new SaCoreError(error.code, error.message, { pointer });
    throw problemOfConfiguration(located, error.code);
  }
}

import {
  type configureRequest,
  type InputProblem,
  isConfigurationErrorCode,
  type RequestedConfiguration,
  validate,
} from '@webfaulon/protocol';
import {
  type Configuration,
  heavyAtomCount,
  parseFormula,
  type ResolvedConfiguration,
  SaCoreError,
  totalSteps,
} from '@webfaulon/sa-core';
import type { Resolver } from '../annealing/annealing-pool.ts';
import type { ServerConfiguration } from '../config.ts';
import { ApiProblem } from '../errors/api-problem.ts';
import { problemOfConfiguration } from '../errors/problem-handler.ts';
import { shuttingDown } from '../errors/shutting-down.ts';

/** What a body asks for, and the run that it comes to. */
interface AcceptedConfiguration {
  readonly asked: RequestedConfiguration & { readonly title?: string };
  readonly resolved: ResolvedConfiguration;
}

interface Limits extends Pick<ServerConfiguration, 'maxHeavyAtoms' | 'maxTotalSteps'> {
  /** What sets maxTotalSteps, in words for who asked for more; MAX_TOTAL_STEPS if left out. */
  readonly totalStepsCap?: string;
}

/**
 * Judges a body that holds a configuration, by its shape, its chemistry and the caps.
 *
 * @throws {ApiProblem} with everything that is wrong
 */
export async function acceptConfiguration(
  schema: typeof configureRequest,
  body: unknown,
  resolver: Resolver,
  limits: Limits,
): Promise<AcceptedConfiguration> {
  const validation = validate(schema, body);
  if (!validation.ok) {
    const problems = validation.problems.map((problem) => explained(problem, body as { formula: string }));
    const more = problems.length === 1 ? '' : ` ${problems.length - 1} more: see errors.`;
    throw new ApiProblem('validation_failed', { detail: problems[0]!.detail + more, errors: problems });
  }
  const asked: AcceptedConfiguration['asked'] = validation.value;
  const { steps_per_second: _pace, title: _title, ...configuration } = asked;
  assertHeavyAtoms(configuration, limits);
  assertTotalSteps(configuration, limits);
  const resolved = await resolvedBy(resolver, configuration);
  return { asked, resolved };
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

/**
 * What a configuration comes to on a thread of the server.
 *
 * @throws {ApiProblem} with what sa-core refuses
 */
export async function resolvedBy(resolver: Resolver, asked: Configuration): Promise<ResolvedConfiguration> {
  const resolution = await resolver.resolve(asked);
  if (resolution.ok === true) return resolution.configuration;
  if (resolution.ok === 'stale') throw shuttingDown();
  if (!('pointer' in resolution)) throw new ApiProblem('internal_error', { cause: resolution.cause });
  const { code, detail, pointer } = resolution;
  const error = new SaCoreError(code, detail, { pointer });
  throw isConfigurationErrorCode(code) ? problemOfConfiguration(error, code) : error;
}

/** Before all else: what follows takes time and memory with the square of the heavy atoms. */
function assertHeavyAtoms(asked: Configuration, { maxHeavyAtoms }: Limits): void {
  const heavyAtoms = asProblem(() => heavyAtomCount(parseFormula(asked.formula)), '/formula');
  if (heavyAtoms <= maxHeavyAtoms) return;
  const detail =
    `The formula has ${heavyAtoms} atoms other than hydrogen, and this server allows ${maxHeavyAtoms} ` +
    '(MAX_HEAVY_ATOMS). Choose a smaller molecule.';
  throw new ApiProblem('cap_exceeded', { detail, errors: [{ pointer: '/formula', detail }] });
}

function assertTotalSteps(
  asked: Pick<RequestedConfiguration, 'steps_per_cycle' | 'num_cycles'>,
  { maxTotalSteps, totalStepsCap = 'MAX_TOTAL_STEPS' }: Limits,
): void {
  const steps = totalSteps(asked);
  if (steps <= maxTotalSteps) return;
  const detail =
    `The run would have ${steps} steps (steps_per_cycle times num_cycles), and this server allows ${maxTotalSteps} ` +
    `(${totalStepsCap}). Choose fewer steps or cycles.`;
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

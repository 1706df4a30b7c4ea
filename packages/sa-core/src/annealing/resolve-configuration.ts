import { pointingTo, SaCoreError } from '../errors.ts';
import { rulesNamed } from '../filters/rules-named.ts';
import { assertFeasible } from '../molecule/feasibility.ts';
import { heavyAtomCount, hillFormula, parseFormula } from '../molecule/formula.ts';
import { assertWithinLimits, createObjective } from '../scoring/objective.ts';
import type { Score } from '../scoring/scoring-component.ts';
import { type Configuration, type ResolvedConfiguration, totalSteps } from './configuration.ts';
import { ALGORITHM_VERSION, DEFAULT_CONFIGURATION } from './defaults.ts';
import { RESTART_NAMES } from './restart.ts';
import { SCHEDULE_NAMES } from './schedule/annealing-schedule.ts';
import { automaticTemperatures } from './schedule/automatic-temperatures.ts';
import { moleculeOfSmiles } from './smiles-start.ts';
import { assertStartObeys, type StartReader } from './start-molecule.ts';

/** Which numbers a field may have, and how that is said. */
type NumberKind = readonly [isOne: (value: number) => boolean, inWords: string];

const AT_LEAST_0: NumberKind = [(v) => v >= 0 && Number.isFinite(v), 'a number of at least 0'];
const COUNT: NumberKind = [(v) => Number.isSafeInteger(v) && v > 0, 'an integer of at least 1'];

/**
 * Fills in the defaults and checks every field.
 *
 * @param available the scores that the objective may name
 * @throws {SaCoreError} any formula_*, component_* or configuration error; the pointer names the field
 */
export function resolveConfiguration(
  configuration: Configuration,
  available: readonly Score[],
): ResolvedConfiguration {
  return resolveWith(moleculeOfSmiles, configuration, available);
}

/** The same, with a start molecule that `readStart` can read. */
export function resolveWith(
  readStart: StartReader,
  configuration: Configuration,
  available: readonly Score[],
): ResolvedConfiguration {
  const given = { ...DEFAULT_CONFIGURATION, ...withoutUndefined(configuration) };
  const number = (field: keyof Configuration, [ok, wanted]: NumberKind): number => {
    const value = given[field as keyof typeof given] as unknown;
    // Adding 0 makes a minus zero, which JSON can bring, the zero that it equals: -dE / -0 would be infinite.
    if (typeof value === 'number' && ok(value)) return value + 0;
    throw invalid(field, `${field} must be ${wanted}.`);
  };
  const oneOf = <const T>(field: keyof Configuration, values: readonly T[]): T => {
    const value = values.find((candidate) => candidate === (given[field as keyof typeof given] as unknown));
    if (value !== undefined) return value;
    throw invalid(
      field,
      `${field} must be ${values.map((candidate) => JSON.stringify(candidate)).join(' or ')}.`,
    );
  };
  const orNull = (field: keyof typeof given, [ok, wanted]: NumberKind) =>
    given[field] === null ? null : number(field, [ok, `${wanted}, or null`]);

  const formula = resolveFormula(given.formula);
  const objective = createObjective(given.component_weights, available, given.component_targets);
  assertWithinLimits(objective, heavyAtomCount(parseFormula(formula)));
  const initial_temp = number('initial_temp', [(v) => v > 0 && Number.isFinite(v), 'a number above 0']);
  const resolved: ResolvedConfiguration = {
    algorithm_version: ALGORITHM_VERSION,
    formula,
    initial_temp,
    cooling_schedule_k: number('cooling_schedule_k', AT_LEAST_0),
    steps_per_cycle: number('steps_per_cycle', COUNT),
    num_cycles: number('num_cycles', COUNT),
    optimization_mode: oneOf('optimization_mode', ['MINIMIZE', 'MAXIMIZE']),
    seed: number('seed', [Number.isSafeInteger, 'an integer between -(2^53 - 1) and 2^53 - 1']),
    component_weights: sortedByKey(given.component_weights),
    component_targets: sortedByKey(given.component_targets),
    component_versions: Object.fromEntries(objective.components.map(({ name, version }) => [name, version])),
    min_temp: orNull('min_temp', AT_LEAST_0) ?? Math.min(objective.resolution / 2, initial_temp),
    reheat: oneOf('reheat', [true, false]),
    proposal: oneOf('proposal', ['bonds', 'atoms', 'fixed-hydrogens']),
    hastings: oneOf('hastings', [true, false]),
    initial: resolveInitial(given.initial, formula, readStart),
    schedule: oneOf('schedule', SCHEDULE_NAMES),
    restart: oneOf('restart', RESTART_NAMES),
    stop_at_score: orNull('stop_at_score', [Number.isFinite, 'a number']),
    stop_after_steps_without_improvement: orNull('stop_after_steps_without_improvement', COUNT),
    filters: resolveFilters(given.filters, given.initial, formula, readStart),
  };
  if (!Number.isSafeInteger(totalSteps(resolved))) {
    throw invalid('num_cycles', 'steps_per_cycle times num_cycles must be below 2^53.');
  }
  if (resolved.restart === 'random' && resolved.proposal === 'fixed-hydrogens') {
    throw invalid(
      'restart',
      'restart "random" moves hydrogens, and proposal "fixed-hydrogens" does not. Choose the restart "best" or "none", ' +
        'or another proposal.',
    );
  }
  assertVersions(configuration, resolved);
  if (resolved.schedule !== 'automatic') return resolved;
  const sign = resolved.optimization_mode === 'MINIMIZE' ? 1 : -1;
  return { ...resolved, ...automaticTemperatures(parseFormula(formula), objective, sign, resolved.seed) };
}

function resolveFormula(text: unknown): string {
  if (typeof text !== 'string') throw invalid('formula', 'formula must be a string such as "C10H16".');
  return pointingTo('/formula', () => {
    const formula = parseFormula(text);
    assertFeasible(formula);
    return hillFormula(formula);
  });
}

function resolveInitial(initial: unknown, formula: string, readStart: StartReader): string {
  if (initial === 'random' || initial === 'chain') return initial;
  if (typeof initial !== 'string' || initial === '') {
    throw invalid('initial', 'initial must be "random", "chain" or a SMILES of the formula.');
  }
  readStart(parseFormula(formula), initial);
  return initial;
}

/** The names in order, each once, and the start molecule with them: an isomer that passes all rules exists and is found. */
function resolveFilters(
  filters: unknown,
  initial: string,
  formula: string,
  readStart: StartReader,
): readonly string[] {
  const isList = Array.isArray(filters) && filters.every((name) => typeof name === 'string');
  if (!isList) throw invalid('filters', 'filters must be a list of names of structural rules.');
  assertStartObeys(parseFormula(formula), initial, rulesNamed(filters), readStart);
  const names = [...new Set<string>(filters)].sort();
  return names;
}

function assertVersions(asked: Configuration, resolved: ResolvedConfiguration): void {
  if (asked.algorithm_version !== undefined && asked.algorithm_version !== resolved.algorithm_version) {
    const { algorithm_version } = asked;
    throw otherRun(
      'algorithm_version',
      `by version ${algorithm_version} of the algorithm, and this is version ${resolved.algorithm_version}`,
    );
  }
  for (const [name, version] of Object.entries(asked.component_versions ?? {})) {
    const { component_versions } = resolved;
    const present = Object.hasOwn(component_versions, name) ? component_versions[name] : undefined;
    if (present === version) continue;
    const here = present === undefined ? 'a run without it' : `version ${present}`;
    throw otherRun(
      'component_versions',
      `with version ${version} of the scoring component "${name}", and this is ${here}`,
    );
  }
}

function otherRun(field: string, how: string): SaCoreError {
  return new SaCoreError(
    'version_mismatch',
    `This run was made ${how}: it would not be the same run. Leave ${field} out to run it anew.`,
    { pointer: `/${field}` },
  );
}

function invalid(field: string, message: string): SaCoreError {
  return new SaCoreError('configuration_value', message, { pointer: `/${field}` });
}

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

function sortedByKey(numbers: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  // Adding 0 makes a minus zero a zero.
  const entries = Object.entries(numbers).map(([name, value]) => [name, value + 0] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

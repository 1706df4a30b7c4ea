import { SaCoreError } from '../errors.ts';
import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import type { Score } from './scoring-component.ts';
import { createTables, fillTables, type ScoringTable, type TableMemory } from './shared-tables.ts';

/** Above this a weight could drive the score of a large molecule out of the doubles. */
export const MAX_WEIGHT = 1e9;

/** Component name -> weight, at least one above 0. */
export type ComponentWeights = Readonly<Record<string, number>>;

/** Far above every score, and with the greatest weight still far within the doubles. */
export const MAX_TARGET = 1e12;

/** Component name -> the score that it is aimed at, at most MAX_TARGET in size; of components that are given a weight. */
export type ComponentTargets = Readonly<Record<string, number>>;

/** A weighted sum of scoring components: the energy of a run. It is a score and says nothing about stability. */
export interface Objective {
  /** The components with a weight above 0, in name order: the order of the sum, and of every list of their scores. */
  readonly components: readonly Score[];
  readonly weights: readonly number[];
  /** What each component is aimed at: |score - target| counts instead of the score. Undefined where it is not. */
  readonly targets: readonly (number | undefined)[];
  /**
   * The smallest weighted resolution: half of it is the default floor of the temperature. A target leaves it as it is:
   * on either side of the target scores differ as much as before. Only of two isomers on opposite sides can one be nearer
   * by less, and at that floor a run goes on between them instead of freezing in one.
   */
  readonly resolution: number;
  /** The tables that at least one of the components reads. */
  readonly needs: readonly ScoringTable[];
}

/**
 * @param available the components that may be named; of two with one name the later counts
 * @throws {SaCoreError} component_unknown, component_weight, component_target, component_invalid, objective_empty
 */
export function createObjective(
  weights: ComponentWeights,
  available: readonly Score[],
  targets: ComponentTargets = {},
): Objective {
  if (typeof weights !== 'object' || weights === null) {
    throw new SaCoreError(
      'component_weight',
      'component_weights must give scoring components their weights, such as {"wiener_index": 1}.',
      { pointer: '/component_weights' },
    );
  }
  const byName = new Map(available.map((component) => [component.name, component]));
  const weighed: { component: Score; weight: number }[] = [];
  for (const name of Object.keys(weights).sort()) {
    const component = byName.get(name);
    const pointer = `/component_weights/${asPointerToken(name)}`;
    if (component === undefined) {
      const known = [...byName.keys()].sort().join(', ');
      throw new SaCoreError(
        'component_unknown',
        `There is no scoring component "${name.slice(0, 60)}". Known are: ${known}.`,
        { pointer },
      );
    }
    const weight = weights[name];
    if (typeof weight !== 'number' || !(weight >= 0 && weight <= MAX_WEIGHT)) {
      throw new SaCoreError(
        'component_weight',
        `The weight of "${name}" must be a number from 0 to ${MAX_WEIGHT}.`,
        { pointer },
      );
    }
    assertWellFormed(component);
    if (weight > 0) weighed.push({ component, weight });
  }
  if (weighed.length === 0) {
    throw new SaCoreError(
      'objective_empty',
      'The objective weighs no scoring component. Give at least one component a weight above 0.',
      { pointer: '/component_weights' },
    );
  }
  assertTargets(targets, weights);
  return {
    components: weighed.map(({ component }) => component),
    weights: weighed.map(({ weight }) => weight),
    targets: weighed.map(({ component: { name } }) =>
      Object.hasOwn(targets, name) ? targets[name]! : undefined,
    ),
    resolution: Math.min(...weighed.map(({ component, weight }) => weight * component.resolution)),
    needs: [...new Set(weighed.flatMap(({ component }) => component.needs ?? []))],
  };
}

function assertTargets(targets: ComponentTargets, weights: ComponentWeights): void {
  if (typeof targets !== 'object' || targets === null || Array.isArray(targets)) {
    throw new SaCoreError(
      'component_target',
      'component_targets must give scoring components the scores that they are aimed at, such as {"wiener_index": 30}.',
      { pointer: '/component_targets' },
    );
  }
  for (const [name, target] of Object.entries(targets) as [string, unknown][]) {
    const fault = !Object.hasOwn(weights, name)
      ? `The target of "${name.slice(0, 60)}" has no weight beside it. Name the component in component_weights too.`
      : typeof target !== 'number' || !(Math.abs(target) <= MAX_TARGET)
        ? `The target of "${name.slice(0, 60)}" must be a number from -${MAX_TARGET} to ${MAX_TARGET}.`
        : undefined;
    if (fault === undefined) continue;
    throw new SaCoreError('component_target', fault, {
      pointer: `/component_targets/${asPointerToken(name)}`,
    });
  }
}

/**
 * Refuses an objective for molecules that one of its components cannot score.
 *
 * @throws {SaCoreError} configuration_value
 */
export function assertWithinLimits({ components }: Objective, heavyAtoms: number): void {
  for (const { name, maxHeavyAtoms = Number.POSITIVE_INFINITY } of components) {
    if (heavyAtoms <= maxHeavyAtoms) continue;
    throw new SaCoreError(
      'configuration_value',
      `"${name}" can score molecules of at most ${maxHeavyAtoms} heavy atoms, and the formula has ${heavyAtoms}. Choose ` +
        'a smaller formula, or another component.',
      { pointer: `/component_weights/${asPointerToken(name)}` },
    );
  }
}

function asPointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function assertWellFormed({ name, version, resolution, score }: Score): void {
  const fault = !Number.isSafeInteger(version)
    ? 'its version is not an integer'
    : !(resolution > 0 && Number.isFinite(resolution))
      ? 'its resolution is not a number above 0'
      : typeof score !== 'function'
        ? 'it has no score function'
        : undefined;
  if (fault !== undefined) {
    throw new SaCoreError(
      'component_invalid',
      `The scoring component "${name}" is not well formed: ${fault}.`,
    );
  }
}

/**
 * The energy of a molecule: sum of weight times score, or times the distance of the score from its target, in name order.
 * Writes the single scores into `scores`, one for each component.
 *
 * @param tables memory for what the components share, from `createTables(n, objective.needs)`: whoever scores many molecules
 *   makes it once
 * @throws {SaCoreError} component_invalid if a score or the sum is not a finite number
 */
export function energyOf(
  objective: Objective,
  graph: MolecularGraph,
  scores: Float64Array,
  tables: TableMemory = createTables(graph.elements.length, objective.needs),
): number {
  fillTables(tables, graph);
  let energy = 0;
  for (let i = 0; i < objective.components.length; i++) {
    const score = objective.components[i]!.score(graph, tables);
    if (!Number.isFinite(score)) {
      throw new SaCoreError(
        'component_invalid',
        `The scoring component "${objective.components[i]!.name}" gave ${score}; a score must be a finite number.`,
      );
    }
    scores[i] = score;
    const target = objective.targets[i];
    energy += objective.weights[i]! * (target === undefined ? score : Math.abs(score - target));
  }
  if (!Number.isFinite(energy)) {
    throw new SaCoreError(
      'component_invalid',
      'The weighted scores add up to more than a number can hold. Lower the weights, or scale the scores down.',
    );
  }
  return energy;
}

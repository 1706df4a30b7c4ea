import { createAtomsProposal } from '../displacement/atoms-proposal.ts';
import { createBondsProposal } from '../displacement/bonds-proposal.ts';
import { createFixedHydrogensProposal } from '../displacement/fixed-hydrogens-proposal.ts';
import type { Proposal } from '../displacement/proposal.ts';
import { filteredProposal } from '../filters/filtered-proposal.ts';
import { rulesNamed } from '../filters/rules-named.ts';
import type { Prohibition } from '../filters/structural-rule.ts';
import type { HeavyElement } from '../molecule/element.ts';
import { type Formula, heavyElements, parseFormula } from '../molecule/formula.ts';
import { BUILT_IN_SCORES } from '../scoring/built-in-scores.ts';
import { createObjective, type Objective } from '../scoring/objective.ts';
import type { ScoringComponent } from '../scoring/scoring-component.ts';
import {
  type Configuration,
  type ProposalName,
  type ResolvedConfiguration,
  totalSteps,
} from './configuration.ts';
import { resolveWith } from './resolve-configuration.ts';
import type { AnnealingSchedule } from './schedule/annealing-schedule.ts';
import { createSchedule } from './schedule/create-schedule.ts';
import { moleculeOfSmiles } from './smiles-start.ts';
import type { StartReader } from './start-molecule.ts';
import { createStopRules } from './stopping/create-stop-rules.ts';
import type { StopRule } from './stopping/stop-rule.ts';

const PROPOSALS: Readonly<Record<ProposalName, (heavyAtoms: number) => Proposal>> = {
  bonds: createBondsProposal,
  atoms: createAtomsProposal,
  'fixed-hydrogens': createFixedHydrogensProposal,
};

/** A configuration made ready to run: immutable, and derived from the configuration and the components alone. */
export interface Annealing {
  readonly configuration: ResolvedConfiguration;
  readonly totalSteps: number;
  readonly formula: Formula;
  /** Heavy atoms in the numbering of the run. */
  readonly elements: readonly HeavyElement[];
  readonly hydrogens: number;
  /** Reads a start molecule that the configuration spells out. */
  readonly readStart: StartReader;
  readonly objective: Objective;
  /** The structural rules that every molecule of the run obeys. */
  readonly rules: readonly Prohibition[];
  /** 1 where the energy is minimised, -1 where it is maximised: the sign of the differences alone. */
  readonly sign: 1 | -1;
  readonly schedule: AnnealingSchedule;
  /** What may end the run before its last step; none unless asked for. */
  readonly stopRules: readonly StopRule[];
  /** Whether the acceptance takes the Hastings ratio in; "atoms" is symmetric, its ratio is 1. */
  readonly isCorrected: boolean;
  /** Proposals hold scratch memory, so each annealer makes its own. */
  readonly createProposal: () => Proposal;
}

/**
 * Resolves a configuration and makes it ready to run.
 *
 * @param components further scoring components, beside the built-in ones
 * @throws {SaCoreError} whatever is wrong with the configuration; the pointer names the field
 */
export function prepareAnnealing(
  configuration: Configuration,
  components: readonly ScoringComponent[] = [],
): Annealing {
  return prepareWith(moleculeOfSmiles, configuration, components);
}

/** The same, with a start molecule that `readStart` can read. */
export function prepareWith(
  readStart: StartReader,
  configuration: Configuration,
  components: readonly ScoringComponent[] = [],
): Annealing {
  const resolved = resolveWith(readStart, configuration, [...BUILT_IN_SCORES, ...components]);
  return makeReady(readStart, resolved, components);
}

/**
 * Makes ready a configuration that {@link resolveConfiguration} has answered, without looking at it again: for who takes up a
 * run often. Its temperatures are taken as they stand, "automatic" ones too.
 */
export function prepareResolved(
  resolved: ResolvedConfiguration,
  components: readonly ScoringComponent[] = [],
): Annealing {
  return makeReady(moleculeOfSmiles, resolved, components);
}

function makeReady(
  readStart: StartReader,
  resolved: ResolvedConfiguration,
  components: readonly ScoringComponent[],
): Annealing {
  const available = [...BUILT_IN_SCORES, ...components];
  const sign = resolved.optimization_mode === 'MINIMIZE' ? 1 : -1;
  const formula = parseFormula(resolved.formula);
  const elements = heavyElements(formula);
  const rules = rulesNamed(resolved.filters);
  return {
    configuration: resolved,
    totalSteps: totalSteps(resolved),
    formula,
    elements,
    hydrogens: formula.H ?? 0,
    readStart,
    objective: createObjective(resolved.component_weights, available, resolved.component_targets),
    rules,
    sign,
    schedule: createSchedule(resolved),
    stopRules: createStopRules(resolved, sign),
    isCorrected: resolved.hastings && resolved.proposal !== 'atoms',
    createProposal: () => filteredProposal(PROPOSALS[resolved.proposal](elements.length), rules),
  };
}

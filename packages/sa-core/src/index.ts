export { type Advance, advance } from './annealing/advance.ts';
export { type AnnealOptions, anneal } from './annealing/anneal.ts';
export { Annealer } from './annealing/annealer.ts';
export {
  type Annealing,
  prepareAnnealing,
  prepareResolved,
} from './annealing/annealing.ts';
export type { AnnealingStep } from './annealing/annealing-step.ts';
export { AskTellAnnealer, type AskTellCheckpoint, type Proposed } from './annealing/ask-tell-annealer.ts';
export {
  assertCheckpoint,
  CHECKPOINT_FORMAT,
  type Checkpoint,
  startCheckpoint,
} from './annealing/checkpoint.ts';
export {
  type Configuration,
  type OptimizationMode,
  type ProposalName,
  type ResolvedConfiguration,
  totalSteps,
} from './annealing/configuration.ts';
export { configurationHash } from './annealing/configuration-hash.ts';
export { ALGORITHM_VERSION, DEFAULT_CONFIGURATION } from './annealing/defaults.ts';
export { Discovery } from './annealing/discovery.ts';
export {
  type DiscoveredIsomer,
  type DiscoveryState,
  discoveredIsomers,
  startDiscovery,
} from './annealing/discovery-state.ts';
export {
  type DisplacedAtom,
  type ExplainedDisplacement,
  explainStep,
  type InvalidReason,
  type MoveKind,
  type StepExplanation,
} from './annealing/explain-step.ts';
export { acceptanceProbability } from './annealing/metropolis.ts';
export type { Position } from './annealing/position.ts';
export { resolveConfiguration } from './annealing/resolve-configuration.ts';
export { RESTART_NAMES, type RestartName } from './annealing/restart.ts';
export {
  type AnnealingSchedule,
  SCHEDULE_NAMES,
  type ScheduleName,
  type ScheduleParameters,
} from './annealing/schedule/annealing-schedule.ts';
export { createSchedule, temperatureAt } from './annealing/schedule/create-schedule.ts';
export {
  type RecordedPosition,
  type Recorder,
  STEP_OUTCOMES,
  type StepOutcome,
  StepRecorder,
  type StepRecords,
} from './annealing/step-records.ts';
export type { ToldScore } from './annealing/told-scores.ts';
export { b12Of, b21Of, b22Of, highestB11, lowestB11 } from './displacement/displacement.ts';
export {
  type EnumeratedIsomer,
  type EnumerationOptions,
  enumerateIsomers,
} from './displacement/isomer-space.ts';
export { knownIsomerCount } from './displacement/known-totals.ts';
export {
  type LabelledIsomer,
  labelledIsomerOf,
  molecularGraphOf,
} from './displacement/labelled-isomer.ts';
export { type AnnealManyOptions, annealMany } from './ensemble/anneal-many.ts';
export type { AnnealedRun } from './ensemble/annealed-run.ts';
export { SA_CORE_ERRORS, SaCoreError, type SaCoreErrorCode } from './errors.ts';
export { reachableParts } from './filters/reachability.ts';
export type { Prohibition, StructuralRule } from './filters/structural-rule.ts';
export { STRUCTURAL_RULES } from './filters/structural-rules.ts';
export {
  automorphismGroupOrder,
  type CanonicalForm,
  type Canonizer,
  canonicalForm,
  createCanonizer,
} from './molecule/canonical-form.ts';
export { isConnected } from './molecule/connectivity.ts';
export { ELEMENT_SYMBOLS, type ElementSymbol, type HeavyElement, VALENCES } from './molecule/element.ts';
export { assertFeasible } from './molecule/feasibility.ts';
export {
  degreeOfUnsaturation,
  type Formula,
  formulaOf,
  heavyAtomCount,
  heavyElements,
  hillFormula,
  hillOrder,
  MAX_FORMULA_HEAVY_ATOMS,
  parseFormula,
} from './molecule/formula.ts';
export { longestChain } from './molecule/longest-chain.ts';
export {
  bondOrder,
  bondOrderSum,
  bondsOf,
  createMolecularGraph,
  hasValidValences,
  MAX_BOND_ORDER,
  type MolecularGraph,
  setBondOrder,
} from './molecule/molecular-graph.ts';
export { readSmiles } from './molecule/smiles-reader.ts';
export { canonicalKekuleSmiles, writeSmiles } from './molecule/smiles-writer.ts';
export { type GeneratorState, Random } from './random.ts';
export { balabanIndex } from './scoring/balaban-index.ts';
export { BUILT_IN_COMPONENTS } from './scoring/built-in-components.ts';
export { firstZagrebIndex } from './scoring/first-zagreb-index.ts';
export { hosoyaIndex } from './scoring/hosoya-index.ts';
export { hyperWienerIndex } from './scoring/hyper-wiener-index.ts';
export {
  type ComponentTargets,
  type ComponentWeights,
  createObjective,
  energyOf,
  MAX_TARGET,
  MAX_WEIGHT,
  type Objective,
} from './scoring/objective.ts';
export { randicIndex } from './scoring/randic-index.ts';
export { ringCount } from './scoring/ring-count.ts';
export {
  COST_CLASSES,
  type CostClass,
  type Score,
  type ScoreDescription,
  type ScoringComponent,
  type UsualRange,
} from './scoring/scoring-component.ts';
export { scoringFaults } from './scoring/scoring-faults.ts';
export {
  createTables,
  type ScoringTable,
  type SharedTables,
  type TableMemory,
  tablesOf,
} from './scoring/shared-tables.ts';
export { wienerIndex, wienerIndexOf } from './scoring/wiener-index.ts';

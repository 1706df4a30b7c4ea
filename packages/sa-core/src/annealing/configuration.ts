import type { ComponentTargets, ComponentWeights } from '../scoring/objective.ts';
import type { RestartName } from './restart.ts';
import type { ScheduleName } from './schedule/annealing-schedule.ts';

export type OptimizationMode = 'MINIMIZE' | 'MAXIMIZE';
export type ProposalName = 'bonds' | 'atoms' | 'fixed-hydrogens';

/**
 * What a run is asked to be; only the formula is required. The field names are those of the HTTP interface, so that one
 * object serves the library, the server, a checkpoint and a link.
 */
export interface Configuration {
  /** Such as "C10H16". */
  readonly formula: string;
  /** kT0, above 0, in units of the score. */
  readonly initial_temp?: number;
  /** k of the annealing schedule f_k, at least 0. */
  readonly cooling_schedule_k?: number;
  /** Steps of a cycle, and the number of cycles: positive integers; the run has their product of steps. */
  readonly steps_per_cycle?: number;
  readonly num_cycles?: number;
  readonly optimization_mode?: OptimizationMode;
  /** Any safe integer. */
  readonly seed?: number;
  readonly component_weights?: ComponentWeights;
  /** Of components in component_weights, the scores that they are aimed at: |score - target| counts instead of the score. */
  readonly component_targets?: ComponentTargets;
  /** The floor of kT, at least 0; null means half the smallest difference that the objective can show, at most kT0. */
  readonly min_temp?: number | null;
  /** Whether every cycle starts anew at kT0. */
  readonly reheat?: boolean;
  readonly proposal?: ProposalName;
  /** Whether the acceptance corrects what the proposal draws more often than its reverse; no effect on "atoms". */
  readonly hastings?: boolean;
  /** "random", "chain", or the SMILES of an isomer of the formula. */
  readonly initial?: string;
  /** How kT falls. "automatic" finds `initial_temp` and `min_temp` itself, whatever is given for them. */
  readonly schedule?: ScheduleName;
  /** Where each cycle after the first begins: "none", where the last one ended; "random"; or "best", the best so far. */
  readonly restart?: RestartName;
  /** The run ends once its best score is this good: at most this when minimising, at least this when maximising. */
  readonly stop_at_score?: number | null;
  /** The run ends after so many steps in a row, at least 1, that brought nothing better than its best. */
  readonly stop_after_steps_without_improvement?: number | null;
  /** Names of structural rules that every molecule of the run obeys; see STRUCTURAL_RULES. */
  readonly filters?: readonly string[];
  /** If given, the versions that the run must have; a resolved configuration carries them. */
  readonly algorithm_version?: number;
  readonly component_versions?: Readonly<Record<string, number>>;
}

/** A configuration with every default filled in and nothing left to choose: it decides every bit of the run. */
export type ResolvedConfiguration = Readonly<
  Required<Omit<Configuration, 'min_temp'>> & {
    min_temp: number;
  }
>;

export function totalSteps(schedule: {
  readonly steps_per_cycle: number;
  readonly num_cycles: number;
}): number {
  return schedule.steps_per_cycle * schedule.num_cycles;
}

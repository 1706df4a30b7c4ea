import type { RunOutcome } from '../annealing/run-outcome.ts';

/** A run as JSON tells it. Programs rely on these names. */
export interface RunRecord {
  readonly formula: string;
  readonly seed: number;
  readonly steps: number;
  readonly best_energy: number;
  readonly best_smiles: string;
  readonly initial_energy: number;
  readonly accepted_moves: number;
  readonly rejected_moves: number;
  readonly invalid_moves: number;
  readonly disconnected_moves: number;
  /** Null for one of several runs, which share the threads. */
  readonly steps_per_second: number | null;
  /** Distinct isomers, the start molecule included; null where the run was not watched. */
  readonly isomers_found: number | null;
}

export function runRecord(run: RunOutcome): RunRecord {
  return {
    formula: run.formula,
    seed: run.seed,
    steps: run.steps,
    best_energy: run.bestEnergy,
    best_smiles: run.bestSmiles,
    initial_energy: run.initialEnergy,
    accepted_moves: run.acceptedMoves,
    rejected_moves: run.rejectedMoves,
    invalid_moves: run.invalidMoves,
    disconnected_moves: run.disconnectedMoves,
    steps_per_second: run.stepsPerSecond ?? null,
    isomers_found: run.isomersFound ?? null,
  };
}

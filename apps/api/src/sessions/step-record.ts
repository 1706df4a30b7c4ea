import type { RecordBlock } from '../annealing/slice.ts';

/** One recorded step, as it is shown. */
export interface StepRecord {
  readonly step: number;
  readonly accepted: boolean;
  readonly current_energy: number;
  readonly best_energy: number;
  readonly accepted_moves: number;
  readonly rejected_moves: number;
  readonly invalid_moves: number;
  readonly disconnected_moves: number;
  /** Scores of the current molecule, for each component of the objective, in its order. */
  readonly component_scores: readonly number[];
  /** Canonical Kekulé SMILES of the current and of the best molecule. */
  readonly current_smiles: string;
  readonly best_isomer: string;
}

/** Record i of a block. */
export function recordAt(block: RecordBlock, i: number): StepRecord {
  return {
    step: block.step[i]!,
    accepted: block.accepted[i]!,
    current_energy: block.current_energy[i]!,
    best_energy: block.best_energy[i]!,
    accepted_moves: block.accepted_moves[i]!,
    rejected_moves: block.rejected_moves[i]!,
    invalid_moves: block.invalid_moves[i]!,
    disconnected_moves: block.disconnected_moves[i]!,
    component_scores: block.component_scores.map((column) => column[i]!),
    current_smiles: block.smiles[block.current[i]!]!,
    best_isomer: block.smiles[block.best[i]!]!,
  };
}

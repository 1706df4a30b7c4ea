import { type ThinningWindow, thinnedIndices } from '@webfaulon/protocol/thinning';

/** Columns of equal length, in ascending order of step. */
export interface HistoryColumns {
  readonly step: number[];
  readonly current_energy: number[];
  readonly best_energy: number[];
  readonly accepted_moves: number[];
}

/** The columns with what a chart of the window has no room for left out. */
export function thinned(
  { step, current_energy, best_energy, accepted_moves }: HistoryColumns,
  window: ThinningWindow,
): HistoryColumns {
  const kept = thinnedIndices(step, current_energy, window);
  const of = (column: readonly number[]) => kept.map((i) => column[i]!);
  return {
    step: of(step),
    current_energy: of(current_energy),
    best_energy: of(best_energy),
    accepted_moves: of(accepted_moves),
  };
}

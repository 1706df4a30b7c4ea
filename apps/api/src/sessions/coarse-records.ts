import { coarseStride } from '@webfaulon/protocol';
import type { StepRecord } from './step-record.ts';

const FIRST_CAPACITY = 16;
/** Numbers of a record beside its component scores. */
const FIXED_NUMBERS = 8;

/**
 * The records of a run on its coarse grid, and that of its last step, wherever it is. Thousands of finished runs keep
 * nothing else, so they are kept as numbers in rows, less than half of what objects take.
 */
export class CoarseRecords {
  private readonly stride: number;
  /**
   * Row i is of the grid's point i + 1, or of the last step of the run if it lies between that point and the one before. Invariant: the
   * first number of a row is its step, or 0 where no record is kept.
   */
  private rows = new Float64Array(0);
  private width = 0;
  /** By row. */
  private readonly currentSmiles: string[] = [];
  private readonly bestIsomers: string[] = [];

  constructor(totalSteps: number) {
    this.stride = coarseStride(totalSteps);
  }

  /** @param record of a step that is on the grid, or the last of the run */
  add(record: StepRecord): void {
    const row = this.rowOf(record.step);
    this.width = FIXED_NUMBERS + record.component_scores.length;
    this.reserve(row + 1);
    this.rows.set(
      [
        record.step,
        Number(record.accepted),
        record.current_energy,
        record.best_energy,
        record.accepted_moves,
        record.rejected_moves,
        record.invalid_moves,
        record.disconnected_moves,
        ...record.component_scores,
      ],
      row * this.width,
    );
    this.currentSmiles[row] = record.current_smiles;
    this.bestIsomers[row] = record.best_isomer;
  }

  get(step: number): StepRecord | undefined {
    const row = this.rowOf(step);
    const at = row * this.width;
    const numbers = this.rows.subarray(at, at + this.width);
    if (numbers[0] !== step) return undefined;
    return {
      step,
      accepted: numbers[1] === 1,
      current_energy: numbers[2]!,
      best_energy: numbers[3]!,
      accepted_moves: numbers[4]!,
      rejected_moves: numbers[5]!,
      invalid_moves: numbers[6]!,
      disconnected_moves: numbers[7]!,
      component_scores: [...numbers.subarray(FIXED_NUMBERS)],
      current_smiles: this.currentSmiles[row]!,
      best_isomer: this.bestIsomers[row]!,
    };
  }

  private rowOf(step: number): number {
    return Math.ceil(step / this.stride) - 1;
  }

  private reserve(rows: number): void {
    if (rows * this.width <= this.rows.length) return;
    const grown = new Float64Array(Math.max(FIRST_CAPACITY, rows * 2) * this.width);
    grown.set(this.rows);
    this.rows = grown;
  }
}

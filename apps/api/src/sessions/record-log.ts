import { isOnCoarseGrid } from '@webfaulon/protocol';
import type { RecordBlock } from '../annealing/slice.ts';
import { CoarseRecords } from './coarse-records.ts';
import { recordAt, type StepRecord } from './step-record.ts';

/**
 * The records of a run that are kept: the latest steps in full, and the coarse grid from the first step on. Whatever is
 * dropped can be computed again. Bounded by the records that a trim leaves + COARSE_POINTS, plus those not yet played and one
 * block.
 */
export class RecordLog {
  private readonly totalSteps: number;
  /** Invariant: blocks in ascending order of step, each with at least one record. */
  private blocks: RecordBlock[] = [];
  /** Those that have left `blocks`, or were computed again. */
  private readonly coarse: CoarseRecords;

  constructor(totalSteps: number) {
    this.totalSteps = totalSteps;
    this.coarse = new CoarseRecords(totalSteps);
  }

  add(block: RecordBlock): void {
    if (block.step.length > 0) this.blocks.push(block);
  }

  /** Takes in records of the coarse grid of this run, of another log or computed again. */
  addCoarse(records: readonly StepRecord[]): void {
    for (const record of records) this.coarse.add(record);
  }

  get(step: number): StepRecord | undefined {
    const block = this.blockOf(step);
    if (block === undefined) return this.coarse.get(step);
    // Within a block the steps are evenly spaced but for the last of the run.
    const first = block.step[0]!;
    const spacing = block.step.length > 1 ? block.step[1]! - first : 1;
    const i = Math.min(Math.floor((step - first) / spacing), block.step.length - 1);
    if (block.step[i] === step) return recordAt(block, i);
    return block.step.at(-1) === step ? recordAt(block, block.step.length - 1) : undefined;
  }

  /**
   * Drops what lies further behind the played step than the records to keep, but for the coarse grid.
   *
   * @param lastStep of the run, as far as is known
   */
  trim(played: number, lastStep: number, kept: number): void {
    while (this.blocks.length > 0) {
      const oldest = this.blocks[0]!;
      if (oldest.step.at(-1)! > played - kept) return;
      for (const [i, step] of oldest.step.entries()) {
        if (step === lastStep || isOnCoarseGrid(step, this.totalSteps)) this.coarse.add(recordAt(oldest, i));
      }
      this.blocks.shift();
    }
  }

  private blockOf(step: number): RecordBlock | undefined {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const block = this.blocks[middle]!;
      if (step < block.step[0]!) high = middle - 1;
      else if (step > block.step.at(-1)!) low = middle + 1;
      else return block;
    }
    return undefined;
  }
}

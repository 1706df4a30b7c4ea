import type { Checkpoint } from '@webfaulon/sa-core';
import type { Slicer } from '../annealing/annealing-pool.ts';
import type { SliceClass } from '../annealing/ready-queue.ts';
import type { RunComputation } from '../sessions/run-computation.ts';
import { recordAt, type StepRecord } from '../sessions/step-record.ts';

const SLICE_MILLISECONDS = 10;
const MAX_RECORDS_A_SLICE = 250;

/** Computes again, for one viewer, the records that its run's log does not keep. */
export class Replay {
  private readonly computation: RunComputation;
  private readonly pool: Slicer;
  private readonly every: () => number;
  private readonly isStale: () => boolean;
  /** Where the last slice ended: viewers read on, so the next one mostly begins there. */
  private reached: Checkpoint | null = null;
  /** Invariant: records of the last slice that came to any, by step. */
  private readonly records = new Map<number, StepRecord>();

  constructor(computation: RunComputation, pool: Slicer, every: () => number, isStale: () => boolean) {
    this.computation = computation;
    this.pool = pool;
    this.every = every;
    this.isStale = isStale;
  }

  get(step: number): StepRecord | undefined {
    return this.records.get(step);
  }

  /**
   * Computes on until the record of the step is there.
   *
   * @returns "stale" if nobody wants it any more
   */
  async bring(step: number): Promise<'brought' | 'failed' | 'stale'> {
    this.records.clear();
    const every = this.every();
    let sliceClass: SliceClass = 'prompt';
    let position = 0;
    while (position < step) {
      const checkpoint = this.nearestBefore(step);
      position = checkpoint?.step ?? 0;
      const answer = await this.pool.slice({
        task: {
          configuration: this.computation.configuration,
          checkpoint,
          steps: step - position + (MAX_RECORDS_A_SLICE - 1) * every,
          milliseconds: SLICE_MILLISECONDS,
          every,
        },
        sliceClass,
        isStale: this.isStale,
      });
      if (answer.ok === 'stale') return 'stale';
      if (!answer.ok) return 'failed';
      // Whoever has a long way to compute takes turns with the runs that have one.
      sliceClass = 'unthrottled';
      this.reached = answer.checkpoint;
      position = answer.checkpoint.step;
      for (const i of answer.records.step.keys()) {
        const record = recordAt(answer.records, i);
        if (record.step >= step) this.records.set(record.step, record);
      }
    }
    return this.records.has(step) ? 'brought' : 'failed';
  }

  private nearestBefore(step: number): Checkpoint | null {
    const keyframe = this.computation.keyframes.before(step - 1);
    const { reached } = this;
    if (reached === null || reached.step >= step) return keyframe;
    return keyframe === null || keyframe.step < reached.step ? reached : keyframe;
  }
}

import { coarseStride } from '@webfaulon/protocol';
import type { Keyframes } from './keyframes.ts';
import type { RecordLog } from './record-log.ts';
import type { StepRecord } from './step-record.ts';

/** A part of a run that is worth keeping: the keyframe that it ends with, and what the coarse grid shows of it. */
export interface RunSegment {
  /** The step that it ends with; it begins after the segment before. */
  readonly step: number;
  /** The keyframe of that step, as JSON. */
  readonly checkpoint: string;
  readonly records: readonly StepRecord[];
}

/** A run as far as it is computed. */
interface ComputedRun {
  readonly totalSteps: number;
  readonly computed: number;
  readonly keyframes: Pick<Keyframes, 'segmentSteps' | 'textAt'>;
  readonly log: Pick<RecordLog, 'get'>;
}

/** Segment n of a run, counted from 1; undefined if it is not computed yet. All but the rest of a run are of one length. */
export function segmentOf(run: ComputedRun, n: number): RunSegment | undefined {
  const length = run.keyframes.segmentSteps;
  const step = n * length;
  if (step > run.computed) return undefined;
  const checkpoint = run.keyframes.textAt(step);
  if (checkpoint === undefined) return undefined;
  const stride = coarseStride(run.totalSteps);
  const records: StepRecord[] = [];
  for (let s = (Math.floor((step - length) / stride) + 1) * stride; s <= step; s += stride) {
    const record = run.log.get(s);
    if (record !== undefined) records.push(record);
  }
  return { step, checkpoint, records };
}

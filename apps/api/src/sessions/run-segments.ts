import { coarseStride } from '@webfaulon/protocol';
import type { Keyframes } from './keyframes.ts';
import type { RecordLog } from './record-log.ts';
import type { StepRecord } from './step-record.ts';

/**
 * Then a restarted server computes no step of the longest run that is allowed by default from further than 200,000 steps, less
 * than a second, and a segment has ten records at most.
 */
const MAX_SEGMENTS = 50;

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
  readonly keyframes: Pick<Keyframes, 'spacing' | 'textAt'>;
  readonly log: Pick<RecordLog, 'get'>;
}

/** Segment n of a run, counted from 1; undefined if it is not computed yet. All but the rest of a run are of one length. */
export function segmentOf(run: ComputedRun, n: number): RunSegment | undefined {
  const length = segmentSteps(run);
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

/** A multiple of the spacing of keyframes. */
function segmentSteps({ totalSteps, keyframes: { spacing } }: ComputedRun): number {
  return spacing * Math.max(1, Math.ceil(totalSteps / (MAX_SEGMENTS * spacing)));
}

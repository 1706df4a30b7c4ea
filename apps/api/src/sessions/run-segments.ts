import { coarseStride } from '@webfaulon/protocol';
import type { RunComputation } from './run-computation.ts';
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

/** How many steps a segment of a run has: segment n ends with step n * this. A multiple of the spacing of keyframes. */
export function segmentSteps({ totalSteps, keyframes }: Pick<RunComputation, 'totalSteps' | 'keyframes'>): number {
  const { spacing } = keyframes;
  return spacing * Math.max(1, Math.ceil(totalSteps / (MAX_SEGMENTS * spacing)));
}

/** Segment n of a run, counted from 1; undefined if it is not computed yet. */
export function segmentOf(computation: RunComputation, n: number): RunSegment | undefined {
  const length = segmentSteps(computation);
  const step = n * length;
  if (step > computation.computed) return undefined;
  const checkpoint = computation.keyframes.textAt(step);
  if (checkpoint === undefined) return undefined;
  const stride = coarseStride(computation.totalSteps);
  const records: StepRecord[] = [];
  for (let s = (Math.floor((step - length) / stride) + 1) * stride; s <= step; s += stride) {
    const record = computation.log.get(s);
    if (record !== undefined) records.push(record);
  }
  return { step, checkpoint, records };
}

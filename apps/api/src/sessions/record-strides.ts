import { coarseStride, PER_STEP_MAX_PACE } from '@webfaulon/protocol';

/** The spacing of the steps that a run records; a pace of null is as fast as possible. */
export function recordedStride(pace: number | null, totalSteps: number): number {
  return pace === null ? coarseStride(totalSteps) : 1;
}

/** The spacing of the events that a viewer gets while it watches live. */
export function liveStride(pace: number | null, totalSteps: number): number {
  const isPerStep = pace !== null && pace <= PER_STEP_MAX_PACE;
  return isPerStep ? 1 : coarseStride(totalSteps);
}

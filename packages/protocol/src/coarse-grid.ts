/** Up to this pace, in steps per second, a viewer gets one progress event for each step. */
export const PER_STEP_MAX_PACE = 200;

/** A replay of more steps than this is sent on the coarse grid, whatever the pace. */
export const REPLAY_PER_STEP_MAX = 5000;

/** About how many points the coarse grid has. */
export const COARSE_POINTS = 500;

/**
 * The distance between two steps of the coarse grid. It follows from the length of the run alone, so that what a viewer
 * gets depends neither on slicing nor on timing.
 */
export function coarseStride(totalSteps: number): number {
  return Math.max(1, Math.ceil(totalSteps / COARSE_POINTS));
}

/** Whether a step of 1..totalSteps is on the coarse grid: the multiples of the stride, and the last step. */
export function isOnCoarseGrid(step: number, totalSteps: number): boolean {
  return step === totalSteps || step % coarseStride(totalSteps) === 0;
}

/** A class's run lasts about so long, whatever its length: a lesson has time for it. */
const SECONDS = 30;

/** Steps a second. */
export function classPace(totalSteps: number): number {
  return Math.max(1, Math.round(totalSteps / SECONDS));
}

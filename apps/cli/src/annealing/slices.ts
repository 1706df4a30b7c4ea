import { setImmediate } from 'node:timers/promises';

const MILLISECONDS_PER_SLICE = 20;
const MOST_STEPS = 1_000_000;

/**
 * Does work in slices that each take a fiftieth of a second or so, and lets signals in between them. A step may take a
 * nanosecond or, with a score of the user's own, a second.
 *
 * @param work does up to that many steps; false once nothing is left to do
 */
export async function inSlices(
  work: (steps: number) => boolean,
  interruption: AbortSignal,
  afterSlice: () => void | Promise<void>,
): Promise<void> {
  let steps = 1;
  while (!interruption.aborted) {
    const begun = performance.now();
    const goesOn = work(steps);
    const taken = performance.now() - begun;
    await afterSlice();
    if (!goesOn) return;
    if (taken < MILLISECONDS_PER_SLICE / 2) steps = Math.min(2 * steps, MOST_STEPS);
    else if (taken > MILLISECONDS_PER_SLICE) steps = Math.max(1, Math.floor(steps / 2));
    await setImmediate();
  }
}

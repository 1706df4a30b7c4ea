const FIRST_MILLISECONDS = 2000;
const MAX_MILLISECONDS = 30_000;

/** How long to wait after so many failures in a row (from 1): twice as long each time, half a minute at most. */
export function retryDelay(failures: number): number {
  return Math.min(MAX_MILLISECONDS, FIRST_MILLISECONDS * 2 ** (failures - 1));
}

import type { Pace } from '../runner/runner.ts';

/** The speeds of the slider in steps per second, and last as fast as possible. */
export const PACE_STOPS: readonly Pace[] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, null];

/** The stop that is nearest to a pace, by ratio. */
export function stopOf(pace: Pace): number {
  if (pace === null) return PACE_STOPS.length - 1;
  let nearest = 0;
  PACE_STOPS.forEach((stop, i) => {
    const distance = (candidate: Pace) =>
      candidate === null ? Number.POSITIVE_INFINITY : Math.abs(Math.log(candidate / pace));
    if (distance(stop) < distance(PACE_STOPS[nearest]!)) nearest = i;
  });
  return nearest;
}

export function paceInWords(pace: Pace): string {
  if (pace === null) return 'as fast as possible';
  return pace === 1 ? '1 step a second' : `${pace} steps a second`;
}

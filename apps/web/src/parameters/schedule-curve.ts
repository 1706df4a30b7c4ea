import {
  type Configuration,
  createSchedule,
  resolveConfiguration,
  SaCoreError,
  totalSteps,
} from '@webfaulon/sa-core';
import { RESOLVABLE_COMPONENTS } from '../objective/known-components.ts';
import type { Setup } from '../setup/setup.ts';

/** kT against step, at so many places at most. */
const POINTS = 200;

export interface ScheduleCurve {
  readonly totalSteps: number;
  readonly firstKT: number;
  readonly lastKT: number;
  readonly points: readonly { readonly step: number; readonly kT: number }[];
}

/**
 * The temperatures of the run that is set up, as its schedule gives them; null where that cannot be told: a field is at fault,
 * or the automatic schedule would have to score with a library that is not loaded.
 */
export function scheduleCurve(setup: Setup): ScheduleCurve | null {
  try {
    // Neither the start nor the filters bear on the temperatures: what is wrong with them is said elsewhere.
    const asked: Configuration = { ...setup, initial: 'chain', filters: [], restart: 'none' };
    const configuration = resolveConfiguration(asked, RESOLVABLE_COMPONENTS);
    const schedule = createSchedule(configuration);
    const steps = totalSteps(configuration);
    const count = Math.min(POINTS, steps);
    const points = Array.from({ length: count }, (_, i) => {
      const step = count === 1 ? 0 : Math.round((i * (steps - 1)) / (count - 1));
      return { step, kT: schedule.temperature(step) };
    });
    return { totalSteps: steps, firstKT: points[0]!.kT, lastKT: points.at(-1)!.kT, points };
  } catch (error) {
    if (error instanceof SaCoreError) return null;
    throw error;
  }
}

/** The curve as an SVG path in a box of this width and height, 0 at the bottom. */
export function curvePath(
  { points, totalSteps: steps }: ScheduleCurve,
  width: number,
  height: number,
): string {
  const highest = Math.max(Number.MIN_VALUE, ...points.map(({ kT }) => kT));
  const places = points.map(({ step, kT }) => {
    const x = steps === 1 ? 0 : (step / (steps - 1)) * width;
    return `${x.toFixed(1)} ${(height - (kT / highest) * height).toFixed(1)}`;
  });
  return `M${places.join(' L')}`;
}

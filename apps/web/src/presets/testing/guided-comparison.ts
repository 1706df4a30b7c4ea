import { PRESETS } from '../presets.ts';
import { type Course, courseOf } from './course-of-run.ts';

/** The lowest score that any run of the guided comparison is known to reach. */
export const LOWEST = 187;

export const GUIDED_COMPARISON = PRESETS.find(({ id }) => id === 'hot-greedy-annealed')!;

/** The courses of its three runs from each seed, by the names of the runs. */
export function coursesFrom(seeds: readonly number[]): Readonly<Record<string, readonly Course[]>> {
  const { name, configuration, companions } = GUIDED_COMPARISON;
  const runs = [{ name: name!, configuration }, ...companions!];
  return Object.fromEntries(
    runs.map((run) => [run.name, seeds.map((seed) => courseOf(run.configuration, seed))]),
  );
}

/** How many of the runs find the lowest score, by their names. */
export function findsOf(courses: ReturnType<typeof coursesFrom>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(courses).map(([name, each]) => [name, each.filter(({ best }) => best === LOWEST).length]),
  );
}

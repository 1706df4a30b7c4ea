import { coarseStride } from '@webfaulon/protocol';

export function range(from: number, to: number, every = 1): number[] {
  return Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, i) => from + i * every);
}

/** The steps divisible by `every`, and the last. */
export function grid(total: number, every = coarseStride(total)): number[] {
  const steps = range(every, total, every);
  return steps.at(-1) === total ? steps : [...steps, total];
}

/** Every gap between the ids of consecutive events, as the number of events of a per-step stream that it swallowed. */
export function gaps(steps: readonly number[]): number[] {
  return steps.slice(1).map((step, i) => step - steps[i]! - 1);
}

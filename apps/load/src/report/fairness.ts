import type { FairnessReport } from './report.ts';

/** @param amounts what each session got; undefined if there are none */
export function fairnessOf(amounts: readonly number[], of: FairnessReport['of']): FairnessReport | null {
  if (amounts.length === 0) return null;
  let slowest = Number.POSITIVE_INFINITY;
  let fastest = 0;
  for (const amount of amounts) {
    slowest = Math.min(slowest, amount);
    fastest = Math.max(fastest, amount);
  }
  return { of, slowest, fastest, ratio: fastest === 0 ? 1 : slowest / fastest };
}

/** How far the session that keeps its pace worst is off it, as a share of the pace. */
export function worstDeviation(stepsPerSecond: readonly number[], pace: number): number | null {
  if (stepsPerSecond.length === 0) return null;
  return stepsPerSecond.reduce((worst, rate) => Math.max(worst, Math.abs(rate / pace - 1)), 0);
}

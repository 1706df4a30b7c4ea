import type { IsomerMet } from '../runner/runner.ts';

/** What the table says of the isomers that a run has met. */
export interface IsomerFacts {
  readonly count: number;
  /** The step after which the run first stood at its best score; null if that isomer is not among those remembered. */
  readonly bestStep: number | null;
}

/** @param isomers in the order in which they were met */
export function isomerFacts(isomers: readonly IsomerMet[], bestScore: number): IsomerFacts {
  const best = isomers.find(({ score }) => score === bestScore);
  return { count: isomers.length, bestStep: best?.firstStep ?? null };
}

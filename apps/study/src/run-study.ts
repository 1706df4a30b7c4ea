import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { cellsOf, encodeFirstSteps, type StudyResults } from './results.ts';
import type { CellPart } from './study.worker.ts';

/** All cells come to the same number of seeds, so that a study can end after any block. */
const SEEDS_OF_A_BLOCK = 10;

export interface Extent {
  readonly seeds: number;
  /** After so many minutes no further block of seeds is begun. The first one always is. */
  readonly minutes: number;
  readonly threads: number;
}

/** Two where there are two processors: the figures do not depend on it. */
export const DEFAULT_EXTENT: Extent = {
  seeds: 100,
  minutes: 30,
  threads: Math.min(2, availableParallelism()),
};

/** Runs every method on every problem. @param tell is told how many of how many parts are computed */
export async function runStudy(
  { seeds, minutes, threads }: Extent,
  tell: (done: number, all: number) => void,
): Promise<StudyResults> {
  const pool = new Piscina<CellPart, (number | null)[]>({
    filename: new URL('./study.worker.js', import.meta.url).href,
    name: 'runPart',
    minThreads: threads,
    maxThreads: threads,
  });
  const cells = cellsOf().map((cell) => ({ ...cell, firstSteps: [] as (number | null)[] }));
  const end = performance.now() + minutes * 60_000;
  let seedsDone = 0;
  let partsDone = 0;
  const allParts = cells.length * Math.ceil(seeds / SEEDS_OF_A_BLOCK);
  try {
    while (seedsDone < seeds && (seedsDone === 0 || performance.now() < end)) {
      const block = Array.from(
        { length: Math.min(SEEDS_OF_A_BLOCK, seeds - seedsDone) },
        (_, i) => seedsDone + i + 1,
      );
      await Promise.all(
        cells.map(async ({ problem, method, steps, firstSteps }) => {
          const part = { problem: problem.name, method: method.name, steps, seeds: block };
          firstSteps.push(...(await pool.run(part)));
          tell(++partsDone, allParts);
        }),
      );
      seedsDone += block.length;
    }
  } finally {
    await pool.destroy();
  }
  return {
    seeds: seedsDone,
    cells: cells.map(({ problem, method, steps, firstSteps }) => ({
      problem: problem.name,
      method: method.name,
      steps,
      first_steps: encodeFirstSteps(firstSteps),
    })),
  };
}

import {
  type Advance,
  advance,
  type Configuration,
  prepareAnnealing,
  startCheckpoint,
} from '@webfaulon/sa-core';
import { COMPONENTS } from './components.ts';
import type { Method } from './methods.ts';
import { isOptimal, type Problem } from './problems.ts';

const CYCLES = 4;
const STEPS_PER_SLICE = 1000;
/** Between the seeds of the runs of a row, so that those of different rows do not meet. */
const SEEDS_OF_A_ROW = 1_000_003;

/**
 * The first step after which the best molecule of a run was optimal, from 1; a start molecule that is optimal is found by the
 * first step. Null where it took more than `steps`, a multiple of four.
 */
export function firstOptimalStep(
  problem: Problem,
  method: Method,
  steps: number,
  seed: number,
): number | null {
  const configuration = {
    ...problem.objective,
    steps_per_cycle: steps / CYCLES,
    num_cycles: CYCLES,
    ...method.options(problem.objective, seed),
  };
  if (method.patience === undefined) return firstOfRun({ ...configuration, seed }, problem).optimal;
  for (let made = 0, run = 0; made < steps; run++) {
    const { optimal, end } = firstOfRun(
      {
        ...configuration,
        seed: seed + run * SEEDS_OF_A_ROW,
        stop_after_steps_without_improvement: method.patience,
        steps_per_cycle: steps - made,
        num_cycles: 1,
      },
      problem,
    );
    if (optimal !== null) return made + optimal;
    made += end;
  }
  return null;
}

/** Goes through a run by slices that record one step, and through the slice that finds the optimum again, step by step. */
function firstOfRun(configuration: Configuration, problem: Problem): { optimal: number | null; end: number } {
  const annealing = prepareAnnealing(configuration, COMPONENTS);
  let checkpoint = startCheckpoint(annealing);
  for (;;) {
    const slice = advance(annealing, checkpoint, STEPS_PER_SLICE, STEPS_PER_SLICE);
    if (isOptimal(problem, slice.records.best_energy.at(-1)!)) {
      const { records } = advance(annealing, checkpoint, STEPS_PER_SLICE);
      return { optimal: firstIn(records, problem), end: slice.checkpoint.step };
    }
    checkpoint = slice.checkpoint;
    if (slice.isComplete) return { optimal: null, end: checkpoint.step };
  }
}

function firstIn({ step, best_energy }: Advance['records'], problem: Problem): number {
  return step[best_energy.findIndex((score) => isOptimal(problem, score))]!;
}

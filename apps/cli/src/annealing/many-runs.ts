import {
  type AnnealedRun,
  type Annealing,
  annealMany,
  type Configuration,
  canonicalForm,
  molecularGraphOf,
} from '@webfaulon/sa-core';
import { discoveryCapacity, type WatchedRun } from './run-outcome.ts';

export interface ManyRunsOptions {
  readonly runs: number;
  /** Undefined for as many as the machine runs at once. */
  readonly threads: number | undefined;
  /** The module of the components beside those of sa-core. */
  readonly moduleAddress: string;
  readonly discover: boolean;
  readonly interruption: AbortSignal;
}

/**
 * Runs with the seeds seed, seed + 1, …, told in this order; after an interruption no more are told.
 *
 * @param annealing the configuration made ready, for what the runs have in common
 */
export async function* runMany(
  configuration: Configuration,
  annealing: Annealing,
  options: ManyRunsOptions,
): AsyncGenerator<WatchedRun, void, void> {
  const { runs, threads, moduleAddress, discover, interruption } = options;
  const first = annealing.configuration.seed;
  const seeds = Array.from({ length: runs }, (_, index) => first + index);
  try {
    const annealed = annealMany(configuration, seeds, {
      componentModule: moduleAddress,
      discover: discover && discoveryCapacity(annealing.totalSteps),
      signal: interruption,
      ...(threads === undefined ? {} : { threads }),
    });
    for await (const run of annealed) yield watchedRun(run, annealing);
  } catch (error) {
    if (!interruption.aborted) throw error;
  }
}

function watchedRun(run: AnnealedRun, { elements }: Annealing): WatchedRun {
  const { configuration, best, discovery, ...told } = run;
  return {
    outcome: {
      ...told,
      formula: configuration.formula,
      bestCode: canonicalForm(molecularGraphOf(elements, best)).code,
      stepsPerSecond: undefined,
      isomersFound: discovery?.codes.length,
    },
    isomers: discovery,
  };
}

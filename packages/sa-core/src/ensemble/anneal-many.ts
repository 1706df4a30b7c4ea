import { prepareAnnealing } from '../annealing/annealing.ts';
import type { Configuration } from '../annealing/configuration.ts';
import type { AnnealedRun, DiscoverOption } from './annealed-run.ts';
import { type BatchOutcome, errorOf } from './batch.ts';
import { importComponents, moduleAddress } from './component-module.ts';
import { Crew } from './crew.ts';
import { availableThreads, type Href } from './host.ts';

/** A message between threads costs about as much as some hundred steps: batches of this many steps make that little. */
const STEPS_PER_BATCH = 20_000;
const MOST_SEEDS_PER_BATCH = 50;
/** Batches for each thread that are computed ahead of the one that is told next. */
const BATCHES_AHEAD = 4;

/** What is needed of an AbortSignal. */
interface Signal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface AnnealManyOptions {
  /** How many threads compute, at least 1; by default as many as the machine runs at once. */
  readonly threads?: number;
  /**
   * A module with scoring components of your own: it exports a list as `components`, or one as `component` or by default. A URL,
   * or a path from the working directory (in a browser: from the page). Every thread imports it.
   */
  readonly componentModule?: string | Href;
  /** Whether to tell the isomers that each run met, or how many of them to remember at most. */
  readonly discover?: DiscoverOption;
  /** Ends all threads when it is aborted; the iteration then throws its reason. */
  readonly signal?: Signal;
}

/**
 * Anneals a configuration once for each seed, on several threads, and tells the runs in the order of the seeds. They are the
 * runs of `anneal`, whatever the number of threads. Seeds are taken, and runs computed, only some way ahead of what is
 * consumed, so there may be any number of them. Leaving the loop ends the threads.
 *
 * @param configuration its own seed does not count
 * @throws {SaCoreError} whatever is wrong with the configuration or the module, before a thread is started; run_failed if a
 *   score throws, after the runs of the seeds before it; worker_failed if a thread dies
 * @throws {RangeError} if threads is not an integer of at least 1
 */
export async function* annealMany(
  configuration: Configuration,
  seeds: Iterable<number>,
  options: AnnealManyOptions = {},
): AsyncGenerator<AnnealedRun, void, void> {
  const { threads = availableThreads(), discover = false, signal } = options;
  if (!Number.isInteger(threads) || threads < 1)
    throw new RangeError('threads must be an integer of at least 1.');
  const componentModule =
    options.componentModule === undefined ? undefined : moduleAddress(options.componentModule);
  const components = componentModule === undefined ? [] : await importComponents(componentModule);
  const { totalSteps } = prepareAnnealing(configuration, components);
  if (signal?.aborted) throw signal.reason;

  const crew = new Crew(threads);
  const abort = () => crew.end();
  signal?.addEventListener('abort', abort);
  const ahead: Promise<BatchOutcome>[] = [];
  try {
    for (const batch of inBatches(seeds, totalSteps, threads)) {
      ahead.push(crew.compute({ configuration, seeds: batch, componentModule, discover }));
      if (ahead.length >= BATCHES_AHEAD * threads) yield* tell(await ahead.shift()!, signal);
    }
    while (ahead.length > 0) yield* tell(await ahead.shift()!, signal);
  } finally {
    signal?.removeEventListener('abort', abort);
    crew.end();
  }
}

function* tell(
  { runs, fault }: BatchOutcome,
  signal: Signal | undefined,
): Generator<AnnealedRun, void, void> {
  for (const run of runs) {
    if (signal?.aborted) throw signal.reason;
    yield run;
  }
  if (signal?.aborted) throw signal.reason;
  if (fault) throw errorOf(fault);
}

/** The first batches are small, so that every thread is busy, and a slow score tells its first run, as soon as can be. */
function* inBatches(seeds: Iterable<number>, totalSteps: number, threads: number): Generator<number[]> {
  const most = Math.min(Math.max(1, Math.floor(STEPS_PER_BATCH / totalSteps)), MOST_SEEDS_PER_BATCH);
  let made = 0;
  let batch: number[] = [];
  for (const seed of seeds) {
    batch.push(seed);
    if (batch.length < Math.min(most, 1 + Math.floor(made / threads))) continue;
    yield batch;
    made++;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

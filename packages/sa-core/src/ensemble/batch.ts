import type { Configuration } from '../annealing/configuration.ts';
import { SaCoreError, type SaCoreErrorCode } from '../errors.ts';
import { type AnnealedRun, annealedRun, type DiscoverOption } from './annealed-run.ts';
import { importComponents } from './component-module.ts';
import { messageOf, stackOf } from './thrown.ts';

/** What a thread is asked: some runs of one configuration, so that a message is worth its cost. */
export interface BatchTask {
  readonly configuration: Configuration;
  readonly seeds: readonly number[];
  /** The absolute address of the module of further components. */
  readonly componentModule: string | undefined;
  readonly discover: DiscoverOption;
}

/** An error on its way between threads, which would take away its class and its code. */
export interface BatchFault {
  readonly code: SaCoreErrorCode;
  readonly message: string;
  readonly pointer: string;
  readonly cause?: { readonly message: string; readonly stack: string | undefined };
}

/** The runs in the order of their seeds; with a fault, those before the one that failed. */
export interface BatchOutcome {
  readonly runs: readonly AnnealedRun[];
  readonly fault?: BatchFault;
}

export async function computeBatch(task: BatchTask): Promise<BatchOutcome> {
  const { configuration, seeds, componentModule, discover } = task;
  const runs: AnnealedRun[] = [];
  try {
    const components = componentModule === undefined ? [] : await importComponents(componentModule);
    for (const seed of seeds) runs.push(annealedRun({ ...configuration, seed }, components, discover));
    return { runs };
  } catch (error) {
    return { runs, fault: faultOf(error, seeds[runs.length]) };
  }
}

function faultOf(error: unknown, seed: number | undefined): BatchFault {
  const message = messageOf(error);
  const cause = { message, stack: stackOf(error) };
  if (error instanceof SaCoreError) return { code: error.code, message, pointer: error.pointer, cause };
  return { code: 'run_failed', message: `The run of seed ${seed} failed: ${message}`, pointer: '', cause };
}

/** The error of a fault, in the thread of whoever asked. */
export function errorOf({ code, message, pointer, cause }: BatchFault): SaCoreError {
  if (cause === undefined) return new SaCoreError(code, message, { pointer });
  const below = new Error(cause.message);
  if (cause.stack !== undefined) below.stack = cause.stack;
  return new SaCoreError(code, message, { pointer, cause: below });
}

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isVerdict, type Verdict } from './check-store.ts';
import { StoreError } from './store-error.ts';

/** Damaged pages can lead round in circles. A sound store of a gigabyte is read in seconds. */
const MAX_CHECK_MILLISECONDS = 120_000;
/** By these LMDB ends the process where it follows what is no page. */
const CRASHES: readonly (NodeJS.Signals | null)[] = [
  'SIGSEGV',
  'SIGBUS',
  'SIGABRT',
  'SIGILL',
  'SIGFPE',
  'SIGTRAP',
];

/**
 * Has a process of its own read a store file through.
 *
 * @param program compiled check-store.program
 * @throws {StoreError} damaged, foreign, other_format; not_checked where the check itself came to nothing
 */
export async function assertSound(path: string, directory: string, program: URL): Promise<void> {
  const verdict = await verdictOf(path, program).catch((error: unknown) => {
    throw new StoreError('not_checked', directory, error);
  });
  if (verdict !== 'sound') throw new StoreError(verdict, directory);
}

/** Rejects where the process ended without having looked: it says nothing of the file. */
function verdictOf(path: string, program: URL): Promise<Verdict> {
  const options = { timeout: MAX_CHECK_MILLISECONDS, killSignal: 'SIGKILL' } as const;
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [fileURLToPath(program), path], options, (error, stdout) => {
      if (error === null && isVerdict(stdout)) resolve(stdout);
      else if (error?.killed === true || CRASHES.includes(error?.signal ?? null)) resolve('damaged');
      else reject(new Error(`it ended with ${error?.signal ?? error?.code ?? 0}`, { cause: error }));
    });
  });
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Verdict } from './check-store.ts';
import { StoreError } from './store-error.ts';

/** Damaged pages can lead round in circles. A sound store of a gigabyte is read in seconds. */
const MAX_CHECK_MILLISECONDS = 120_000;

/**
 * Has a process of its own read a store file through.
 *
 * @param program compiled check-store.program
 * @throws {StoreError} damaged, foreign, other_format
 */
export async function assertSound(path: string, directory: string, program: URL): Promise<void> {
  const options = { timeout: MAX_CHECK_MILLISECONDS, killSignal: 'SIGKILL' } as const;
  const run = promisify(execFile)(process.execPath, [program.pathname, path], options);
  const verdict = await run.then(
    ({ stdout }) => stdout as Verdict,
    () => 'damaged' as const,
  );
  if (verdict !== 'sound') throw new StoreError(verdict, directory);
}

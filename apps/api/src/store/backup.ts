import { existsSync, renameSync, rmSync } from 'node:fs';
import { verdictOn } from './check-store.ts';
import { openStoreFile, storeFileIn } from './lmdb-file.ts';
import { makeDirectory } from './make-directory.ts';
import { StoreError, storeErrorOf } from './store-error.ts';

/**
 * Copies the store of a data directory, as it stands at one moment, into a folder that can be a data directory itself. A server
 * may write to it meanwhile. For a process of its own, as a damaged store can end it.
 *
 * @throws {StoreError} no_store, damaged, foreign, other_format; of the folder: backup_exists, not_a_directory, not_writable, no_space
 */
export async function backUp(directory: string, folder: string): Promise<void> {
  const source = storeFileIn(directory);
  const target = storeFileIn(folder);
  if (!existsSync(source)) throw new StoreError('no_store', directory);
  if (existsSync(target)) throw new StoreError('backup_exists', folder);
  const unfinished = `${target}.new`;
  try {
    makeDirectory(folder);
    rmSync(unfinished, { force: true });
  } catch (error) {
    throw storeErrorOf(error, folder);
  }
  const file = openStoreFile(source, { readOnly: true });
  try {
    await file.backup(unfinished, true);
  } catch (error) {
    throw new StoreError('write_failed', folder, error);
  } finally {
    await file.close();
  }
  const verdict = verdictOn(unfinished);
  rmSync(`${unfinished}-lock`, { force: true });
  if (verdict !== 'sound') throw new StoreError(verdict, directory);
  renameSync(unfinished, target);
}

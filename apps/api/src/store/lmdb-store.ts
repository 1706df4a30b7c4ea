import { accessSync, constants, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { checkedValue, withChecksum } from './checked-value.ts';
import { DirectoryLock } from './directory-lock.ts';
import {
  FORMAT_KEY,
  openStoreFile,
  STORE_FORMAT,
  type StoreFile,
  type StoreFormat,
  storeFileIn,
} from './lmdb-file.ts';
import { makeDirectory } from './make-directory.ts';
import { type Key, type Store, startsWith, type Write } from './store.ts';
import { assertSound } from './store-check.ts';
import { StoreError, storeErrorOf } from './store-error.ts';

/** With less than this free, what cannot be written is taken to have found no space: LMDB says only that it met an error. */
const FULL_DISK_BYTES = 1 << 20;

/** A store in a directory that this process alone writes to. */
export class LmdbStore implements Store {
  private readonly directory: string;
  private readonly file: StoreFile;
  private readonly lock: Pick<DirectoryLock, 'release'>;

  private constructor(directory: string, file: StoreFile, lock: Pick<DirectoryLock, 'release'>) {
    this.directory = directory;
    this.file = file;
    this.lock = lock;
  }

  /**
   * Opens the store of a directory, or makes it.
   *
   * @param checkProgram compiled check-store.program
   * @throws {StoreError} where there is anything but a sound store of this format that no other server uses
   */
  static async open(directory: string, checkProgram: URL): Promise<LmdbStore> {
    const path = storeFileIn(directory);
    try {
      makeDirectory(directory);
    } catch (error) {
      throw storeErrorOf(error, directory);
    }
    const lock = await DirectoryLock.hold(directory);
    try {
      const found = statSync(path, { throwIfNoEntry: false });
      if (found === undefined) await createStoreFile(path);
      // To open a pipe is to wait for whoever writes into it.
      else if (!found.isFile()) throw new StoreError('foreign', directory);
      else {
        accessSync(path, constants.R_OK | constants.W_OK);
        await assertSound(path, directory, checkProgram);
      }
      return new LmdbStore(directory, openStoreFile(path, { readOnly: false }), lock);
    } catch (error) {
      await lock.release();
      throw storeErrorOf(error, directory);
    }
  }

  *entries(prefix: Key): Iterable<readonly [key: Key, value: string]> {
    for (const { key, value: text } of this.file.getRange({ start: [...prefix] })) {
      if (!Array.isArray(key) || !startsWith(key, prefix)) return;
      const value = checkedValue(text);
      if (value === undefined) throw new StoreError('damaged', this.directory);
      yield [key, value];
    }
  }

  async write(writes: readonly Write[]): Promise<void> {
    // What is put in one turn of the event loop is one transaction, written on a thread of LMDB.
    const promises = writes.map(({ key, value }) =>
      value === undefined ? this.file.remove([...key]) : this.file.put([...key], withChecksum(value)),
    );
    try {
      await Promise.all(new Set(promises));
    } catch (error) {
      throw this.errorOf(await causeOf(error));
    }
  }

  async close(): Promise<void> {
    await this.file.close();
    await this.lock.release();
  }

  private errorOf(cause: unknown): StoreError {
    const { bavail, bsize } = statfsSync(this.directory);
    const isFull = bavail * bsize < FULL_DISK_BYTES;
    return new StoreError(isFull ? 'no_space' : 'write_failed', this.directory, cause);
  }
}

/** Under another name first: where the server is killed meanwhile, the next one finds no store and not half of one. */
async function createStoreFile(path: string): Promise<void> {
  const unfinished = `${path}.new`;
  for (const leftOver of [unfinished, `${unfinished}-lock`]) rmSync(leftOver, { force: true });
  const file = openStoreFile(unfinished, { readOnly: false });
  const format: StoreFormat = { program: 'webfaulon', format: STORE_FORMAT };
  await file.put([...FORMAT_KEY], withChecksum(JSON.stringify(format)));
  await file.close();
  renameSync(unfinished, path);
  rmSync(`${unfinished}-lock`, { force: true });
}

/** LMDB rejects with an error that holds the promise of the true one. */
async function causeOf(error: unknown): Promise<unknown> {
  const { commitError } = error as { commitError?: Promise<never> };
  if (commitError === undefined) return error;
  return commitError.catch((cause: unknown) => cause);
}

import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';

/** Raised when what is kept, or how, is no longer understood by the code before. */
export const STORE_FORMAT = 1;
/** Where the store tells what it is. No other key begins so. */
export const FORMAT_KEY = ['store'] as const;

export interface StoreFormat {
  readonly program: 'webfaulon';
  readonly format: number;
}

/** A key of the store, not read-only: so LMDB takes it. */
type FileKey = (string | number)[];

export type StoreFile = RootDatabase<string, FileKey>;

export function storeFileIn(directory: string): string {
  return join(directory, 'webfaulon.mdb');
}

export function openStoreFile(path: string, { readOnly }: { readonly readOnly: boolean }): StoreFile {
  const options = {
    path,
    noSubdir: true,
    readOnly,
    encoding: 'string',
    maxDbs: 1,
    // A write is answered when it is on the disk, not when others can see it.
    overlappingSync: false,
    // What is put in one turn of the event loop is one transaction all the same, as none begins before the turn is over. LMDB's own
    // way to that has a promise which nobody holds, and which ends the process where the disk is full.
    eventTurnBatching: false,
    txnStartThreshold: Number.MAX_SAFE_INTEGER,
  } as const;
  return open<string, FileKey>(options);
}

/** Why the store cannot be opened or written, and what the operator can do. */
const STORE_ERRORS = {
  not_a_directory: 'It is no directory. Name one that is there or can be made, as DATA_DIR.',
  not_writable: 'The server may not write there. Give its user that right, or name another directory.',
  in_use: 'Another server uses it. Stop that one, or give this one a directory of its own.',
  damaged:
    'The store in it is damaged and was not read. Put a backup in its place, or move the directory away to start anew.',
  not_checked:
    'The check whether the store in it is sound came to no end, which says nothing of the store. Start the server again.',
  foreign: 'The file in it is no store of WebFaulon. Name another directory, or move the file away.',
  other_format:
    'The store in it was written by a version of WebFaulon that keeps it in another form. Run that version, or move the directory away to start anew.',
  no_space: 'There is no space left on its disk. Make room.',
  write_failed: 'What was to be written could not be. Look at its disk.',
  no_store: 'There is no store in it.',
  backup_exists: 'There is a store in it already. Name a folder without one for the backup.',
} as const;

export type StoreErrorCode = keyof typeof STORE_ERRORS;

/** The message names the directory, the fault, and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, directory: string, cause?: unknown) {
    const why = cause instanceof Error ? ` (${cause.message})` : '';
    super(`The data directory is "${directory}". ${STORE_ERRORS[code]}${why}`, { cause });
    this.code = code;
  }
}

/** What an error of the file system means for a data directory. */
export function storeErrorOf(error: unknown, directory: string): StoreError {
  if (error instanceof StoreError) return error;
  const { code } = error as { code?: unknown };
  if (code === 'ENOTDIR' || code === 'EEXIST') return new StoreError('not_a_directory', directory, error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StoreError('no_space', directory, error);
  return new StoreError('not_writable', directory, error);
}

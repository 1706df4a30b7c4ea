import { checkedValue } from './checked-value.ts';
import { FORMAT_KEY, openStoreFile, STORE_FORMAT, type StoreFormat } from './lmdb-file.ts';
import type { StoreErrorCode } from './store-error.ts';

// A program of its own: where pages of a store are missing or wrong, LMDB ends the process with a signal, which must not be the
// server's. It reads the whole store, and exits with one of these codes; with a signal or any other the store is damaged.

/** What the exit code of this program says. */
export const VERDICTS: ReadonlyMap<number, StoreErrorCode | 'sound'> = new Map([
  [0, 'sound'],
  [10, 'damaged'],
  [11, 'foreign'],
  [12, 'other_format'],
]);

export function verdictOn(path: string): StoreErrorCode | 'sound' {
  const file = openStoreFile(path, { readOnly: true });
  const format = formatOf(file.get([...FORMAT_KEY]));
  if (format === undefined) return 'foreign';
  if (format !== STORE_FORMAT) return 'other_format';
  let read = 0;
  for (const { value } of file.getRange()) {
    if (checkedValue(value) === undefined) return 'damaged';
    read++;
  }
  const { entryCount } = file.getStats() as { entryCount: number };
  return read === entryCount ? 'sound' : 'damaged';
}

function formatOf(text: string | undefined): number | undefined {
  const value = checkedValue(text);
  if (value === undefined) return undefined;
  const { program, format } = JSON.parse(value) as Partial<StoreFormat>;
  return program === 'webfaulon' ? format : undefined;
}

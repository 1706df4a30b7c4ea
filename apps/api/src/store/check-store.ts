import { checkedValue } from './checked-value.ts';
import { FORMAT_KEY, openStoreFile, STORE_FORMAT, type StoreFormat } from './lmdb-file.ts';

/** What a store file is: one of ours with every entry as it was written, or what is wrong with it. */
export type Verdict = 'sound' | 'damaged' | 'foreign' | 'other_format';

/**
 * Reads a whole store file and judges it. Where its pages are missing or wrong, LMDB ends the process with a signal or reads on
 * in circles, so this is for a process of its own.
 */
export function verdictOn(path: string): Verdict {
  const file = openStoreFile(path, { readOnly: true });
  const text = file.get([...FORMAT_KEY]);
  if (text === undefined) return 'foreign';
  const format = formatOf(text);
  if (format === undefined) return 'damaged';
  if (format !== STORE_FORMAT) return 'other_format';
  const { entryCount } = file.getStats() as { entryCount: number };
  let read = 0;
  for (const { value } of file.getRange()) {
    if (checkedValue(value) === undefined || ++read > entryCount) return 'damaged';
  }
  return read === entryCount ? 'sound' : 'damaged';
}

function formatOf(text: string): number | undefined {
  const value = checkedValue(text);
  return value === undefined ? undefined : (JSON.parse(value) as StoreFormat).format;
}

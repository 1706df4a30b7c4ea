import { checkedValue } from './checked-value.ts';
import { FORMAT_KEY, openStoreFile, STORE_FORMAT, type StoreFile, type StoreFormat } from './lmdb-file.ts';

/** What a store file is: one of ours with every entry as it was written, or what is wrong with it. */
export type Verdict = (typeof VERDICTS)[number];

const VERDICTS = ['sound', 'damaged', 'foreign', 'other_format'] as const;

export function isVerdict(text: string): text is Verdict {
  return (VERDICTS as readonly string[]).includes(text);
}

/**
 * Reads a whole store file and judges it. Where its pages are missing or wrong, LMDB ends the process with a signal or reads on
 * in circles, so this is for a process of its own.
 */
export function verdictOn(path: string): Verdict {
  const file = opened(path);
  if (file === undefined) return 'damaged';
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

/** undefined for what LMDB does not take for a file of its own. */
function opened(path: string): StoreFile | undefined {
  try {
    return openStoreFile(path, { readOnly: true });
  } catch (error) {
    // LMDB's own codes are negative; the others are the system's, and say nothing of what is in the file.
    if (Number((error as { code?: unknown }).code) < 0) return undefined;
    throw error;
  }
}

function formatOf(text: string): number | undefined {
  const value = checkedValue(text);
  return value === undefined ? undefined : (JSON.parse(value) as StoreFormat).format;
}

/** From the general to the particular, such as ['session', id]. A part is text or a whole number of at least 0. */
export type Key = readonly (string | number)[];

/** Keeps a value under a key, or removes what is there where the value is undefined. */
export interface Write {
  readonly key: Key;
  readonly value: string | undefined;
}

/** What outlives the process: texts under keys that are in order. The embedded default is LMDB. */
export interface Store {
  /** What is kept under the keys that begin with these parts, in the order of the keys: numbers before texts. */
  entries(prefix: Key): Iterable<readonly [key: Key, value: string]>;
  /** All or none of it; durable once the promise is fulfilled. Rejects with {@link StoreError} where it cannot be written. */
  write(writes: readonly Write[]): Promise<void>;
  /** Must not be used afterwards. */
  close(): Promise<void>;
}

export function startsWith(key: Key, prefix: Key): boolean {
  return prefix.every((part, i) => part === key[i]);
}

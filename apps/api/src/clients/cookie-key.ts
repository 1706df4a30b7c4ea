import { randomBytes } from 'node:crypto';
import type { Key, Store } from '../store/store.ts';
import type { WriteQueue } from '../store/write-queue.ts';

const KEY: Key = ['cookie-key'];

/** What signs the cookies of clients: the key that the store has, or a new one that it gets, so that a restart makes nobody another. */
export function cookieKey(store: Store, queue: WriteQueue): string {
  for (const [, kept] of store.entries(KEY)) return kept;
  const key = randomBytes(32).toString('base64url');
  queue.put(KEY, key);
  queue.flush();
  return key;
}

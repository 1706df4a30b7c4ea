import { expect, jest, test } from '@jest/globals';
import { MemoryStore } from '../store/memory-store.ts';
import { WriteQueue } from '../store/write-queue.ts';
import { ClientCookies } from './client-cookies.ts';
import { cookieKey } from './cookie-key.ts';

test('a cookie of one server is known to the next on the same store, and to none on another', async () => {
  const store = new MemoryStore();
  const queueOf = (kept: MemoryStore) => new WriteQueue(kept, { error: jest.fn(), info: jest.fn() });
  const queue = queueOf(store);
  const { id, header } = new ClientCookies(cookieKey(store, queue)).issue();
  await queue.flushed();
  const sentBack = header.split(';')[0];
  expect(new ClientCookies(cookieKey(store, queueOf(store))).idIn(sentBack)).toBe(id);
  const other = new MemoryStore();
  expect(new ClientCookies(cookieKey(other, queueOf(other))).idIn(sentBack)).toBeUndefined();
});

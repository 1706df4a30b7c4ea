import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CHECK_PROGRAM } from '../testing/compiled-files.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../testing/temporary-directory.ts';
import { LmdbStore } from './lmdb-store.ts';
import { MemoryStore } from './memory-store.ts';
import type { Key, Store } from './store.ts';

afterEach(removeTemporaryDirectories);

describe.each([
  ['LmdbStore', () => LmdbStore.open(temporaryDirectory(), CHECK_PROGRAM)],
  ['MemoryStore', async () => new MemoryStore()],
])('%s keeps the contract', (_, open: () => Promise<Store>) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const put = (key: Key, value: string) => store.write([{ key, value }]);
  const kept = (prefix: Key = []) => [...store.entries(prefix)];

  test('is empty at first, and gives back what was written, unchanged', async () => {
    expect(kept(['session'])).toEqual([]);
    const value = '{"é":"∑ 𝄞 \\n","empty":""}';
    await put(['session', 'a'], value);
    await put(['session', 'empty'], '');
    expect(kept(['session'])).toEqual([
      [['session', 'a'], value],
      [['session', 'empty'], ''],
    ]);
  });

  test('writes puts and removals of one batch together, the later ones over the earlier', async () => {
    await store.write([
      { key: ['a', 1], value: 'old' },
      { key: ['a', 2], value: 'gone' },
      { key: ['a', 3], value: 'left' },
    ]);
    await store.write([
      { key: ['a', 1], value: 'new' },
      { key: ['a', 2], value: undefined },
      { key: ['never', 'there'], value: undefined },
    ]);
    expect(kept(['a'])).toEqual([
      [['a', 1], 'new'],
      [['a', 3], 'left'],
    ]);
  });

  test('finds by the parts that a key begins with, numbers by size', async () => {
    const keys: Key[] = [
      ['segment', 'a', 0, 10],
      ['segment', 'a', 0, 9],
      ['segment', 'a', 1, 1],
      ['segment', 'ab', 0, 1],
      ['segmental', 'a', 0, 1],
      ['session', 'a'],
    ];
    await store.write(keys.map((key) => ({ key, value: 'x' })));
    expect(kept(['segment', 'a', 0]).map(([key]) => key)).toEqual([
      ['segment', 'a', 0, 9],
      ['segment', 'a', 0, 10],
    ]);
    expect(kept(['segment', 'a'])).toHaveLength(3);
    expect(kept(['segment'])).toHaveLength(4);
    expect(kept(['segment', 'b'])).toEqual([]);
  });

  test('writes thousands of entries at once', async () => {
    const value = 'x'.repeat(2000);
    await store.write(Array.from({ length: 3000 }, (_entry, i) => ({ key: ['many', i], value })));
    expect(kept(['many'])).toHaveLength(3000);
  });
});

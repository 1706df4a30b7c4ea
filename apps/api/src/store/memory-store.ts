import { type Key, type Store, startsWith, type Write } from './store.ts';

/** Keeps everything for as long as the process lives. */
export class MemoryStore implements Store {
  private readonly kept = new Map<string, { readonly key: Key; readonly value: string }>();

  *entries(prefix: Key): Iterable<readonly [key: Key, value: string]> {
    const found = [...this.kept.values()].filter(({ key }) => startsWith(key, prefix));
    for (const { key, value } of found.sort((a, b) => compare(a.key, b.key))) yield [key, value];
  }

  async write(writes: readonly Write[]): Promise<void> {
    for (const { key, value } of writes) {
      const name = JSON.stringify(key);
      if (value === undefined) this.kept.delete(name);
      else this.kept.set(name, { key, value });
    }
  }

  async close(): Promise<void> {}
}

function compare(a: Key, b: Key): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    if (x === y) continue;
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    if (typeof x === typeof y) return x < y ? -1 : 1;
    return typeof x === 'number' ? -1 : 1;
  }
  return 0;
}

import { describe, expect, it } from '@jest/globals';
import { LatestOnly } from './latest-only.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('an action on the latest value only', () => {
  it('does the first at once, skips what came in between, and ends with the newest', async () => {
    const done: number[] = [];
    const release: (() => void)[] = [];
    const latest = new LatestOnly<number>(0, async (value) => {
      done.push(value);
      await new Promise<void>((resolve) => release.push(resolve));
    });
    for (const value of [1, 2, 3]) latest.want(value);
    expect(done).toEqual([1]);
    release.shift()?.();
    await soon();
    expect(done).toEqual([1, 3]);
    release.shift()?.();
    await soon();
    latest.want(4);
    expect(done).toEqual([1, 3, 4]);
  });

  it('does nothing more once it is stopped', async () => {
    const done: number[] = [];
    const latest = new LatestOnly<number>(0, async (value) => {
      done.push(value);
    });
    latest.want(1);
    latest.want(2);
    latest.stop();
    await soon();
    expect(done).toEqual([1]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { OneAtATime } from './one-at-a-time.ts';

/** Tasks that last until they are told to end. */
function heldTasks() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const task = (name: string) => () => {
    begun.push(name);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  const endOne = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { begun, task, endOne };
}

describe('one task at a time', () => {
  it('begins each when the one before has ended', async () => {
    const { begun, task, endOne } = heldTasks();
    const queue = new OneAtATime();
    for (const name of ['a', 'b', 'c']) queue.add(task(name));
    expect(begun).toEqual(['a']);
    await endOne();
    expect(begun).toEqual(['a', 'b']);
    await endOne();
    await endOne();
    queue.add(task('later'));
    expect(begun).toEqual(['a', 'b', 'c', 'later']);
  });

  it('leaves out what was taken back', async () => {
    const { begun, task, endOne } = heldTasks();
    const queue = new OneAtATime();
    queue.add(task('a'));
    const takeBack = queue.add(task('b'));
    queue.add(task('c'));
    takeBack();
    await endOne();
    expect(begun).toEqual(['a', 'c']);
  });
});

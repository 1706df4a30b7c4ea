/** So many are begun at a time where they are late. */
const MAX_AT_ONCE = 16;

export const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Begins `count` things evenly over a time, and settles when all are done.
 *
 * @param act given the index of the thing
 */
export async function spreadOver(
  count: number,
  seconds: number,
  act: (index: number) => Promise<void>,
): Promise<void> {
  const begin = performance.now();
  const running = new Set<Promise<void>>();
  for (let index = 0; index < count; index++) {
    const wait = begin + (index / count) * seconds * 1000 - performance.now();
    if (wait > 1) await sleep(wait);
    while (running.size >= MAX_AT_ONCE) await Promise.race(running);
    const one = act(index).finally(() => running.delete(one));
    running.add(one);
  }
  await Promise.all(running);
}

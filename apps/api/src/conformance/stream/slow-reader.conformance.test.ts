import { describe, expect, test } from '@jest/globals';
import { PACED, SHORT } from '../../testing/runs.ts';
import { gaps, grid, range } from '../../testing/steps-of-a-stream.ts';
import { raiseStreamStage } from '../../testing/stream-stage.ts';

const server = await raiseStreamStage();

describe('a slow reader', () => {
  test('is conflated with a comment, costs bounded memory, and still gets its complete event', async () => {
    const total = 200_000;
    const configuration = {
      formula: 'C10H16',
      steps_per_cycle: total,
      num_cycles: 1,
      steps_per_second: null,
    };
    const id = await server.configure(configuration);
    const slow = await server.stream(id, '?every=1');
    await slow.untilEvents(1);
    slow.pause();
    const before = process.memoryUsage().rss;
    await server.act(id, 'start');
    const other = await server.watch(id, '?svg=none');
    expect(other.steps).toEqual(grid(total));
    // Long enough for the server to see that the client takes nothing: events of a second stream mark the time.
    const clock = await server.stream(await server.configure(SHORT));
    await clock.untilEvents(4);
    // All its events would be some 500 MB.
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
    slow.resume();
    await slow.untilEnd();
    expect(slow.complete.map(({ step }) => step)).toEqual([total]);
    expect(slow.steps.at(-1)).toBe(total);
    expect(slow.comments.length).toBeGreaterThan(0);
    // Each comment stands where events are missing, and tells how many.
    const skipped = slow.comments.map(({ text }) => Number(/^skipped (\d+)$/.exec(text)?.[1]));
    expect(gaps(slow.steps).filter((gap) => gap > 0)).toEqual(skipped);
  });

  test('that reads again soon enough misses nothing', async () => {
    const id = await server.configureAndStart(PACED);
    const stream = await server.stream(id);
    await stream.untilStep(20);
    stream.pause();
    const other = await server.stream(id, '?from=now');
    await other.untilEnd();
    stream.resume();
    await stream.untilEnd();
    expect(stream.steps).toEqual(range(1, 120));
    expect(stream.comments).toEqual([]);
  });
});

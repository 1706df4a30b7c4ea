import { describe, expect, test } from '@jest/globals';
import { expectedRun, withoutSvg } from '../../testing/expected-run.ts';
import { ENDLESS, PACED, SHORT, UNTHROTTLED } from '../../testing/runs.ts';
import { grid, range } from '../../testing/steps-of-a-stream.ts';
import { raiseStreamStage } from '../../testing/stream-stage.ts';

const server = await raiseStreamStage();

describe('the query of a stream', () => {
  test('?from=now starts live', async () => {
    const id = await server.configureAndStart({ ...ENDLESS, steps_per_second: 200 });
    const first = await server.stream(id);
    await first.untilStep(50);
    const live = await server.stream(id, '?from=now');
    await live.untilEvents(50);
    const [begin] = live.steps;
    expect(begin).toBeGreaterThan(50);
    expect(live.steps).toEqual(range(begin!, begin! + live.steps.length - 1));
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });

  test('?svg=none leaves the drawings out, and nothing else', async () => {
    const id = await server.configureAndStart(SHORT);
    const whole = await server.watch(id);
    const bare = await server.watch(id, '?svg=none&from=start');
    expect(bare.progress).toEqual(whole.progress.map(withoutSvg));
    expect(bare.complete[0]).not.toHaveProperty('best_svg');
  });

  test('?svg=changes draws in the first event and where the best molecule changed, and nowhere else', async () => {
    const id = await server.configureAndStart(SHORT);
    const whole = await server.watch(id);
    const bare = await server.watch(id, '?svg=changes&from=start');
    let drawn: string | undefined;
    let drawings = 0;
    for (const [i, { best_svg }] of bare.progress.entries()) {
      const expected = whole.progress[i]!.best_svg;
      if (expected === drawn) expect(best_svg).toBeUndefined();
      else expect(best_svg).toBe(expected);
      if (best_svg !== undefined) drawings++;
      drawn = expected;
    }
    expect(drawings).toBeGreaterThan(1);
    expect(drawings).toBeLessThan(60);
    expect(bare.complete[0]).not.toHaveProperty('best_svg');
    expect((await server.watch(id, '?svg=changes&lastEventId=60')).complete[0]?.best_svg).toBe(drawn);
    expect((await server.watch(id, '?svg=changes&lastEventId=30')).progress[0]?.best_svg).toBeDefined();
  });

  test('?svg=changes draws in the first event of the next run too', async () => {
    const id = await server.configureAndStart({ ...ENDLESS, formula: 'C3H8' });
    const stream = await server.stream(id, '?svg=changes');
    await stream.untilStep(5);
    await server.act(id, 'reset');
    await server.act(id, 'start');
    await stream.until(({ ids }) => ids.includes('20-r1'), 'step 20 of the next run');
    const drawn = stream.events.filter(
      ({ data }) => typeof data === 'object' && data !== null && 'best_svg' in data,
    );
    expect(drawn.map(({ id }) => id)).toEqual(['1', '1-r1']);
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });

  test.each([
    ['a paced run, while it plays', PACED, 120, 7],
    [
      'a run at 1,000 steps a second, with every step',
      { ...UNTHROTTLED, steps_per_second: 1000, num_cycles: 2 },
      1000,
      1,
    ],
    ['an unthrottled run, off its grid', UNTHROTTLED, 2000, 7],
    ['an unthrottled run, with every step', UNTHROTTLED, 2000, 1],
    ['a long unthrottled run, off its grid', { ...UNTHROTTLED, steps_per_cycle: 30_000 }, 120_000, 997],
    ['a run shorter than it', SHORT, 60, 1000],
  ])('?every=n sends each n-th step and the last of %s', async (_, configuration, total, every) => {
    const { steps_per_second, ...asked } = configuration;
    const id = await server.configure(configuration);
    const early = await server.stream(id, `?every=${every}`);
    await early.untilEvents(1);
    await server.act(id, 'start');
    await early.untilEnd();
    const late = await server.watch(id, `?every=${every}&from=start`);
    expect(early.comments).toEqual([]);
    expect(early.steps).toEqual(grid(total, every));
    expect(late.runText).toBe(early.runText);
    expect(early.progress.map(withoutSvg)).toEqual(expectedRun(asked, every));
  });

  test('?every=n resumes with the next step divisible by n', async () => {
    const id = await server.configureAndStart(UNTHROTTLED);
    const stream = await server.watch(id, '?every=11&lastEventId=1000');
    expect(stream.steps).toEqual(grid(2000, 11).filter((step) => step > 1000));
  });
});

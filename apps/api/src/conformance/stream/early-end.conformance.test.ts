import { describe, expect, test } from '@jest/globals';
import { coarseStride } from '@webfaulon/protocol';
import { expectedRun, withoutSvg } from '../../testing/expected-run.ts';
import { grid, range } from '../../testing/steps-of-a-stream.ts';
import { raiseStreamStage } from '../../testing/stream-stage.ts';

const server = await raiseStreamStage();

describe('a run that a stop rule ends before its last step', () => {
  const STOPPING = {
    formula: 'C10H16',
    steps_per_cycle: 5000,
    num_cycles: 2,
    stop_after_steps_without_improvement: 30,
    restart: 'random' as const,
    schedule: 'geometric' as const,
  };
  const wanted = expectedRun(STOPPING);
  const end = wanted.at(-1)!.step;

  test('ends where sa-core alone ends it, with that step and its complete event', async () => {
    expect(end).toBeLessThan(200);
    expect(end % coarseStride(10_000)).not.toBe(0);
    const id = await server.configureAndStart({ ...STOPPING, steps_per_second: 200 });
    const stream = await server.watch(id);
    expect(stream.progress.map(withoutSvg)).toEqual(wanted);
    expect(stream.progress.filter(({ is_complete }) => is_complete).map(({ step }) => step)).toEqual([end]);
    expect(stream.ids).toEqual([...range(1, end).map(String), `${end}-complete`]);
    expect(stream.complete).toMatchObject([{ step: end, total_steps: 10_000 }]);
    expect(await server.status(id)).toMatchObject({
      session_state: 'complete',
      step: end,
      total_steps: 10_000,
      is_complete: true,
      configuration: STOPPING,
    });
  });

  test('unthrottled, sends the grid of the whole run, and its last step', async () => {
    const id = await server.configureAndStart({ ...STOPPING, steps_per_second: null });
    const { steps, ids } = await server.watch(id);
    expect(steps).toEqual(grid(end, coarseStride(10_000)));
    expect(ids.at(-1)).toBe(`${end}-complete`);
  });

  test('is resumed at any step of it, and replayed, also after a reset', async () => {
    const id = await server.configureAndStart({ ...STOPPING, steps_per_second: 200 });
    const whole = await server.watch(id);
    expect((await server.watch(id)).ids).toEqual([`${end}-complete`]);
    expect((await server.watch(id, '?from=start')).runText).toBe(whole.runText);
    const resumed = await server.watch(id, `?lastEventId=${end - 2}`);
    expect(resumed.ids).toEqual([`${end - 1}`, `${end}`, `${end}-complete`]);
    expect((await server.watch(id, `?lastEventId=${end}`)).ids).toEqual([`${end}-complete`]);
    const over = await server.fetch(`/api/sa/${id}/stream?lastEventId=${end}-complete`);
    expect(over.status).toBe(204);
    expect((await server.watch(id, '?from=start&every=50')).steps).toEqual(grid(end, 50));
    await server.act(id, 'reset');
    expect(await server.status(id)).toMatchObject({ step: 0, is_complete: false });
    await server.act(id, 'start');
    expect((await server.watch(id)).ids).toEqual([
      ...range(1, end).map((n) => `${n}-r1`),
      `${end}-r1-complete`,
    ]);
  });

  test('a target that the start molecule reaches ends it after the first step', async () => {
    const id = await server.configureAndStart({ ...STOPPING, stop_at_score: 1e6, steps_per_second: null });
    expect((await server.watch(id)).ids).toEqual(['1', '1-complete']);
  });
});

import { describe, expect, test } from '@jest/globals';
import { expectedRun, withoutSvg } from '../../testing/expected-run.ts';
import { ENDLESS, PACED, UNTHROTTLED } from '../../testing/runs.ts';
import { gaps } from '../../testing/steps-of-a-stream.ts';
import { raiseStreamStage } from '../../testing/stream-stage.ts';

const server = await raiseStreamStage();

describe('pause', () => {
  test.each([
    ['at 200 steps a second', { ...ENDLESS, steps_per_second: 200 }],
    ['at 1,000 steps a second', { ...ENDLESS, steps_per_second: 1000, steps_per_cycle: 100 }],
    ['unthrottled', { ...UNTHROTTLED, steps_per_cycle: 1_000_000, num_cycles: 5 }],
  ])(
    'once it is answered %s, no step beyond the answered one is sent until start',
    async (_, configuration) => {
      const id = await server.configureAndStart(configuration);
      const stream = await server.stream(id, '?svg=none&every=1');
      const sampled = await server.stream(id, '?svg=none');
      await stream.untilStep(3);
      for (let i = 0; i < 2; i++) {
        const step = Number((await server.act(id, 'pause'))['step']);
        expect(Math.max(...stream.steps, ...sampled.steps, 0)).toBeLessThanOrEqual(step);
        expect(await server.status(id)).toMatchObject({ session_state: 'paused', step });
        // The sampled stream comes to the position and says that it waits.
        const waitings = sampled.waitings.length;
        await sampled.until((now) => now.waitings.length > waitings, 'waiting');
        expect(Math.max(...stream.steps, ...sampled.steps, 0)).toBeLessThanOrEqual(step);
        expect(sampled.events.at(-1)?.name).toBe('waiting');
        expect(await server.status(id)).toMatchObject({ session_state: 'paused', step });
        await server.act(id, 'start');
        await sampled.until(({ events }) => events.at(-1)?.name !== 'waiting', 'a step after the start');
      }
      expect(gaps(stream.steps).every((gap) => gap === 0) || stream.comments.length > 0).toBe(true);
      await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
    },
  );

  test('at random moments changes nothing about the run', async () => {
    const { steps_per_second, ...configuration } = { ...PACED, steps_per_cycle: 90_000 };
    const id = await server.configureAndStart({ ...configuration, steps_per_second });
    const stream = await server.stream(id);
    for (const step of [3, 4, 60, 61, 90]) {
      await stream.untilStep(step);
      await server.act(id, 'pause');
      await server.act(id, 'start');
    }
    await stream.untilStep(120);
    expect(stream.progress.slice(0, 120).map(withoutSvg)).toEqual(expectedRun(configuration, 1, 120));
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });
});

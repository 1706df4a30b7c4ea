import { describe, expect, test } from '@jest/globals';
import { SHORT, UNTHROTTLED } from '../../testing/runs.ts';
import { grid, range } from '../../testing/steps-of-a-stream.ts';
import { startTestServer } from '../../testing/test-server.ts';

describe('a run that fails', () => {
  test.each([
    ['throws', 'C2H6'],
    ['dies', 'C3H8'],
  ])('because its thread %s tells so, in stream and status, and disturbs no other', async (_, formula) => {
    const failing = new URL('../../testing/failing.worker.mjs', import.meta.url);
    const other = await startTestServer({ threads: 1 }, { advance: failing });
    try {
      const id = await other.configure({ ...SHORT, formula });
      const stream = await other.stream(id);
      await stream.untilEvents(1);
      await other.act(id, 'start');
      await stream.until(({ events }) => events.some(({ name }) => name === 'error'), 'an error event');
      expect(stream.events.at(-1)).toMatchObject({
        name: 'error',
        id: undefined,
        data: {
          code: 'session_failed',
          error: expect.stringMatching(/^The worker thread .+ Reset the session.+\.$/),
        },
      });
      expect(await other.status(id)).toMatchObject({ session_state: 'failed', step: 0 });
      const refused = await other.post(`/api/sa/${id}/start`);
      expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'session_failed' }]);
      expect((await other.watch(await other.configureAndStart(SHORT))).steps).toEqual(range(1, 60));
      expect(await other.act(id, 'reset')).toMatchObject({ status: 'idle' });
      await stream.until(({ events }) => events.at(-1)?.name === 'waiting', 'waiting after the reset');
      expect(await other.status(id)).toMatchObject({ session_state: 'idle', step: 0 });
    } finally {
      await other.stop();
    }
  });

  test('in a replay alone is told to the viewer that asked for it, whose stream ends; the run is well', async () => {
    const failing = new URL('../../testing/failing.worker.mjs', import.meta.url);
    const other = await startTestServer({}, { advance: failing });
    try {
      const id = await other.configureAndStart({ ...UNTHROTTLED, formula: 'C4H10' });
      const stream = await other.watch(id, '?every=7');
      expect(stream.events.map(({ name }) => name)).toEqual(['error']);
      expect((await other.watch(id)).steps).toEqual(grid(2000));
    } finally {
      await other.stop();
    }
  });
});

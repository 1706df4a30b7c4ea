import { describe, expect, test } from '@jest/globals';
import { pipelined, sendRaw } from '../../testing/raw-http.ts';
import { PACED, SHORT, UNTHROTTLED } from '../../testing/runs.ts';
import { range } from '../../testing/steps-of-a-stream.ts';
import { raiseStreamStage } from '../../testing/stream-stage.ts';

const server = await raiseStreamStage();

describe('reset', () => {
  test('plays the same run again, bit for bit, with ids of its own', async () => {
    const id = await server.configureAndStart(SHORT);
    const first = await server.watch(id);
    for (const run of [1, 2]) {
      expect(await server.act(id, 'reset')).toEqual({ session_id: id, status: 'idle' });
      expect(await server.status(id)).toMatchObject({ session_state: 'idle', step: 0, accepted_moves: 0 });
      await server.act(id, 'start');
      const again = await server.watch(id);
      expect(again.progress).toEqual(first.progress);
      expect(again.complete).toEqual(first.complete);
      expect(again.ids).toEqual([...range(1, 60).map((step) => `${step}-r${run}`), `60-r${run}-complete`]);
    }
    const resumed = await server.watch(id, '', { headers: { 'Last-Event-ID': '58-r2' } });
    expect(resumed.ids).toEqual(['59-r2', '60-r2', '60-r2-complete']);
    expect((await server.watch(id, '?lastEventId=58-r1')).steps).toEqual(range(1, 60));
    expect((await server.watch(id, '?lastEventId=58')).steps).toEqual(range(1, 60));
    const seen = await server.fetch(`/api/sa/${id}/stream?lastEventId=60-r2-complete`);
    expect(seen.status).toBe(204);
  });

  test('while streaming leaves the stream open, which tells waiting and then the run from its first step', async () => {
    const id = await server.configureAndStart({ ...PACED, steps_per_cycle: 90_000 });
    const stream = await server.stream(id);
    await stream.untilStep(20);
    await server.act(id, 'reset');
    await stream.until(({ waitings }) => waitings.length > 0, 'waiting');
    expect(stream.waitings[0]).toEqual({ session_state: 'idle', message: 'Session is idle' });
    const before = stream.progress;
    expect(stream.events.at(-1)?.name).toBe('waiting');
    await server.act(id, 'start');
    const count = before.length + 20;
    await stream.until(({ progress }) => progress.length >= before.length + count, 'the run again');
    const after = stream.progress.slice(before.length, before.length + count);
    expect(after.map(({ step }) => step)).toEqual(range(1, count));
    expect(after.slice(0, before.length)).toEqual(before);
    expect(stream.ids.slice(before.length, before.length + count)).toEqual(
      after.map(({ step }) => `${step}-r1`),
    );
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });

  test('of an unthrottled run that computes reproduces it', async () => {
    const long = { ...UNTHROTTLED, steps_per_cycle: 50_000, num_cycles: 4 };
    const undisturbed = await server.watch(await server.configureAndStart(long));
    const id = await server.configureAndStart(long);
    for (let i = 0; i < 5; i++) {
      await server.act(id, 'reset');
      await server.act(id, 'start');
    }
    const stream = await server.watch(id);
    expect(stream.progress).toEqual(undisturbed.progress);
    expect(stream.ids.at(-1)).toBe('200000-r5-complete');
  });

  test('a stream that is opened at the moment of a reset shows the new run from its first step', async () => {
    const id = await server.configureAndStart({ ...UNTHROTTLED, steps_per_cycle: 20, num_cycles: 1 });
    await server.watch(id);
    // Pipelined: the reset is served while the stream's head is sent.
    const requests = [
      `GET /api/sa/${id}/stream?lastEventId=15`,
      `POST /api/sa/${id}/reset`,
      `POST /api/sa/${id}/start`,
    ];
    const { body } = await sendRaw(server.port, pipelined(requests));
    const ids = [...body.matchAll(/^id: ?(.+)$/gm)].map(([, eventId]) => eventId);
    expect(ids).toEqual([...range(1, 20).map((step) => `${step}-r1`), '20-r1-complete']);
  });
});

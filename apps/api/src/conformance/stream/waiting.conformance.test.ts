import { describe, expect, test } from '@jest/globals';
import { eventually } from '../../testing/eventually.ts';
import { ENDLESS, SHORT } from '../../testing/runs.ts';
import { range } from '../../testing/steps-of-a-stream.ts';
import { raiseStreamStage } from '../../testing/stream-stage.ts';

const server = await raiseStreamStage();

describe('waiting', () => {
  test('an idle session tells so at once, and about once a second', async () => {
    const id = await server.configure(SHORT);
    const opened = performance.now();
    const stream = await server.stream(id);
    await stream.untilEvents(4);
    expect(stream.events.map(({ name, id }) => [name, id])).toEqual(Array(4).fill(['waiting', undefined]));
    expect(stream.waitings[0]).toEqual({ session_state: 'idle', message: 'Session is idle' });
    // The second may follow the first sooner; what a busy machine holds up comes late, and none too early.
    expect(performance.now() - opened).toBeGreaterThan(1900);
    expect(performance.now() - opened).toBeLessThan(15_000);
    stream.close();
    // One after the other these would take five seconds, if each were told no sooner than the second is over.
    const reopened = performance.now();
    for (let i = 0; i < 5; i++) await (await server.stream(id)).untilEvents(1);
    expect(performance.now() - reopened).toBeLessThan(4500);
  });

  test('a paused session tells "Session is paused" until it runs again', async () => {
    const id = await server.configureAndStart(ENDLESS);
    const stream = await server.stream(id);
    await stream.untilStep(5);
    await server.act(id, 'pause');
    await stream.until(({ waitings }) => waitings.length >= 2, 'a second waiting event');
    const waiting = { session_state: 'paused', message: 'Session is paused' };
    expect(stream.waitings).toEqual(stream.waitings.map(() => waiting));
    const before = stream.events.length;
    const paused = stream.steps.at(-1)!;
    await server.act(id, 'start');
    await stream.untilStep(paused + 20);
    expect(new Set(stream.events.slice(before).map(({ name }) => name))).toEqual(new Set(['progress']));
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });

  test('a viewer that comes to a paused session gets what was played, then waiting', async () => {
    const id = await server.configureAndStart(ENDLESS);
    await eventually(async () => Number((await server.status(id))['step']) >= 10, 'ten steps are played');
    const { step } = await server.act(id, 'pause');
    const stream = await server.stream(id);
    await stream.until(({ waitings }) => waitings.length > 0, 'waiting');
    expect(stream.steps).toEqual(range(1, Number(step)));
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });
});

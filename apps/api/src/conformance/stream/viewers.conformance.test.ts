import { type ClientRequest, request as httpRequest } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { eventually } from '../../testing/eventually.ts';
import { ENDLESS, PACED, SHORT, UNTHROTTLED } from '../../testing/runs.ts';
import { range } from '../../testing/steps-of-a-stream.ts';
import { raiseStreamStage } from '../../testing/stream-stage.ts';

const server = await raiseStreamStage();

describe('viewers', () => {
  test('two viewers of one session see the same events', async () => {
    const id = await server.configure(PACED);
    const viewers = await Promise.all([server.stream(id), server.stream(id)]);
    await server.act(id, 'start');
    await Promise.all(viewers.map((viewer) => viewer.untilEnd()));
    expect(viewers[0]!.steps).toEqual(range(1, 120));
    expect(viewers[1]!.runText).toBe(viewers[0]!.runText);
  });

  test('a viewer that comes in the middle misses none and repeats none', async () => {
    const id = await server.configureAndStart({ ...ENDLESS, steps_per_second: 200 });
    const first = await server.stream(id);
    await first.untilStep(50);
    const late = await server.stream(id);
    await Promise.all([first.untilStep(150), late.untilStep(150)]);
    expect(late.steps.slice(0, 150)).toEqual(range(1, 150));
    expect(late.progress.slice(0, 150)).toEqual(first.progress.slice(0, 150));
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });

  test('a session runs with nobody watching', async () => {
    const id = await server.configureAndStart(SHORT);
    await eventually(
      async () => (await server.status(id))['session_state'] === 'complete',
      'the run completes',
    );
    expect(server.load().watchedSessions).toBe(0);
    expect((await server.watch(id)).steps).toEqual(range(1, 60));
  });

  test('a viewer that goes away leaves nothing behind, and the run goes on', async () => {
    await eventually(() => server.load().streams === 0, 'no stream is open');
    const id = await server.configureAndStart(ENDLESS);
    const viewers = await Promise.all(range(1, 10).map(() => server.stream(id)));
    const staying = await server.stream(id);
    await Promise.all(viewers.map((viewer) => viewer.untilEvents(3)));
    expect(server.load()).toMatchObject({ streams: 11, watchedSessions: 1 });
    for (const viewer of viewers) viewer.close();
    await eventually(() => server.load().streams === 1, 'only the viewer that stays is left');
    await staying.untilStep(staying.steps.at(-1)! + 20);
    staying.close();
    await eventually(() => server.load().streams === 0, 'no stream is left');
    expect(server.load().watchedSessions).toBe(0);
    expect(await server.status(id)).toMatchObject({ session_state: 'running' });
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });

  test('a viewer that goes away before it is answered leaves nothing behind', async () => {
    const id = await server.configureAndStart(ENDLESS);
    const requests = range(1, 30).map(() => {
      const request: ClientRequest = httpRequest(`${server.url}/api/sa/${id}/stream`, { agent: false });
      request.on('error', () => undefined);
      request.on('socket', (socket) => socket.once('connect', () => setImmediate(() => request.destroy())));
      request.end();
      return new Promise((resolve) => request.once('close', resolve));
    });
    await Promise.all(requests);
    // A stream that is answered after all of these: whatever they left would be counted with it.
    const stream = await server.stream(id);
    await stream.untilEvents(1);
    await eventually(() => server.load().streams === 1, 'only the stream that is read is open');
    stream.close();
    await eventually(() => server.load().watchedSessions === 0, 'nobody watches');
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });

  test('a stream that has ended is closed on the server too', async () => {
    await server.watch(await server.configureAndStart({ ...UNTHROTTLED, num_cycles: 1 }));
    await eventually(() => server.load().streams === 0, 'no stream is open');
    expect(server.load().watchedSessions).toBe(0);
  });

  test('/health answers at once while streams run unthrottled', async () => {
    const id = await server.configureAndStart({ ...UNTHROTTLED, steps_per_cycle: 1_000_000, num_cycles: 10 });
    const stream = await server.stream(id);
    await stream.untilEvents(1);
    const times: number[] = [];
    for (let i = 0; i < 30; i++) {
      const before = performance.now();
      const response = await supertest(server.url).get('/health');
      times.push(performance.now() - before);
      expect(response.body).toMatchObject({ status: 'healthy' });
    }
    expect(stream.isEnded).toBe(false);
    expect(Math.max(...times)).toBeLessThan(2000);
    await server.fetch(`/api/sa/${id}`, { method: 'DELETE' });
  });
});

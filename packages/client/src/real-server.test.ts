import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ApiServer } from '../../../scripts/support/api-server.ts';
import { createApiClient } from './api-client.ts';
import { openEventStream } from './event-stream.ts';
import { CuttingProxy } from './testing/cutting-proxy.ts';
import { stepsOf, watchStream } from './testing/watched-stream.ts';

/** 200 steps in a second. */
const PACED = { formula: 'C10H16', steps_per_cycle: 50, num_cycles: 4, steps_per_second: 200 };
const range = (to: number) => Array.from({ length: to }, (_, i) => i + 1);

let server: ApiServer;
let proxy: CuttingProxy;

beforeAll(async () => {
  server = await ApiServer.start();
}, 20_000);
afterAll(() => server.kill());
afterEach(() => proxy?.close());

async function configure(overrides = {}): Promise<string> {
  proxy = await CuttingProxy.open(() => server.port);
  const { session_id } = await createApiClient({ baseUrl: server.url }).configure({ ...PACED, ...overrides });
  return session_id;
}

describe('the client with the real server', () => {
  test('configures, starts, watches, and reads the end from the status', async () => {
    const sessionId = await configure();
    const api = createApiClient({ baseUrl: server.url });
    const { stream, events } = watchStream({ baseUrl: server.url, sessionId });
    expect(await api.start(sessionId)).toEqual({ session_id: sessionId, status: 'running' });
    expect(await stream.ended).toEqual({ name: 'complete' });
    expect(stepsOf(events)).toEqual(range(200));
    const { best_energy, is_complete } = await api.status(sessionId);
    expect(is_complete).toBe(true);
    expect(events.at(-1)).toMatchObject({ type: 'complete', data: { best_energy } });
  });

  test('closed at the moment of its complete event, it ends', async () => {
    const sessionId = await configure({ steps_per_second: null });
    const api = createApiClient({ baseUrl: server.url });
    const stream = openEventStream({
      baseUrl: server.url,
      sessionId,
      onEvent: ({ type }) => {
        if (type === 'complete') queueMicrotask(() => stream.close());
      },
    });
    await api.start(sessionId);
    expect(await stream.ended).toEqual({ name: 'complete' });
  });

  test('refusals arrive typed', async () => {
    const api = createApiClient({ baseUrl: server.url });
    await expect(api.configure({ formula: 'C6H13' })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/formula' }],
    });
    const sessionId = await configure();
    await expect(api.pause(sessionId)).rejects.toMatchObject({ status: 400, code: 'session_not_running' });
    await api.remove(sessionId);
    await expect(api.status(sessionId)).rejects.toMatchObject({ status: 404, code: 'session_not_found' });
  });

  test('a connection that breaks every so many bytes loses no event and repeats none', async () => {
    const sessionId = await configure();
    await createApiClient({ baseUrl: server.url }).start(sessionId);
    // Prime, so that the cuts fall everywhere: in names, in numbers, in drawings, between the two ends of a line.
    proxy.cutAfter = 14_983;
    const { stream, events } = watchStream({ baseUrl: proxy.url, sessionId });
    expect(await stream.ended).toEqual({ name: 'complete' });
    expect(stepsOf(events)).toEqual(range(200));
    expect(events.filter(({ type }) => type === 'complete')).toHaveLength(1);
    expect(proxy.connections).toBeGreaterThan(10);
  });

  test('a connection that is cut in mid-run goes on where it was, and a watched twin sees the same', async () => {
    const sessionId = await configure();
    await createApiClient({ baseUrl: server.url }).start(sessionId);
    const cut = watchStream({
      baseUrl: proxy.url,
      sessionId,
      svg: 'none',
      onEvent: (event) => {
        if (event.type === 'progress' && event.data.step % 40 === 0) proxy.cut();
      },
    });
    const twin = watchStream({ baseUrl: server.url, sessionId, svg: 'none' });
    await Promise.all([cut.stream.ended, twin.stream.ended]);
    expect(cut.events).toEqual(twin.events);
    expect(cut.states.filter(({ name }) => name === 'reconnecting').length).toBeGreaterThan(3);
  });

  test('a session that is deleted while it is watched is gone', async () => {
    const sessionId = await configure();
    const api = createApiClient({ baseUrl: server.url });
    await api.start(sessionId);
    const { stream } = watchStream({
      baseUrl: server.url,
      sessionId,
      onEvent: ({ type }) => {
        if (type === 'progress') void api.remove(sessionId).catch(() => undefined);
      },
    });
    expect(await stream.ended).toMatchObject({ name: 'gone', cause: { code: 'session_not_found' } });
  });

  test('a reset while it is watched shows as another run from its first step', async () => {
    const sessionId = await configure();
    const api = createApiClient({ baseUrl: server.url });
    await api.start(sessionId);
    let wasReset = false;
    const { stream, events } = watchStream({
      baseUrl: server.url,
      sessionId,
      onEvent: (event) => {
        if (event.type !== 'progress' || event.data.step < 20 || wasReset) return;
        wasReset = true;
        void api.reset(sessionId).then(() => api.start(sessionId));
      },
    });
    await stream.ended;
    const second = events.filter((event) => 'run' in event && event.run === 1);
    expect(stepsOf(second)).toEqual(range(200));
  });
});

test('a server that is killed and started again is found again, and says whether it still knows the session', async () => {
  let mortal = await ApiServer.start();
  proxy = await CuttingProxy.open(() => mortal.port);
  const api = createApiClient({ baseUrl: proxy.url });
  const { session_id: sessionId } = await api.configure(PACED);
  await api.start(sessionId);
  const { stream, events, states } = watchStream({ baseUrl: proxy.url, sessionId });
  while (stepsOf(events).length < 10) await new Promise(setImmediate);
  await mortal.kill();
  while (states.filter(({ name }) => name === 'reconnecting').length < 2) await new Promise(setImmediate);
  mortal = await ApiServer.start();
  const end = await stream.ended;
  await mortal.kill();
  expect(['complete', 'gone']).toContain(end.name);
  const steps = stepsOf(events);
  expect(steps).toEqual(range(steps.length));
}, 30_000);

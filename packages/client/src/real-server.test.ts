import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ApiServer } from '../../../scripts/support/api-server.ts';
import { createApiClient } from './api-client.ts';
import { openEventStream } from './event-stream.ts';
import { CuttingProxy } from './testing/cutting-proxy.ts';
import { stepsOf, watchStream } from './testing/watched-stream.ts';

/** 200 steps in a second. */
const PACED = { formula: 'C10H16', steps_per_cycle: 50, num_cycles: 4, steps_per_second: 200 };
/** It does not end while a test looks. */
const ENDLESS = { ...PACED, steps_per_cycle: 90_000 };
const range = (to: number) => Array.from({ length: to }, (_, i) => i + 1);

let server: ApiServer;
let proxy: CuttingProxy;

beforeAll(async () => {
  server = await ApiServer.start();
}, 20_000);
afterAll(() => server.kill());
afterEach(() => proxy?.close());

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

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
    const sessionId = await configure(ENDLESS);
    await createApiClient({ baseUrl: server.url }).start(sessionId);
    let cutFrom = 40;
    const cut = watchStream({
      baseUrl: proxy.url,
      sessionId,
      svg: 'none',
      onEvent: (event) => {
        if (event.type !== 'progress' || event.data.step < cutFrom) return;
        cutFrom = event.data.step + 40;
        proxy.cut();
      },
    });
    const twin = watchStream({ baseUrl: server.url, sessionId, svg: 'none' });
    await until(() => cut.states.filter(({ name }) => name === 'reconnecting').length > 3);
    const end = cutFrom;
    await until(() => [cut, twin].every(({ events }) => events.length >= end));
    for (const { stream } of [cut, twin]) stream.close();
    expect(stepsOf(cut.events.slice(0, end))).toEqual(range(end));
    expect(cut.events.slice(0, end)).toEqual(twin.events.slice(0, end));
  });

  test('a session that is deleted while it is watched is gone', async () => {
    const sessionId = await configure(ENDLESS);
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
    const sessionId = await configure(ENDLESS);
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
    const second = () => stepsOf(events.filter((event) => 'run' in event && event.run === 1));
    await until(() => second().length >= 200);
    stream.close();
    expect(second()).toEqual(range(second().length));
  });
});

describe('a server that is killed and started again is found again', () => {
  test.each([
    ['in memory, and does not know the session', (): string => 'memory', 'gone'],
    ['with its data, and goes on with the run', temporaryDirectory, 'complete'],
  ] as const)(
    '%s',
    async (_, dataDirectory, expected) => {
      const DATA_DIR = dataDirectory();
      let mortal = await ApiServer.start({ DATA_DIR });
      proxy = await CuttingProxy.open(() => mortal.port);
      const api = createApiClient({ baseUrl: proxy.url });
      // A hundred seconds, until the pace is taken away.
      const { session_id: sessionId } = await api.configure({ ...PACED, steps_per_cycle: 5000 });
      await api.start(sessionId);
      const { stream, events, states } = watchStream({
        baseUrl: proxy.url,
        sessionId,
        every: 1,
        svg: 'none',
      });
      await until(() => events.length >= 10);
      await mortal.kill();
      await until(() => states.filter(({ name }) => name === 'reconnecting').length >= 2);
      mortal = await ApiServer.start({ DATA_DIR });
      if (expected === 'complete') await api.setPace(sessionId, null);
      const end = await stream.ended;
      await mortal.kill();
      expect(end.name).toBe(expected);
      const steps = stepsOf(events);
      expect(steps).toEqual(range(expected === 'complete' ? 20_000 : steps.length));
    },
    60_000,
  );
});

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'webfaulon-client-'));
  directories.push(directory);
  return directory;
}

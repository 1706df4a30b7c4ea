import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { eventually } from '../testing/eventually.ts';
import { ENDLESS } from '../testing/runs.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const DAY_MILLISECONDS = 24 * 3600 * 1000;

let server: TestServer;
beforeEach(() => {
  // The clock on the wall stands still until the test sets it; whatever else tells the time goes on.
  jest.useFakeTimers({
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
});
afterEach(async () => {
  jest.useRealTimers();
  await server.stop();
});

/** Puts the clock on the wall forward, or back. */
function setClock(days: number): void {
  jest.setSystemTime(Date.now() + days * DAY_MILLISECONDS);
}

test('a clock that jumps while the server runs makes nothing expire early or late, and no run falter', async () => {
  server = await startTestServer({ sessionTtlSeconds: 8 });
  const id = await server.configure(ENDLESS);
  const startedAt = performance.now();
  await server.act(id, 'start');
  const stream = await server.stream(id);
  await stream.untilEvents(5);
  const used = await server.configure(ENDLESS);
  const unusedSince = performance.now();
  await server.configure(ENDLESS);
  const use = async () => {
    await new Promise((resolve) => setTimeout(resolve, 240));
    expect((await server.fetch(`/api/sa/${used}/status`)).status).toBe(200);
  };
  for (const days of [1, -2, 1]) {
    setClock(days);
    const before = stream.ids.length;
    for (let i = 0; i < 5; i++) await use();
    expect(stream.ids.length).toBeGreaterThan(before);
    // Its pace is 100 a second: a day's steps would come at once, if it went by the clock on the wall.
    expect(stream.ids.length).toBeLessThan((performance.now() - startedAt) / 10 + 5);
  }
  expect(stream.ids).toEqual(stream.ids.map((_, i) => String(i + 1)));
  await eventually(async () => {
    await use();
    return server.load().sessions === 2;
  }, 'the session that nobody uses expires');
  expect(performance.now() - unusedSince).toBeGreaterThan(8000);
});

test.each([1, -1])('a clock that is put off by %p days changes no count of requests', async (days) => {
  server = await startTestServer({ maxRequestsPerAddress: 4 });
  const ask = () => server.fetch('/api/sa/components');
  for (let i = 0; i < 3; i++) expect((await ask()).status).toBe(200);
  setClock(days);
  expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect(refused.status).toBe(429);
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
});

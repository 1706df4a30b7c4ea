import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
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
  server = await startTestServer({ sessionTtlSeconds: 3 });
  const stream = await server.stream(await server.configureAndStart(ENDLESS));
  await stream.untilEvents(5);
  const [used, unused] = [await server.configure(ENDLESS), await server.configure(ENDLESS)];
  for (const days of [1, -2, 1]) {
    setClock(days);
    const before = { events: stream.ids.length, at: performance.now() };
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setTimeout(resolve, 240));
      expect((await server.fetch(`/api/sa/${used}/status`)).status).toBe(200);
    }
    const seconds = (performance.now() - before.at) / 1000;
    const events = stream.ids.length - before.events;
    // 100 a second but for what a busy machine holds up and makes good: neither a day's at once nor none.
    expect(events).toBeGreaterThan(0);
    expect(events).toBeLessThan(100 * (seconds + 2));
  }
  expect(stream.ids).toEqual(stream.ids.map((_, i) => String(i + 1)));
  expect((await server.fetch(`/api/sa/${unused}/status`)).status).toBe(404);
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

import { afterEach, expect, test } from '@jest/globals';
import { eventually } from '../testing/eventually.ts';
import { RUN } from '../testing/runs.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const LATE = new URL('../testing/late.worker.mjs', import.meta.url);

let server: TestServer;
afterEach(() => server.stop());

async function readiness(): Promise<{ status: number; detail: unknown; retryAfter: string | null }> {
  const response = await server.fetch('/readyz');
  const { detail } = (await response.json()) as { detail?: unknown };
  return { status: response.status, detail, retryAfter: response.headers.get('retry-after') };
}

test('a server is not ready before its threads are up, and lives all the while', async () => {
  server = await startTestServer({}, { advance: LATE });
  expect(await readiness()).toEqual({
    status: 503,
    detail: 'The worker threads are not up yet.',
    retryAfter: '1',
  });
  expect((await server.fetch('/livez')).status).toBe(200);
  await eventually(async () => (await readiness()).status === 200, 'the server is ready');
});

test('more slices than READY_QUEUE_CAP make it not ready, until they are computed', async () => {
  server = await startTestServer({ readyQueueCap: 5 }, { advance: LATE });
  await eventually(async () => (await readiness()).status === 200, 'the server is ready');
  await Promise.all(Array.from({ length: 60 }, (_, seed) => server.configure({ ...RUN, seed })));
  expect(await readiness()).toEqual({
    status: 503,
    detail: 'Too many slices wait for a worker thread.',
    retryAfter: '1',
  });
  expect((await server.fetch('/livez')).status).toBe(200);
  await eventually(async () => (await readiness()).status === 200, 'the queue is below its cap');
});

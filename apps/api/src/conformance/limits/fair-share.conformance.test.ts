import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DistantClient } from '../../testing/distant-client.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const CROWD = 40;
const LONG = { formula: 'C30H62', steps_per_cycle: 2_000_000, num_cycles: 1, steps_per_second: null };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ trustProxy: 1, threads: 2 });
});
afterAll(() => server.stop());

async function start(client: DistantClient): Promise<string> {
  const { session_id: id } = (await (await client.configure(LONG)).json()) as { session_id: string };
  expect((await client.fetch(`/api/sa/${id}/start`, 'POST')).status).toBe(200);
  return id;
}

async function played(id: string): Promise<number> {
  return Number((await server.status(id))['step']);
}

test("one client's crowd of unthrottled sessions does not starve another client's one", async () => {
  const many = new DistantClient(server, '192.0.2.1', false);
  const crowd = await Promise.all(Array.from({ length: CROWD }, () => start(many)));
  const one = await start(new DistantClient(server, '192.0.2.2', false));
  const before = await Promise.all(crowd.map(played));
  while ((await played(one)) < 40_000);
  const stepsOfOne = await played(one);
  const after = await Promise.all(crowd.map(played));
  const stepsOfMany = after.reduce((sum, step, i) => sum + step - before[i]!, 0);
  // By session, the many would have had forty times as much. The one has a single slice on its way, the many fill both threads.
  expect(stepsOfMany / stepsOfOne).toBeLessThan(CROWD / 4);
});

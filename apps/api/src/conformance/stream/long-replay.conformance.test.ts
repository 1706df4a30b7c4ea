import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../../testing/eventually.ts';
import { expectedRun } from '../../testing/expected-run.ts';
import { grid, range } from '../../testing/steps-of-a-stream.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const LONG = { formula: 'C6H14', steps_per_cycle: 5200, num_cycles: 1, steps_per_second: null };

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.stop());

test('a replay of more than 5,000 steps goes in the coarse grid, one of 5,000 and one with ?every=n do not', async () => {
  const id = await server.configureAndStart(LONG);
  await eventually(async () => (await server.status(id))['session_state'] === 'complete', 'it completes');
  // As fast as possible to play, but at a pace whose viewers get every step.
  await server.setPace(id, 200);
  expect((await server.watch(id, '?svg=none')).steps).toEqual(grid(5200));
  const longer = await server.watch(id, '?svg=none&lastEventId=199');
  expect(longer.steps).toEqual(grid(5200).filter((step) => step > 199));
  expect((await server.watch(id, '?svg=none&lastEventId=200')).steps).toEqual(range(201, 5200));
  const every = await server.watch(id, '?svg=none&every=3&from=start');
  expect(every.progress).toEqual(expectedRun(LONG, 3));
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { type AskedRun, WatchedRun } from '../testing/watched-run.ts';
import { extent } from './extent.ts';

const DEATHS = extent(20, 5);
const SESSIONS_AT_ONCE = 20;
const PACES = [20, 50, 100, 200, null] as const;

let server: TestServer;
beforeAll(async () => {
  const mortal = new URL('../testing/mortal.worker.mjs?tasks=25', import.meta.url);
  server = await startTestServer({}, { advance: mortal, depict: mortal });
});
afterAll(() => server.stop());

function runOf(n: number): AskedRun {
  const pace = PACES[n % PACES.length]!;
  const steps = pace === null ? 200_000 : pace * 4;
  return { formula: 'C10H16', seed: n, steps_per_cycle: steps / 2, num_cycles: 2, steps_per_second: pace };
}

async function watch(n: number): Promise<WatchedRun> {
  const asked = runOf(n);
  const id = await server.configure(asked);
  const run = new WatchedRun(id, asked, () => server.url);
  await server.act(id, 'start');
  await run.viewer.finished;
  return run;
}

test(`the death of ${DEATHS} threads under load loses no session and no step, repeats none and contradicts none`, async () => {
  const contradictions: string[] = [];
  for (let n = 0; server.load().workerRestarts < DEATHS; n += SESSIONS_AT_ONCE) {
    const runs = await Promise.all(Array.from({ length: SESSIONS_AT_ONCE }, (_, i) => watch(n + i)));
    contradictions.push(...runs.flatMap((run) => run.contradictions()));
  }
  expect(contradictions).toEqual([]);
});

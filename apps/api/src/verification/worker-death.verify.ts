import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { AnnealingPool } from '../annealing/annealing-pool.ts';
import { resolved } from '../testing/manual-slicer.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { type AskedRun, WatchedRun } from '../testing/watched-run.ts';
import { extent } from './extent.ts';

const DEATHS = extent(20, 4);
const SESSIONS_AT_ONCE = 20;
const PACES = [20, 50, 100, 200, null] as const;

let server: TestServer;
beforeAll(async () => {
  const mortal = new URL('../testing/mortal.worker.mjs', import.meta.url);
  server = await startTestServer({}, { advance: mortal, depict: mortal });
});
afterAll(() => server.stop());

function runOf(n: number): AskedRun {
  const pace = PACES[n % PACES.length]!;
  const steps = pace === null ? 20_000 : pace * 4;
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

test('a thread that wants all the memory ends alone, and so do those that try anew', async () => {
  const onError = jest.fn();
  const pool = new AnnealingPool(
    new URL('../annealing/fixtures/dying.worker.mjs', import.meta.url),
    1,
    onError,
  );
  const task = { configuration: resolved(), checkpoint: null, milliseconds: 10, every: 1 };
  const ask = (steps: number) => pool.slice({ task: { ...task, steps }, sliceClass: 'prompt' });
  expect(await ask(17)).toMatchObject({ ok: false, code: 'worker_failed' });
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'ERR_WORKER_OUT_OF_MEMORY' }));
  expect(await ask(1)).toMatchObject({ ok: true });
  expect(pool.workerRestarts).toBe(4);
  await pool.close();
});

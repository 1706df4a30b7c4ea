import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { BUILT_IN_COMPONENTS, type Checkpoint, resolveConfiguration } from '@webfaulon/sa-core';
import { eventually } from '../testing/eventually.ts';
import { resolved, settled } from '../testing/manual-slicer.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../testing/temporary-directory.ts';
import { AnnealingPool, type SliceAnswer } from './annealing-pool.ts';
import type { SliceTask } from './slice.ts';
import type { SliceObserver } from './slice-observer.ts';

const WORKER = new URL('../../dist/annealing/advance.worker.js', import.meta.url);
const DYING_WORKER = new URL('./fixtures/dying.worker.mjs', import.meta.url);

let pool: AnnealingPool;
const onError = jest.fn();
beforeEach(() => {
  onError.mockClear();
});
afterEach(async () => {
  await pool.close();
  removeTemporaryDirectories();
});

function taskOf(fields: Partial<SliceTask>): SliceTask {
  return {
    configuration: resolved({ formula: 'C10H16', steps_per_cycle: 150 }),
    checkpoint: null,
    steps: 1,
    milliseconds: 1000,
    every: 1,
    ...fields,
  };
}

function ask(task: Partial<SliceTask>, isStale = () => false): Promise<SliceAnswer> {
  return pool.slice({ task: taskOf(task), sliceClass: 'prompt', isStale });
}

/** The whole run in slices of these lengths, in turn: each step with all that is recorded of it. */
async function runInSlices(lengths: readonly number[], milliseconds = 1000) {
  let checkpoint: Checkpoint | null = null;
  const steps: object[] = [];
  for (let i = 0; checkpoint === null || checkpoint.step < 300; i++) {
    const answer = await ask({ checkpoint, steps: lengths[i % lengths.length]!, milliseconds });
    if (answer.ok !== true) throw new Error(`the slice came to ${answer.ok}`);
    checkpoint = answer.checkpoint;
    const { smiles, current, best, component_scores, ...columns } = answer.records;
    answer.records.step.forEach((_, row) => {
      const values = Object.entries(columns).map(([name, column]) => [name, column[row]]);
      steps.push({
        ...Object.fromEntries(values),
        scores: component_scores.map((column) => column[row]),
        current: smiles[current[row]!],
        best: smiles[best[row]!],
      });
    });
  }
  return { checkpoint, steps };
}

test('is ready though a thread dies as it comes up, and tells of that', async () => {
  const directory = temporaryDirectory();
  const [mark, worker] = [join(directory, 'mark'), join(directory, 'stillborn.worker.mjs')];
  const code = `
    import { existsSync, writeFileSync } from 'node:fs';
    import { advanceSlice as advanceWell } from '${WORKER.href}';
    export function advanceSlice(task) {
      if (existsSync('${mark}')) return advanceWell(task);
      writeFileSync('${mark}', '');
      process.exit(1);
    }`;
  writeFileSync(worker, code);
  pool = new AnnealingPool(pathToFileURL(worker), 2, onError);
  await eventually(() => pool.isReady, 'the pool is ready');
  expect(onError).toHaveBeenCalled();
  expect(pool.workerRestarts).toBe(1);
});

describe('with the real worker', () => {
  test('a run is the same however it is cut into slices', async () => {
    pool = new AnnealingPool(WORKER, 2, onError);
    const whole = await runInSlices([300]);
    expect(whole.steps).toHaveLength(300);
    expect(await runInSlices([1, 7, 0, 90])).toEqual(whole);
    // No time: each slice makes as little as it can, and yet goes on.
    expect(await runInSlices([300], 0)).toEqual(whole);
  });

  test('a configuration is resolved as sa-core does it, on a thread or at once, and refused in its words', async () => {
    pool = new AnnealingPool(WORKER, 1, onError);
    for (const option of [{}, { schedule: 'automatic' }, { filters: ['no-peroxides'] }] as const) {
      const asked = { formula: 'C4H8O2', seed: 3, ...option };
      expect(await pool.resolve(asked)).toEqual({
        ok: true,
        configuration: resolveConfiguration(asked, BUILT_IN_COMPONENTS),
      });
    }
    expect(await pool.resolve({ formula: 'CO2', filters: ['no-cumulenes'] })).toEqual({
      ok: false,
      code: 'formula_filtered',
      detail: expect.stringContaining('CO2'),
      pointer: '/filters',
    });
    expect(await pool.resolve({ formula: 'C6H13' })).toMatchObject({ ok: false, pointer: '/formula' });
    await pool.close();
    expect(await pool.resolve({ formula: 'C6H14', schedule: 'automatic' })).toEqual({ ok: 'stale' });
  });

  test('a checkpoint of another run is an answer, not an error', async () => {
    pool = new AnnealingPool(WORKER, 1, onError);
    const other = await ask({ configuration: resolved({ seed: 1 }), steps: 5 });
    if (other.ok !== true) throw new Error('the first slice failed');
    expect(await ask({ checkpoint: other.checkpoint })).toMatchObject({
      ok: false,
      code: 'checkpoint_foreign',
    });
  });

  test('the position is recorded where the grid leaves it out', async () => {
    pool = new AnnealingPool(WORKER, 1, onError);
    const answer = await ask({ steps: 7, every: 5 });
    expect(answer).toMatchObject({ ok: true, records: { step: [5] }, position: { step: [7] } });
  });

  test('tells its observer of each slice what it has made, and how long it took and waited', async () => {
    const observer = {
      waited: jest.fn<SliceObserver['waited']>(),
      computed: jest.fn<SliceObserver['computed']>(),
    };
    pool = new AnnealingPool(WORKER, 1, onError, observer);
    const first = await ask({ steps: 5 });
    if (first.ok !== true) throw new Error('the slice failed');
    await pool.slice({ task: taskOf({ checkpoint: first.checkpoint, steps: 7 }), sliceClass: 'unthrottled' });
    expect(observer.computed.mock.calls.map(([{ steps }]) => steps)).toEqual([5, 7]);
    for (const [{ milliseconds, advanceMilliseconds }] of observer.computed.mock.calls) {
      expect(advanceMilliseconds).toBeGreaterThan(0);
      expect(milliseconds).toBeGreaterThanOrEqual(advanceMilliseconds);
    }
    expect(observer.waited.mock.calls).toEqual([
      ['prompt', expect.any(Number)],
      ['unthrottled', expect.any(Number)],
    ]);
  });

  test('a thread that has nothing to do counts as idle', async () => {
    pool = new AnnealingPool(WORKER, 1, onError);
    await ask({ steps: 1 });
    const thread = pool.threads[0]!.performance;
    const { idle } = thread.eventLoopUtilization();
    await eventually(() => thread.eventLoopUtilization().idle > idle, 'the thread is idle');
  });

  test('is ready once its threads have computed, and not after its close', async () => {
    pool = new AnnealingPool(WORKER, 1, onError);
    expect(pool.isReady).toBe(false);
    await ask({});
    await settled();
    expect(pool.isReady).toBe(true);
    await pool.close();
    expect(pool.isReady).toBe(false);
  });
});

describe('with a worker that does as it is told', () => {
  test.each([
    ['exits', 13, 8],
    ['throws', 14, 0],
  ])(
    'one that %s each time fails its slice alone, and the pool goes on with all its threads',
    async (_, steps, restarts) => {
      pool = new AnnealingPool(DYING_WORKER, 2, onError);
      const answers = await Promise.all([
        ask({ steps: 1 }),
        ask({ steps }),
        ask({ steps: 2 }),
        ask({ steps }),
      ]);
      const failure = { ok: false, code: 'worker_failed', cause: expect.anything() };
      expect(answers).toMatchObject([{ ok: true }, failure, { ok: true }, failure]);
      // Once, and three times anew.
      expect(onError).toHaveBeenCalledTimes(8);
      // As many at once as there are threads: all of them are there again.
      const after = await Promise.all(Array.from({ length: 20 }, () => ask({ steps: 1 })));
      expect(after.every(({ ok }) => ok === true)).toBe(true);
      await eventually(() => pool.workerRestarts === restarts, 'threads that died are replaced');
      expect(pool.threads).toHaveLength(2);
    },
  );

  test('its threads can load their code by import() alone: one that is ended amid a require() ends the process', async () => {
    pool = new AnnealingPool(DYING_WORKER, 1, onError);
    expect(await ask({ steps: 16 })).toMatchObject({ answered: false });
  });

  test('a slice that nobody wants any more is not computed', async () => {
    pool = new AnnealingPool(DYING_WORKER, 1, onError);
    let isWanted = true;
    const computed = [ask({ steps: 1 }), ask({ steps: 2 })];
    const dropped = ask({ steps: 13 }, () => !isWanted);
    isWanted = false;
    expect(pool.queueLength).toBe(1);
    expect(await dropped).toEqual({ ok: 'stale' });
    expect(await Promise.all(computed)).toMatchObject([{ ok: true }, { ok: true }]);
  });

  test('hands on no more slices than its threads can take at once', async () => {
    pool = new AnnealingPool(DYING_WORKER, 2, onError);
    const all = Array.from({ length: 10 }, () => ask({ steps: 1 }));
    expect(pool.queueLength).toBe(10 - 3);
    await Promise.all(all);
    expect(pool.queueLength).toBe(0);
  });

  test('close answers every slice, waiting or computed, and each that is asked for later', async () => {
    pool = new AnnealingPool(DYING_WORKER, 1, onError);
    const answers = Array.from({ length: 5 }, () => ask({ steps: 15 }));
    await pool.close();
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 5 }, () => ({ ok: 'stale' })));
    expect(await ask({ steps: 1 })).toEqual({ ok: 'stale' });
    expect(pool.queueLength).toBe(0);
    expect(onError).not.toHaveBeenCalled();
  });
});

describe('with a worker that dies now and then', () => {
  const MORTAL_WORKER = new URL('../testing/mortal.worker.mjs', import.meta.url);

  test('a run is what it is without deaths: each slice is computed anew from its checkpoint', async () => {
    pool = new AnnealingPool(WORKER, 1, onError);
    const { steps } = await runInSlices([10]);
    await pool.close();
    pool = new AnnealingPool(MORTAL_WORKER, 1, onError);
    expect((await runInSlices([10])).steps).toEqual(steps);
    expect(pool.workerRestarts).toBeGreaterThanOrEqual(2);
  });
});

import { beforeEach, expect, test } from '@jest/globals';
import type { ResolvedConfiguration } from '@webfaulon/sa-core';
import { RunComputation } from '../sessions/run-computation.ts';
import { ManualSlicer, resolved } from '../testing/manual-slicer.ts';
import { Replay } from './replay.ts';

const TOTAL = 600;

let slicer: ManualSlicer;
let configuration: ResolvedConfiguration;
beforeEach(() => {
  slicer = new ManualSlicer();
  configuration = resolved({ steps_per_cycle: TOTAL, num_cycles: 1 });
});

/** A run that is computed to its end, in slices of 50. */
async function computed(total = TOTAL, slice = 50): Promise<RunComputation> {
  const computation = new RunComputation(configuration, 1, slicer, () => {});
  await slicer.answer();
  while (computation.computed < total) {
    void computation.advance(slice, 'paced', 0);
    await slicer.answer();
  }
  return computation;
}

async function bring(replay: Replay, step: number, mostSteps = 37): ReturnType<Replay['bring']> {
  const brought = replay.bring(step);
  while (slicer.waiting.length > 0) await slicer.answer(mostSteps);
  return await brought;
}

test.each([1, 7, 100, 5000])(
  'brings the records that the run had, of every %p-th step and the last',
  async (every) => {
    const computation = await computed();
    const replay = new Replay(
      computation,
      slicer,
      () => every,
      () => false,
    );
    for (let step = 1; step <= TOTAL; step++) {
      if (step % every !== 0 && step !== TOTAL) continue;
      if (replay.get(step) === undefined) expect(await bring(replay, step)).toBe('brought');
      expect(replay.get(step)).toEqual(computation.log.get(step));
    }
  },
);

test('begins at the keyframe before the step, and goes on where it ended', async () => {
  configuration = resolved({ steps_per_cycle: 4500, num_cycles: 1 });
  const computation = await computed(4500, 450);
  const replay = new Replay(
    computation,
    slicer,
    () => 1,
    () => false,
  );
  const brought = replay.bring(4003);
  expect(slicer.waiting[0]!.request.task.checkpoint?.step).toBe(4000);
  await slicer.answer(20);
  expect(await brought).toBe('brought');
  void replay.bring(4021);
  expect(slicer.waiting[0]!.request.task.checkpoint?.step).toBe(4020);
});

test('keeps no more records than a slice has', async () => {
  const replay = new Replay(
    await computed(),
    slicer,
    () => 1,
    () => false,
  );
  await bring(replay, 1, TOTAL);
  const kept = Array.from({ length: TOTAL }, (_, i) => replay.get(i + 1)).filter(Boolean);
  expect(kept).toHaveLength(250);
  await bring(replay, 400, TOTAL);
  expect(replay.get(1)).toBeUndefined();
});

test('a step that is on no grid of it is not looked for without end', async () => {
  const replay = new Replay(
    await computed(),
    slicer,
    () => 7,
    () => false,
  );
  expect(await bring(replay, 8)).toBe('failed');
});

test('tells a slice that failed from one that nobody wants', async () => {
  let isStale = false;
  const replay = new Replay(
    await computed(),
    slicer,
    () => 1,
    () => isStale,
  );
  const failed = replay.bring(1);
  await slicer.fail();
  expect(await failed).toBe('failed');
  isStale = true;
  expect(await bring(replay, 1)).toBe('stale');
});

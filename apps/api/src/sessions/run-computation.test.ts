import { expect, jest, test } from '@jest/globals';
import { ManualSlicer, resolved } from '../testing/manual-slicer.ts';
import { RunComputation } from './run-computation.ts';

test('tells each slice, asks for one at a time, and for none beyond the last step', async () => {
  const slicer = new ManualSlicer();
  const onProgress = jest.fn();
  const computation = new RunComputation(resolved(), 1, slicer, onProgress);
  void computation.advance(5, 'paced', 0);
  expect(slicer.waiting).toHaveLength(1);
  await slicer.answer();
  expect([computation.computed, computation.start?.step, computation.latest?.step]).toEqual([0, 0, 0]);
  void computation.advance(5, 'paced', 0);
  await slicer.answer();
  expect([computation.computed, computation.start?.step, computation.latest?.step]).toEqual([5, 0, 5]);
  void computation.advance(100, 'paced', 0);
  await slicer.answer();
  void computation.advance(1, 'paced', 0);
  expect(slicer.waiting).toHaveLength(0);
  expect(computation.computed).toBe(20);
  expect(onProgress).toHaveBeenCalledTimes(3);
});

test('knows the end of a run that a stop rule ends as soon as it is computed, and asks for nothing beyond', async () => {
  const slicer = new ManualSlicer();
  const configuration = resolved({ stop_after_steps_without_improvement: 3, formula: 'CH4' });
  const computation = new RunComputation(configuration, 1, slicer, () => {});
  await slicer.answer();
  void computation.advance(2, 'paced', 0);
  await slicer.answer();
  expect([computation.computed, computation.lastStep]).toEqual([2, 20]);
  void computation.advance(100, 'paced', 0);
  await slicer.answer();
  expect([computation.computed, computation.lastStep, computation.latest?.step]).toEqual([3, 3, 3]);
  void computation.advance(1, 'paced', 0);
  expect(slicer.waiting).toHaveLength(0);
});

test('abandoned, it takes in no slice, tells nothing and asks for nothing', async () => {
  const slicer = new ManualSlicer();
  const onProgress = jest.fn();
  const computation = new RunComputation(resolved(), 1, slicer, onProgress);
  const { request, resolve } = slicer.waiting.shift()!;
  computation.abandon();
  expect(request.isStale?.()).toBe(true);
  // It was on a thread already.
  const thread = new ManualSlicer();
  void thread.slice({ ...request, isStale: () => false }).then(resolve);
  await thread.answer();
  await computation.started;
  expect(computation.start).toBeUndefined();
  expect(onProgress).not.toHaveBeenCalled();
  void computation.advance(5, 'paced', 0);
  expect(slicer.waiting).toHaveLength(0);
});

import { describe, expect, test } from '@jest/globals';
import { coarseStride, isOnCoarseGrid, REPLAY_PER_STEP_MAX } from '@webfaulon/protocol';
import fc from 'fast-check';
import type { RecordBlock } from '../annealing/slice.ts';
import { RecordLog } from './record-log.ts';

/** Records that tell their step in every field. */
function blockOf(steps: readonly number[]): RecordBlock {
  const column = steps.map((step) => step);
  return {
    step: column,
    accepted: steps.map((step) => step % 2 === 0),
    current_energy: column,
    best_energy: column,
    accepted_moves: column,
    rejected_moves: column,
    invalid_moves: column,
    disconnected_moves: column,
    component_scores: [column, steps.map((step) => -step)],
    smiles: ['best', ...steps.map((step) => `current ${step}`)],
    current: steps.map((_, i) => i + 1),
    best: steps.map(() => 0),
  };
}

function recordOf(step: number) {
  return {
    step,
    accepted: step % 2 === 0,
    current_energy: step,
    best_energy: step,
    accepted_moves: step,
    rejected_moves: step,
    invalid_moves: step,
    disconnected_moves: step,
    component_scores: [step, -step],
    current_smiles: `current ${step}`,
    best_isomer: 'best',
  };
}

/** The steps of (from, to] that a slice records. */
function recorded(from: number, to: number, every: number, totalSteps: number): number[] {
  const steps: number[] = [];
  for (let step = from + 1; step <= to; step++) {
    if (step % every === 0 || step === totalSteps) steps.push(step);
  }
  return steps;
}

const anyRun = fc.record({
  totalSteps: fc.integer({ min: 1, max: 300 }),
  every: fc.integer({ min: 1, max: 40 }),
  lengths: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 10 }),
});

test('has every record that was added, whatever the stride, the slices and the uneven last step', () => {
  fc.assert(
    fc.property(anyRun, ({ totalSteps, every, lengths }) => {
      const log = new RecordLog(totalSteps);
      let computed = 0;
      for (let i = 0; computed < totalSteps; i++) {
        const end = Math.min(totalSteps, computed + lengths[i % lengths.length]!);
        log.add(blockOf(recorded(computed, end, every, totalSteps)));
        computed = end;
        log.trim(computed, totalSteps, REPLAY_PER_STEP_MAX);
      }
      const steps = Array.from({ length: totalSteps + 2 }, (_, step) => step);
      const isRecorded = new Set(recorded(0, totalSteps, every, totalSteps));
      const expected = steps.map((step) => (isRecorded.has(step) ? recordOf(step) : undefined));
      expect(steps.map((step) => log.get(step))).toEqual(expected);
    }),
  );
});

const KEPT = 3000;

describe('of a long run, step by step in slices of 700', () => {
  const totalSteps = 100_001;
  const stride = coarseStride(totalSteps);
  const log = new RecordLog(totalSteps);
  let most = 0;
  for (let computed = 0; computed < totalSteps; computed += 700) {
    const end = Math.min(totalSteps, computed + 700);
    log.add(blockOf(recorded(computed, end, 1, totalSteps)));
    log.trim(end, totalSteps, KEPT);
    let kept = 0;
    // A sample of moments is enough to see growth.
    if (computed % 7000 === 0) for (let step = 1; step <= end; step++) if (log.get(step)) kept++;
    most = Math.max(most, kept);
  }

  test('keeps the latest steps', () => {
    const latest = Array.from({ length: KEPT }, (_, back) => totalSteps - back);
    expect(latest.map((step) => log.get(step)?.step)).toEqual(latest);
  });

  test('keeps the coarse grid for ever, and nothing else of what is old', () => {
    const old = Array.from({ length: totalSteps - KEPT - 700 }, (_, i) => i + 1);
    const kept = old.map((step) => log.get(step)).filter((record) => record !== undefined);
    expect(kept).toEqual(old.filter((step) => isOnCoarseGrid(step, totalSteps)).map(recordOf));
  });

  test('stays bounded: the latest steps, a block, and the grid', () => {
    expect(most).toBeGreaterThan(KEPT);
    expect(most).toBeLessThanOrEqual(KEPT + 700 + Math.ceil(totalSteps / stride));
  });
});

test('trims behind the played step, however far the computing is ahead', () => {
  const totalSteps = 20_000;
  const log = new RecordLog(totalSteps);
  for (let computed = 0; computed < totalSteps; computed += 1000) {
    log.add(blockOf(recorded(computed, computed + 1000, 1, totalSteps)));
  }
  log.trim(KEPT + 999, totalSteps, KEPT);
  expect(log.get(1)).toEqual(recordOf(1));
  log.trim(KEPT + 1000, totalSteps, KEPT);
  expect(log.get(1)).toBeUndefined();
  expect(log.get(1000)).toEqual(recordOf(1000));
  expect(log.get(1001)).toEqual(recordOf(1001));
  expect(log.get(totalSteps)).toEqual(recordOf(totalSteps));
});

test('keeps the last step of a run that ended early, off the grid as it is', () => {
  const log = new RecordLog(100_000);
  log.add(blockOf(recorded(0, 555, 1, 555)));
  log.trim(555, 555, 0);
  expect(log.get(555)).toEqual(recordOf(555));
  expect(log.get(554)).toBeUndefined();
  expect(log.get(400)).toEqual(recordOf(400));
});

import { describe, expect, it } from '@jest/globals';
import { effect, type ReadonlySignal } from '@preact/signals';
import { RunStore } from '../run/run-store.ts';
import { LocalRunner } from '../runner/local-runner.ts';
import { systemClock } from '../runner/runner-clock.ts';
import { StepStore } from './step-store.ts';

const STEPS = 80;
const RUN = {
  formula: 'C8H18',
  initial: 'chain',
  initial_temp: 5,
  cooling_schedule_k: 1,
  steps_per_cycle: STEPS,
  num_cycles: 1,
};

/** A store on a real run that is complete, and what it asks of that run. */
async function watched() {
  const run = new RunStore(new LocalRunner(systemClock));
  const asked: number[] = [];
  let open = 0;
  let mostOpen = 0;
  const { step, state, prepared, revision } = run;
  const points = () => run.points();
  const store = new StepStore({
    step,
    state,
    prepared,
    revision,
    points,
    explainStep: async (n) => {
      asked.push(n);
      mostOpen = Math.max(mostOpen, ++open);
      const explained = await run.explainStep(n);
      open--;
      return explained;
    },
  });
  await run.open(RUN, null);
  await until(run.state, (now) => now === 'complete');
  return { run, store, asked, mostOpen: () => mostOpen };
}

function until<T>(signal: ReadonlySignal<T>, isThere: (value: T) => boolean): Promise<void> {
  return new Promise((resolve) => {
    let isOver = false;
    const stop = effect(() => {
      if (!isThere(signal.value) || isOver) return;
      isOver = true;
      queueMicrotask(() => {
        stop();
        resolve();
      });
    });
  });
}

const explainedAt = (store: StepStore, step: number) => until(store.explained, (now) => now?.step === step);

describe('the step that is looked at', () => {
  it('is not explained while the panel is closed', async () => {
    const { store, asked } = await watched();
    expect(store.step.value).toBe(STEPS);
    expect(store.marked.value).toBeNull();
    expect(asked).toEqual([]);
    store.dispose();
  });

  it('follows the run until one is pinned, and again when it is told to', async () => {
    const { store } = await watched();
    store.open();
    await explainedAt(store, STEPS);
    store.look(7);
    expect(store.pinned.value).toBe(7);
    await explainedAt(store, 7);
    store.lookBy(-1);
    await explainedAt(store, 6);
    expect(store.marked.value).toBe(6);
    store.follow();
    await explainedAt(store, STEPS);
    store.dispose();
  });

  it('is the nearest that is played', async () => {
    const { store } = await watched();
    for (const [wanted, looked] of [
      [0, 1],
      [-5, 1],
      [2.4, 2],
      [1000, STEPS],
    ] as const) {
      store.look(wanted);
      expect(store.pinned.value).toBe(looked);
    }
    store.look(Number.NaN);
    expect(store.pinned.value).toBe(STEPS);
    store.dispose();
  });

  it('is explained one at a time, and what was skipped in between not at all', async () => {
    const { store, asked, mostOpen } = await watched();
    for (let step = 1; step <= 50; step++) store.look(step);
    await explainedAt(store, 50);
    expect(asked).toEqual([1, 50]);
    expect(mostOpen()).toBe(1);
    store.dispose();
  });

  it('is forgotten when the run begins anew', async () => {
    const { run, store } = await watched();
    store.look(3);
    await explainedAt(store, 3);
    await until(store.hasUphill, (has) => has);
    await run.reset();
    expect(store.pinned.value).toBeNull();
    expect(store.explained.value).toBeNull();
    expect(store.hasUphill.value).toBe(false);
    store.look(1);
    expect(store.pinned.value).toBeNull();
    store.dispose();
  });
});

describe('the accepted steps for the worse', () => {
  it('are looked at one after the other, and then from the first again', async () => {
    const { run, store } = await watched();
    const expected: number[] = [];
    for (let step = 1; step <= STEPS; step++) {
      const { outcome, difference } = await run.explainStep(step);
      if (outcome === 'accepted' && difference! > 0) expected.push(step);
    }
    expect(expected.length).toBeGreaterThan(2);
    const looked: number[] = [];
    for (let i = 0; i <= expected.length; i++) {
      expect(await store.lookUphill()).toBe(true);
      looked.push(store.pinned.value!);
    }
    expect(looked).toEqual([...expected, expected[0]]);
    expect(store.isOpen.value).toBe(true);
    store.dispose();
  });
});

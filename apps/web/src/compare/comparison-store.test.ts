import { afterEach, describe, expect, it } from '@jest/globals';
import { RunStore } from '../run/run-store.ts';
import { LocalRunner } from '../runner/local-runner.ts';
import { systemClock } from '../runner/runner-clock.ts';
import { ComparisonStore, MOST_RUNS } from './comparison-store.ts';

const SHARED = { formula: 'C8H18', steps_per_cycle: 400, num_cycles: 1, seed: 1 };
const PLAN = {
  name: 'Annealed',
  configuration: { ...SHARED, initial_temp: 5 },
  companions: [
    { name: 'Hot', remark: 'wanders', configuration: { ...SHARED, schedule: 'constant', initial_temp: 50 } },
  ],
  pace: 100,
} as const;

let runners: LocalRunner[] = [];
const startRunner = () => {
  const runner = new LocalRunner(systemClock);
  runners.push(runner);
  return runner;
};
afterEach(() => {
  for (const runner of runners) runner.dispose();
  runners = [];
});

async function begun(plan: { readonly pace: number | null } = PLAN) {
  const own = new RunStore(startRunner());
  const comparison = new ComparisonStore(own, startRunner);
  await own.open(PLAN.configuration, plan.pace);
  await comparison.begin({ ...PLAN, ...plan });
  return { own, comparison, hot: comparison.others.value[0]!.run };
}

async function until(isThere: () => boolean): Promise<void> {
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the companions of a run', () => {
  it('are played with it', async () => {
    const { own, comparison, hot } = await begun();
    expect(comparison.ownCaption.value).toEqual({ name: 'Annealed', remark: null });
    expect(comparison.others.value.map(({ name }) => name)).toEqual(['Hot']);
    expect(hot.state.value).toBe('running');
    expect(hot.pace.value).toBe(100);
    await own.setPace(50);
    expect(hot.pace.value).toBe(50);
    await until(() => hot.step.value >= 3);
    await own.pause();
    await until(() => hot.state.value === 'paused' && hot.step.value >= own.step.value);
    await own.start();
    await until(() => hot.state.value === 'running');
    await own.reset();
    await until(() => hot.state.value === 'idle');
    expect(hot.step.value).toBe(0);
  });

  it('make a single step with it', async () => {
    const { own, hot } = await begun();
    await own.reset();
    await until(() => hot.state.value === 'idle');
    await own.stepBy(1);
    await until(() => hot.step.value === 1);
    await own.stepBy(2);
    await until(() => hot.step.value === 3);
    expect(own.step.value).toBe(3);
  });

  it('begin again with it, however soon it is started after a reset', async () => {
    const { own, hot } = await begun();
    await until(() => hot.step.value >= 5);
    await own.open({ ...PLAN.configuration, seed: 2 }, 1);
    await until(() => hot.state.value === 'running' && hot.step.value < 3);
    expect(own.state.value).toBe('running');
  });

  it('get the new seed of the run, while runs that were added stay', async () => {
    const { own, comparison, hot } = await begun({ pace: null });
    await comparison.add({ ...SHARED, seed: 5 });
    await own.open({ ...PLAN.configuration, seed: 9 }, null);
    await comparison.reseed(9);
    const seeds = comparison.others.value.map(({ run }) => run.prepared.value!.configuration.seed);
    expect(seeds).toEqual([9, 5]);
    await until(() => hot.state.value === 'complete');
  });
});

describe('runs that are added', () => {
  it('are computed to their end, and removed', async () => {
    const { comparison } = await begun();
    expect(await comparison.add({ ...SHARED, seed: 2 })).toBe(true);
    const { run, id, name } = comparison.others.value[1]!;
    expect(name).toBeNull();
    await until(() => run.state.value === 'complete');
    comparison.remove(id);
    expect(comparison.others.value.map((other) => other.name)).toEqual(['Hot']);
  });

  it('are no more than can be told apart', async () => {
    const { comparison } = await begun({ pace: null });
    const answers: boolean[] = [];
    for (let seed = 2; seed <= MOST_RUNS; seed++) answers.push(await comparison.add({ ...SHARED, seed }));
    expect(answers).toEqual([true, true, true, true, false]);
    expect(comparison.others.value.map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5]);
  });

  it('take the colour that is free', async () => {
    const { comparison } = await begun({ pace: null });
    for (const seed of [2, 3]) await comparison.add({ ...SHARED, seed });
    comparison.remove(comparison.others.value[1]!.id);
    await comparison.add({ ...SHARED, seed: 4 });
    expect(comparison.others.value.map(({ slot }) => slot)).toEqual([1, 3, 2]);
  });

  it('are refused with a reason', async () => {
    const { comparison } = await begun({ pace: null });
    expect(await comparison.add({ ...SHARED, initial: 'CC' })).toBe(false);
    expect(comparison.refusal.value?.pointer).toBe('/initial');
    expect(comparison.others.value).toHaveLength(1);
  });

  it('are gone once another plan begins', async () => {
    const { comparison } = await begun({ pace: null });
    await comparison.begin({ pace: null });
    expect(comparison.others.value).toEqual([]);
    expect(comparison.ownCaption.value.name).toBeNull();
  });
});

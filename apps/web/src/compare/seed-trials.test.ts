import { describe, expect, it } from '@jest/globals';
import { anneal, BUILT_IN_COMPONENTS, resolveConfiguration } from '@webfaulon/sa-core';
import { LocalRunner } from '../runner/local-runner.ts';
import { systemClock } from '../runner/runner-clock.ts';
import { SeedTrials } from './seed-trials.ts';

const candidate = (id: number, initial_temp: number, steps_per_cycle = 200) => ({
  id,
  configuration: resolveConfiguration(
    { formula: 'C8H18', initial_temp, steps_per_cycle, num_cycles: 1 },
    BUILT_IN_COMPONENTS,
  ),
});

describe('trials with other seeds', () => {
  it('tell the best score of each of ten seeds, and of ten more', async () => {
    const trials = new SeedTrials(() => new LocalRunner(systemClock));
    const [one, two] = [candidate(1, 5), candidate(2, 1e-6)];
    await trials.tryMore([one]);
    // The second candidate catches up.
    await trials.tryMore([one, two]);
    for (const { id, configuration } of [one, two]) {
      const expected = Array.from({ length: 20 }, (_, i) => {
        return [...anneal({ ...configuration, seed: i + 1 }, { every: 200 })].at(-1)!.bestEnergy;
      });
      expect(trials.bestScores.value.get(id)).toEqual(expected);
    }
    expect(trials.isRunning.value).toBe(false);
    trials.forgetAll();
  });

  it('can be stopped, and go on', async () => {
    const trials = new SeedTrials(() => new LocalRunner(systemClock));
    const long = candidate(1, 5, 1_000_000_000);
    void trials.tryMore([long]);
    expect(trials.isRunning.value).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    trials.stop();
    expect(trials.isRunning.value).toBe(false);
    expect(trials.bestScores.value.get(1)).toBeUndefined();
    await trials.tryMore([candidate(1, 5)]);
    expect(trials.bestScores.value.get(1)).toHaveLength(10);
    trials.forgetAll();
  });

  it('are forgotten on demand', async () => {
    const trials = new SeedTrials(() => new LocalRunner(systemClock));
    await trials.tryMore([candidate(1, 5)]);
    trials.forget(1);
    expect(trials.bestScores.value.size).toBe(0);
    trials.forgetAll();
  });
});

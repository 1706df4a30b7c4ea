import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type GoldenRun, goldenRun } from '../testing/golden-run.ts';
import { GOLDEN_RUNS } from '../testing/golden-runs.ts';
import { ALGORITHM_VERSION } from './defaults.ts';

const FOLDER = new URL('../fixtures/golden/', import.meta.url);
const fileOf = (name: string) => new URL(`${name}.json`, FOLDER);

/**
 * Only a change that raises ALGORITHM_VERSION may change these files; UPDATE_GOLDEN_RUNS=<the new version> npm test writes
 * them anew. With any other number nothing is written, so that no habit and no CI can do it by mistake.
 */
if (process.env['UPDATE_GOLDEN_RUNS'] === String(ALGORITHM_VERSION)) {
  for (const [name, configuration] of Object.entries(GOLDEN_RUNS)) {
    writeFileSync(fileOf(name), `${JSON.stringify(goldenRun(configuration), null, 2)}\n`);
  }
}

const read = (name: string) => JSON.parse(readFileSync(fileOf(name), 'utf8')) as GoldenRun;

describe('a golden run changes only together with ALGORITHM_VERSION, and then on purpose', () => {
  test.each(Object.keys(GOLDEN_RUNS))('%s is the same bit for bit as when it was written', (name) => {
    const run = goldenRun(GOLDEN_RUNS[name]!);
    const golden = read(name);
    // The samples first: they show where a difference begins.
    expect(run.samples).toEqual(golden.samples);
    expect(run).toEqual(golden);
  });

  test.each(Object.keys(GOLDEN_RUNS))('%s was written by this version of the algorithm', (name) => {
    expect(read(name).configuration.algorithm_version).toBe(ALGORITHM_VERSION);
  });

  test('each file belongs to a run', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(
      Object.keys(GOLDEN_RUNS)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  test('the digest of a run depends on every bit of it: another seed, a floor one bit higher, one step less', () => {
    const configuration = GOLDEN_RUNS['C6H14-default']!;
    const digests = [
      configuration,
      { ...configuration, seed: 43 },
      { ...configuration, steps_per_cycle: 1999, num_cycles: 1 },
      { ...configuration, component_weights: { wiener_index: 1 + Number.EPSILON } },
    ].map((other) => goldenRun(other).digest);
    expect(new Set(digests).size).toBe(4);
  });
});

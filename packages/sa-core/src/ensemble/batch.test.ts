import { describe, expect, test } from '@jest/globals';
import { anneal } from '../annealing/anneal.ts';
import { SaCoreError } from '../errors.ts';
import { canonicalKekuleSmiles } from '../molecule/smiles-writer.ts';
import { type BatchTask, computeBatch, errorOf } from './batch.ts';
import { moduleAddress } from './component-module.ts';

const DOUBLE_BONDS = new URL('../testing/components/double-bonds.js', import.meta.url);
const TASK: BatchTask = {
  configuration: { formula: 'C6H8', component_weights: { double_bonds: 1 }, optimization_mode: 'MAXIMIZE' },
  seeds: [1, 2],
  componentModule: DOUBLE_BONDS.href,
  discover: false,
};

describe('a batch', () => {
  test('is the runs of its seeds', async () => {
    const { runs, fault } = await computeBatch(TASK);
    expect(fault).toBeUndefined();
    expect(runs.map(({ seed, bestEnergy }) => [seed, bestEnergy])).toEqual([
      [1, 3],
      [2, 3],
    ]);
  });

  test('tells of a run what anneal tells, and the isomers that it met', async () => {
    const configuration = { formula: 'C4H8O', steps_per_cycle: 100, num_cycles: 1, seed: 9 };
    const task = { ...TASK, configuration, seeds: [9], componentModule: undefined, discover: 1000 };
    const [run] = (await computeBatch(task)).runs;
    const steps = [...anneal(configuration)];
    const last = steps.at(-1)!;
    expect(run).toMatchObject({ steps: 100, bestSmiles: canonicalKekuleSmiles(last.best) });
    expect(run!.discovery!.visits.reduce((sum, visits) => sum + visits, 0)).toBe(100);
    expect(run!.acceptedMoves + run!.rejectedMoves + run!.invalidMoves + run!.disconnectedMoves).toBe(100);
  });

  test('ends at a seed that fails, and tells the runs before it', async () => {
    const { runs, fault } = await computeBatch({ ...TASK, seeds: [1, 0.5, 2] });
    expect(runs.map(({ seed }) => seed)).toEqual([1]);
    expect(fault).toMatchObject({ code: 'configuration_value', pointer: '/seed' });
    expect(errorOf(fault!)).toBeInstanceOf(SaCoreError);
    expect(errorOf(fault!).cause).toMatchObject({ message: fault!.message });
  });

  test('has no runs without its module', async () => {
    const { runs, fault } = await computeBatch({ ...TASK, componentModule: `${DOUBLE_BONDS.href}.missing` });
    expect([runs, fault?.code]).toEqual([[], 'component_module']);
    const noComponents = await computeBatch({ ...TASK, componentModule: 'data:text/javascript,' });
    expect(noComponents.fault).toMatchObject({
      code: 'component_module',
      cause: { stack: expect.any(String) },
    });
  });
});

describe('the address of a module', () => {
  test('is itself, or counts from the working directory if it is a path', () => {
    expect(moduleAddress(DOUBLE_BONDS)).toBe(DOUBLE_BONDS.href);
    expect(moduleAddress('https://example.org/score.js')).toBe('https://example.org/score.js');
    expect(moduleAddress('my score.js')).toBe(`file://${process.cwd()}/my%20score.js`);
    expect(moduleAddress('/a/b.js')).toBe('file:///a/b.js');
  });
});

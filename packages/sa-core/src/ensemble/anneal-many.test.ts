import { getEventListeners } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Configuration } from '../annealing/configuration.ts';
import type { AnnealManyOptions } from './anneal-many.ts';
import type { AnnealedRun } from './annealed-run.ts';

// The threads need compiled JavaScript, so these tests run on what the build has written.
const DIST = new URL('../../dist/index.js', import.meta.url).href;
const { anneal, annealMany, canonicalKekuleSmiles, discoveredIsomers, SaCoreError } = (await import(
  DIST
)) as typeof import('../index.ts');
// Threads take their time to start where other tests run beside these.
jest.setTimeout(30_000);

const module = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;
const DOUBLE_BONDS = new URL('../testing/components/double-bonds.js', import.meta.url);

/** A module whose score is the number of atoms, but for what it does first. */
const scoring = (statement: string) =>
  module(`export default { name: 'own', version: 1, description: 'd', unit: '1', resolution: 1,
    score: (graph) => { ${statement}; return graph.elements.length; } }`);
const OWN: Configuration = {
  formula: 'C5H10',
  component_weights: { own: 1 },
  steps_per_cycle: 50,
  num_cycles: 1,
};

async function all(
  configuration: Configuration,
  seeds: Iterable<number>,
  options?: AnnealManyOptions,
): Promise<AnnealedRun[]> {
  const runs: AnnealedRun[] = [];
  for await (const run of annealMany(configuration, seeds, options)) runs.push(run);
  return runs;
}

const refusalOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SaCoreError);
  return error as InstanceType<typeof SaCoreError>;
};

describe('annealMany', () => {
  test('makes the runs of anneal, in the order of the seeds', async () => {
    const configuration = { formula: 'C8H12O', steps_per_cycle: 400 };
    const seeds = [5, -7, 5, 1795000000000, ...Array.from({ length: 40 }, (_, i) => i)];
    const runs = await all(configuration, seeds, { threads: 2 });
    expect(runs.map(({ seed }) => seed)).toEqual(seeds);
    for (const run of runs.slice(0, 10)) {
      const steps = [...anneal({ ...configuration, seed: run.seed })];
      const last = steps.at(-1)!;
      expect(run).toMatchObject({
        configuration: { formula: 'C8H12O', seed: run.seed, min_temp: 0.5 },
        steps: 1600,
        bestEnergy: last.bestEnergy,
        bestSmiles: canonicalKekuleSmiles(last.best),
        acceptedMoves: last.acceptedMoves,
        rejectedMoves: last.rejectedMoves,
        invalidMoves: last.invalidMoves,
        disconnectedMoves: last.disconnectedMoves,
      });
    }
  });

  test('makes the same runs whatever the number of threads', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.maxSafeInteger(), { maxLength: 20 }),
        fc.integer({ min: 2, max: 4 }),
        fc.constantFrom(1, 60, 3000),
        async (seeds, threads, steps_per_cycle) => {
          const configuration = { formula: 'C6H12', steps_per_cycle, num_cycles: 1 };
          const runs = await all(configuration, seeds, { threads, discover: 3 });
          expect(runs).toEqual(await all(configuration, seeds, { threads: 1, discover: 3 }));
          expect(runs).toHaveLength(seeds.length);
        },
      ),
      { numRuns: 6, seed: 1996 },
    );
  });

  test('discovers the isomers of each run if it is asked to, and knows then the step of the best', async () => {
    const configuration = { formula: 'C6H14', steps_per_cycle: 300, num_cycles: 1 };
    const [plain] = await all(configuration, [3]);
    expect([plain!.discovery, plain!.bestStep]).toEqual([undefined, undefined]);
    const [run] = await all(configuration, [3], { discover: true });
    expect(discoveredIsomers(run!.discovery!).map(({ smiles }) => smiles)).toContain('CCC(C)(C)C');
    const steps = [...anneal({ ...configuration, seed: 3 })];
    const first = steps.find(({ currentEnergy }) => currentEnergy === run!.bestEnergy);
    expect(run!.bestStep).toBe(first!.step);
    expect((await all(configuration, [3], { discover: 2 }))[0]!.discovery!.codes).toHaveLength(2);
  });

  test('scores by the components of a module, wherever they are exported', async () => {
    const configuration = {
      formula: 'C6H8',
      component_weights: { double_bonds: 1 },
      optimization_mode: 'MAXIMIZE' as const,
    };
    const [run] = await all(configuration, [1], { componentModule: DOUBLE_BONDS });
    expect(run!.bestEnergy).toBe(3);
    const path = fileURLToPath(DOUBLE_BONDS);
    expect(await all(configuration, [1], { componentModule: path })).toEqual([run]);
    const [other] = await all(OWN, [1], { componentModule: scoring('') });
    expect(other).toMatchObject({
      initialEnergy: 5,
      bestEnergy: 5,
      configuration: { component_versions: { own: 1 } },
    });
    const alone = module(`export { default as component } from ${JSON.stringify(scoring(''))}`);
    expect(await all(OWN, [1], { componentModule: alone })).toEqual([other]);
  });

  test('takes seeds only some way ahead of what is consumed, and ends the threads when the loop is left', async () => {
    let taken = 0;
    function* endless() {
      for (;;) yield taken++;
    }
    let told = 0;
    for await (const { seed } of annealMany({ formula: 'C6H14' }, endless(), { threads: 2 })) {
      expect(seed).toBe(told++);
      expect(taken - told).toBeLessThan(100);
      if (told === 200) break;
    }
    expect(told).toBe(200);
  });

  test('has nothing to tell where there are no seeds', async () => {
    expect(await all({ formula: 'C6H14' }, [])).toEqual([]);
  });
});

describe('annealMany refuses', () => {
  test('a wrong configuration, before it takes a seed', async () => {
    const untouched: Iterable<number> = {
      [Symbol.iterator]: () => {
        throw new Error('taken');
      },
    };
    expect((await refusalOf(all({ formula: 'C6H13' }, untouched))).code).toBe('formula_hydrogen_parity');
    expect((await refusalOf(all(OWN, untouched))).code).toBe('component_unknown');
  });

  test('a seed that is none, after the runs before it', async () => {
    const runs: number[] = [];
    const failing = (async () => {
      for await (const { seed } of annealMany({ formula: 'C6H14' }, [1, 2, 3, 0.5, 4])) runs.push(seed);
    })();
    expect(await refusalOf(failing)).toMatchObject({ code: 'configuration_value', pointer: '/seed' });
    expect(runs).toEqual([1, 2, 3]);
  });

  test('a module that is missing, or exports no component', async () => {
    const missing = await refusalOf(all(OWN, [1], { componentModule: '/no/such/module.js' }));
    expect([missing.code, missing.message]).toEqual([
      'component_module',
      expect.stringContaining('/no/such/module.js cannot be imported: '),
    ]);
    expect(missing.cause).toHaveProperty('message');
    const empty = await refusalOf(all(OWN, [1], { componentModule: module('export const x = 1') }));
    expect([empty.code, empty.message]).toEqual([
      'component_module',
      expect.stringContaining('exports no scoring'),
    ]);
  });

  test('a score that throws, with its words', async () => {
    const error = await refusalOf(all(OWN, [8], { componentModule: scoring("throw new Error('no data')") }));
    expect([error.code, error.message]).toEqual(['run_failed', 'The run of seed 8 failed: no data']);
    expect(error.cause).toMatchObject({ message: 'no data', stack: expect.stringContaining('score') });
    const text = await refusalOf(all(OWN, [8], { componentModule: scoring("throw 'no data'") }));
    expect(text.message).toBe('The run of seed 8 failed: no data');
  });

  test('a score that is no number', async () => {
    const error = await refusalOf(all(OWN, [8], { componentModule: scoring('return NaN') }));
    expect(error.code).toBe('component_invalid');
  });

  test('to go on when a thread dies, and says how', async () => {
    const exits = scoring('process.exit(7)');
    expect(await refusalOf(all(OWN, [1, 2, 3], { componentModule: exits, threads: 2 }))).toMatchObject({
      code: 'worker_failed',
      message: expect.stringContaining('exit code 7'),
    });
    const throws = scoring("queueMicrotask(() => { throw new Error('late') })");
    const dead = refusalOf(all(OWN, [1, 2], { componentModule: throws }));
    expect(await dead).toMatchObject({ code: 'worker_failed', message: expect.stringContaining('late') });
  });

  test('a configuration that cannot be sent to a thread', async () => {
    const configuration = { formula: 'C6H14', note: () => 1 } as Configuration;
    expect((await refusalOf(all(configuration, [1]))).code).toBe('worker_failed');
  });

  test('a number of threads that is none', async () => {
    await expect(all({ formula: 'C6H14' }, [1], { threads: 0 })).rejects.toThrow(RangeError);
  });
});

describe('annealMany with a signal', () => {
  const endlessScore = scoring('for (;;);');

  test('ends its threads, whatever they are at, and throws the reason', async () => {
    const controller = new AbortController();
    const running = all(OWN, [1, 2, 3], {
      componentModule: endlessScore,
      threads: 2,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(new Error('enough')), 100);
    await expect(running).rejects.toThrow('enough');
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  test('does not start if it is aborted already', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(all(OWN, [1], { componentModule: endlessScore, signal })).rejects.toThrow('too late');
  });

  test('stops between two runs that are computed', async () => {
    const controller = new AbortController();
    const runs: number[] = [];
    const running = (async () => {
      const options = { signal: controller.signal };
      for await (const { seed } of annealMany({ formula: 'C6H14' }, Array(90).keys(), options)) {
        runs.push(seed);
        if (seed === 5) controller.abort(new Error('enough'));
      }
    })();
    await expect(running).rejects.toThrow('enough');
    expect(runs).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

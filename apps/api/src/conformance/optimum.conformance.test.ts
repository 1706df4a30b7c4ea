import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CompleteEvent } from '@webfaulon/protocol';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const SEEDS = Array.from({ length: 4 }, (_, i) => i + 1);
const RUN = { steps_per_second: null, steps_per_cycle: 5000, num_cycles: 8 };

/** The least and the greatest Wiener index of all isomers of a formula, found by generating them all. */
const OPTIMA = readFileSync(new URL('./isomer-optima.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const [formula = '', minimum, maximum] = line.split('\t');
    return [
      ['MINIMIZE', formula, Number(minimum)],
      ['MAXIMIZE', formula, Number(maximum)],
    ] as const;
  });

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.stop());

async function bestOf(configuration: object): Promise<CompleteEvent> {
  const id = await server.configureAndStart(configuration);
  const { complete } = await server.watch(id, '?svg=none&every=40000');
  return complete[0]!;
}

test('the list has six formulas, both ways', () => {
  expect(OPTIMA).toHaveLength(12);
  expect(OPTIMA).toContainEqual(['MINIMIZE', 'C10H16', 89]);
  expect(OPTIMA).toContainEqual(['MAXIMIZE', 'C10H16', 165]);
});

test.each(OPTIMA)(
  '%s %s: every one of four seeds reaches the exhaustive optimum %i',
  async (optimization_mode, formula, optimum) => {
    const runs = SEEDS.map((seed) => bestOf({ ...RUN, formula, optimization_mode, seed }));
    const energies = (await Promise.all(runs)).map(({ best_energy }) => best_energy);
    const sign = optimization_mode === 'MINIMIZE' ? 1 : -1;
    expect(energies.filter((energy) => sign * (energy - optimum) < 0)).toEqual([]);
    expect(energies.filter((energy) => energy === optimum).length).toBe(SEEDS.length);
  },
);

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalSmiles } from '@webfaulon/chemistry';
import { type Configuration, readSmiles } from '@webfaulon/sa-core';
import { ApiServer } from '../../../../scripts/support/api-server.ts';
import { LocalRunner } from './local-runner.ts';
import type { StepRecord } from './run-records.ts';
import type { Runner } from './runner.ts';
import { systemClock } from './runner-clock.ts';
import { ServerRunner } from './server-runner.ts';
import { WatchedRunner } from './testing/watched-runner.ts';

const RUNS: readonly Configuration[] = [
  { formula: 'C10H16', seed: 42 },
  { formula: 'C8H18', seed: -7, initial: 'chain', optimization_mode: 'MAXIMIZE', proposal: 'atoms' },
  { formula: 'C8H10N4O2', seed: 2 ** 53 - 1, component_weights: { balaban_j: 0.3, wiener_index: 1 } },
  { formula: 'C10H8', seed: 3, schedule: 'automatic', reheat: true, restart: 'best', hastings: true },
  { formula: 'C6H12O6', seed: 4, steps_per_cycle: 20_000, filters: ['no-peroxides'] },
];

let server: ApiServer;
const open: Runner[] = [];

beforeAll(async () => {
  server = await ApiServer.start();
}, 20_000);
afterEach(() => {
  for (const runner of open.splice(0)) runner.dispose();
});
afterAll(() => server.kill());

async function trace(runner: Runner, configuration: Configuration) {
  open.push(runner);
  const watched = new WatchedRunner(runner);
  const prepared = await runner.configure(configuration, null);
  await runner.start();
  await watched.until(() => watched.state === 'complete');
  return { prepared, records: watched.records };
}

describe('the same configuration and seed', () => {
  for (const configuration of RUNS) {
    it(`give the same run in the browser as on the server: ${JSON.stringify(configuration)}`, async () => {
      const local = await trace(new LocalRunner(systemClock), configuration);
      const distant = await trace(new ServerRunner(server.url, systemClock), configuration);
      expect(distant.prepared).toEqual(local.prepared);
      expect(local.records.length).toBeGreaterThan(400);
      // Every number to its last bit, and every molecule; a server may write the best one in its aromatic form.
      expect(distant.records.map(withoutBest)).toEqual(local.records.map(withoutBest));
      expect(bestOfEach(distant.records)).toEqual(bestOfEach(local.records));
    });
  }
});

function withoutBest({ bestSmiles: _, ...record }: StepRecord): Omit<StepRecord, 'bestSmiles'> {
  return record;
}

/** The molecules that were best, each with the step from which on it was, in a form that anybody writes. */
function bestOfEach(records: readonly StepRecord[]): [number, string][] {
  const changes = records.filter(({ bestSmiles }, i) => bestSmiles !== records[i - 1]?.bestSmiles);
  return changes.map(({ step, bestSmiles }) => [step, canonicalSmiles(readSmiles(bestSmiles))]);
}

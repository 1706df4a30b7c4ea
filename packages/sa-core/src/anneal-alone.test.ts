import { expect, test } from '@jest/globals';
import { anneal as annealAlone } from './anneal-alone.ts';
import { anneal } from './annealing/anneal.ts';
import type { Configuration } from './annealing/configuration.ts';
import { refusalOf } from './testing/refusal.ts';

test.each<[string, Configuration]>([
  ['by default', { formula: 'C10H22' }],
  ['from the chain', { formula: 'C8H10', initial: 'chain', proposal: 'atoms' }],
  ['with filters', { formula: 'C6H10O2', filters: ['no-peroxides', 'no-cumulenes'], restart: 'best' }],
  [
    'with temperatures found',
    { formula: 'C10H16', component_weights: { hosoya_z: 1 }, schedule: 'automatic' },
  ],
  ['with random restarts', { formula: 'C9H8O4', restart: 'random', stop_at_score: 150 }],
])('anneal alone makes the run of the whole package, %s', (_, changes) => {
  const configuration = { steps_per_cycle: 300, num_cycles: 2, ...changes };
  const steps = [...annealAlone(configuration, { every: 50 })];
  expect(steps).toEqual([...anneal(configuration, { every: 50 })]);
  expect(steps.length).toBeGreaterThan(0);
});

test('it starts at no SMILES, and says who does', () => {
  const refused = (changes: Partial<Configuration>) =>
    refusalOf(() => annealAlone({ formula: 'C4H10', ...changes }).next());
  for (const changes of [{ initial: 'CC(C)C' }, { initial: 'CC(C)C', filters: ['no-peroxides'] }]) {
    expect(refused(changes)).toMatchObject({ code: 'configuration_value', pointer: '/initial' });
    expect(refused(changes)!.message).toContain('anneal of @webfaulon/sa-core starts at a SMILES');
  }
  expect(refused({ initial: 'chain' })).toBeUndefined();
});

import { describe, expect, it } from '@jest/globals';
import { SetupStore } from './setup-store.ts';

function faultsOf(...changes: readonly Parameters<SetupStore['change']>[0][]): [string, string][] {
  const store = new SetupStore();
  for (const change of [{ formula: 'C8H18' }, ...changes]) store.change(change);
  return [...store.faults.value];
}

describe('what sa-core says of a setup', () => {
  it('is nothing where it would run, with any schedule and component', () => {
    expect(faultsOf()).toEqual([]);
    expect(faultsOf({ schedule: 'automatic', component_weights: { logp: 1, tpsa: 0.1 } })).toEqual([]);
  });

  for (const [field, change] of [
    ['initial', { initial: 'CCO' }],
    ['initial', { formula: 'C3H6', initial: 'C1CC1', filters: ['no-three-membered-rings'] }],
    ['component_weights', { formula: 'C40H82', component_weights: { hosoya_z: 1 } }],
    ['component_targets', { component_targets: { tpsa: 20 } }],
    ['restart', { restart: 'random', proposal: 'fixed-hydrogens' }],
    ['num_cycles', { steps_per_cycle: 2 ** 40, num_cycles: 2 ** 20 }],
    ['formula', { formula: 'C2H9' }],
  ] as const) {
    it(`stands at the field ${field}`, () => {
      const faults = faultsOf(change);
      expect(faults.map(([name]) => name)).toEqual([field]);
      expect(faults[0]![1].length).toBeGreaterThan(20);
    });
  }

  it('waits until every field is within its range', () => {
    expect(faultsOf({ initial: 'CCO', num_cycles: 0 }).map(([name]) => name)).toEqual(['num_cycles']);
  });
});

describe('what a server has refused', () => {
  it('stands at its field until something is changed', () => {
    const store = new SetupStore();
    store.change({ formula: 'C8H18' });
    store.refuse('/steps_per_cycle', 'That is more than this server computes.');
    expect([...store.faults.value]).toEqual([['steps_per_cycle', 'That is more than this server computes.']]);
    store.change({ seed: 1 });
    expect(store.faults.value.size).toBe(0);
  });

  it('stands nowhere if it names no field', () => {
    const store = new SetupStore();
    store.change({ formula: 'C8H18' });
    store.refuse('', 'The server cannot be reached.');
    expect(store.faults.value.size).toBe(0);
  });
});

import { describe, expect, it } from '@jest/globals';
import { SetupStore } from './setup-store.ts';

describe('the setup of the next run', () => {
  it('begins with the defaults, and lacks nothing but a formula', () => {
    const store = new SetupStore();
    expect(store.setup.value.initial_temp).toBe(100);
    expect([...store.faults.value.keys()]).toEqual(['formula']);
  });

  it('tells what is wrong, and no more once it is mended', () => {
    const store = new SetupStore();
    store.set('formula', 'C6H14');
    store.set('num_cycles', 0);
    expect(store.faults.value.get('num_cycles')).toContain('Cycles must be a whole number');
    store.set('num_cycles', 1);
    expect(store.faults.value.size).toBe(0);
  });

  it('goes back to the defaults, and keeps the formula', () => {
    const store = new SetupStore();
    store.change({ formula: 'C8H18', seed: 7, schedule: 'constant' });
    store.toDefaults();
    expect(store.setup.value).toMatchObject({ formula: 'C8H18', seed: 42, schedule: 'f_k' });
  });

  it('takes a plan, with defaults for what that leaves out', () => {
    const store = new SetupStore();
    store.set('seed', 7);
    store.load({ configuration: { formula: 'C8H18', initial_temp: 5, algorithm_version: 1 }, pace: 10 });
    expect(store.setup.value).toMatchObject({ formula: 'C8H18', initial_temp: 5, seed: 42 });
    expect(store.setup.value).not.toHaveProperty('algorithm_version');
  });
});

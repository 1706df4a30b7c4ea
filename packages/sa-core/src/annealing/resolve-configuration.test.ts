import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_WEIGHT } from '../scoring/objective.ts';
import { resolve } from '../testing/half-component.ts';
import { refusalOf } from '../testing/refusal.ts';
import type { Configuration } from './configuration.ts';
import { configurationHash } from './configuration-hash.ts';

const configurations: fc.Arbitrary<Configuration> = fc.record(
  {
    formula: fc.constantFrom('C6H14', 'C10H16', 'CH3CH2OH', 'C2H4Cl2'),
    initial_temp: fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true }),
    cooling_schedule_k: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    steps_per_cycle: fc.integer({ min: 1, max: 1e6 }),
    num_cycles: fc.integer({ min: 1, max: 1e6 }),
    optimization_mode: fc.constantFrom('MINIMIZE' as const, 'MAXIMIZE' as const),
    seed: fc.maxSafeInteger(),
    component_weights: fc
      .tuple(
        fc.double({ min: 1e-3, max: MAX_WEIGHT, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
      )
      .map(([wiener_index, weight]) => ({ wiener_index, half: weight })),
    min_temp: fc.oneof(fc.constant(null), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })),
    reheat: fc.boolean(),
    proposal: fc.constantFrom('bonds' as const, 'atoms' as const, 'fixed-hydrogens' as const),
    hastings: fc.boolean(),
    component_targets: fc.constantFrom({}),
    filters: fc.constantFrom([], ['no-cumulenes'], ['no-four-membered-rings', 'no-peroxides']),
    initial: fc.constantFrom('random', 'chain'),
    // "automatic" keeps no temperature that was given; its own tests say what it does.
    schedule: fc.constantFrom('f_k' as const, 'geometric' as const, 'constant' as const),
    // "random" does not go with every proposal; that is a test of its own.
    restart: fc.constantFrom('none' as const, 'best' as const),
    // Minus zero is read as zero; that is a test of its own.
    stop_at_score: fc.oneof(
      fc.constant(null),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((score) => score + 0),
    ),
    stop_after_steps_without_improvement: fc.oneof(fc.constant(null), fc.integer({ min: 1 })),
  },
  { requiredKeys: ['formula'] },
);

test('fills in every default', () => {
  expect(resolve({ formula: 'H16C10' })).toEqual({
    algorithm_version: 1,
    formula: 'C10H16',
    initial_temp: 100,
    cooling_schedule_k: 8,
    steps_per_cycle: 500,
    num_cycles: 4,
    optimization_mode: 'MINIMIZE',
    seed: 42,
    component_weights: { wiener_index: 1 },
    component_versions: { wiener_index: 1 },
    min_temp: 0.5,
    reheat: false,
    proposal: 'bonds',
    hastings: false,
    initial: 'random',
    schedule: 'f_k',
    restart: 'none',
    stop_at_score: null,
    stop_after_steps_without_improvement: null,
    component_targets: {},
    filters: [],
  });
});

test('takes undefined for not given', () => {
  expect(
    resolve({ formula: 'C6H14', seed: undefined, reheat: undefined, algorithm_version: undefined }),
  ).toEqual(resolve({ formula: 'C6H14' }));
});

test('resolved again, also through JSON, is what it was, and has the same hash', () => {
  fc.assert(
    fc.property(configurations, (configuration) => {
      const once = resolve(configuration);
      expect(resolve(once)).toEqual(once);
      const stored = JSON.parse(JSON.stringify(once));
      expect(resolve(stored)).toEqual(once);
      expect(configurationHash(resolve(stored))).toBe(configurationHash(once));
      expect(Object.values(once)).not.toContain(undefined);
    }),
  );
});

test('keeps every value that was given', () => {
  fc.assert(
    fc.property(configurations, (configuration) => {
      const { formula: _, min_temp, component_weights, ...rest } = configuration;
      const resolved = resolve(configuration);
      expect(resolved).toMatchObject(rest);
      if (typeof min_temp === 'number') expect(resolved.min_temp).toBe(min_temp);
      if (component_weights) expect(resolved.component_weights).toEqual(component_weights);
    }),
  );
});

test('takes half the smallest difference of the objective for the floor, but no more than kT0', () => {
  expect(resolve({ formula: 'C6H14', component_weights: { wiener_index: 4 } }).min_temp).toBe(2);
  expect(resolve({ formula: 'C6H14', component_weights: { wiener_index: 4, half: 2 } }).min_temp).toBe(0.25);
  expect(resolve({ formula: 'C6H14', component_weights: { wiener_index: 4, half: 0 } }).min_temp).toBe(2);
  expect(resolve({ formula: 'C6H14', initial_temp: 0.1 }).min_temp).toBe(0.1);
  expect(resolve({ formula: 'C6H14', min_temp: null }).min_temp).toBe(0.5);
  expect(resolve({ formula: 'C6H14', min_temp: 0 }).min_temp).toBe(0);
  expect(resolve({ formula: 'C6H14', min_temp: 1000 }).min_temp).toBe(1000);
});

test('reads minus zero, which JSON can bring, as zero', () => {
  const resolved = resolve(
    JSON.parse(
      '{"formula": "C6H14", "seed": -0, "min_temp": -0, "cooling_schedule_k": -0, "stop_at_score": -0}',
    ),
  );
  const { seed, min_temp, cooling_schedule_k, stop_at_score } = resolved;
  for (const value of [seed, min_temp, cooling_schedule_k, stop_at_score]) expect(value).toBe(0);
});

test('names the versions of the components that are weighed, and of no others', () => {
  expect(
    resolve({ formula: 'C6H14', component_weights: { half: 1, wiener_index: 0 } }).component_versions,
  ).toEqual({
    half: 7,
  });
});

test('accepts the extremes of what it allows', () => {
  const extremes = [
    { seed: Number.MAX_SAFE_INTEGER },
    { seed: Number.MIN_SAFE_INTEGER },
    { initial_temp: 5e-324 },
    { initial_temp: Number.MAX_VALUE, cooling_schedule_k: Number.MAX_VALUE },
    { steps_per_cycle: Number.MAX_SAFE_INTEGER, num_cycles: 1 },
    { component_weights: { wiener_index: MAX_WEIGHT } },
  ];
  for (const extreme of extremes) expect(resolve({ formula: 'C6H14', ...extreme })).toMatchObject(extreme);
});

test('accepts a part of the versions that are there', () => {
  const weights = { component_weights: { wiener_index: 1, half: 1 } };
  expect(
    resolve({ formula: 'C6H14', ...weights, component_versions: { half: 7 } }).component_versions,
  ).toEqual({
    half: 7,
    wiener_index: 1,
  });
});

describe('targets', () => {
  const weights = { component_weights: { wiener_index: 1, half: 1 } };

  test('are resolved in name order, a minus zero as zero', () => {
    const resolved = resolve({
      formula: 'C6H14',
      ...weights,
      component_targets: { wiener_index: 30, half: -0 },
    });
    expect(Object.entries(resolved.component_targets)).toEqual([
      ['half', 0],
      ['wiener_index', 30],
    ]);
  });

  test('keep the floor that fits the score', () => {
    expect(resolve({ formula: 'C6H14', component_targets: { wiener_index: 29.75 } }).min_temp).toBe(0.5);
  });

  test('of a component without a weight are refused, pointing at it', () => {
    const error = refusalOf(() => resolve({ formula: 'C6H14', component_targets: { half: 1 } }));
    expect([error?.code, error?.pointer]).toEqual(['component_target', '/component_targets/half']);
  });
});

describe('filters', () => {
  test('are resolved in order, each once', () => {
    const filters = ['no-peroxides', 'no-cumulenes', 'no-peroxides'];
    expect(resolve({ formula: 'C6H14', filters }).filters).toEqual(['no-cumulenes', 'no-peroxides']);
  });

  test.each<[string, object, string, string]>([
    ['that do not exist', { filters: ['no-peroxides', 'no-x'] }, 'filter_unknown', '/filters/1'],
    [
      'that leave no isomer',
      { formula: 'CO2', filters: ['no-cumulenes', 'no-three-membered-rings', 'no-peroxides'] },
      'formula_filtered',
      '/filters',
    ],
    [
      'that leave no isomer to a chain',
      { formula: 'H2O2', initial: 'chain', filters: ['no-peroxides'] },
      'formula_filtered',
      '/filters',
    ],
    [
      'that the start molecule breaks',
      { formula: 'C3H6O2', initial: 'C1OOCC1', filters: ['no-cumulenes', 'no-peroxides'] },
      'configuration_value',
      '/initial',
    ],
  ])('%s are refused', (_, configuration, code, pointer) => {
    const error = refusalOf(() => resolve({ formula: 'C4H8O2', ...configuration }));
    expect([error?.code, error?.pointer]).toEqual([code, pointer]);
  });

  test('that are unknown are pointed at where they stand in the list that was given', () => {
    const filters = ['no-peroxides', 'no-cumulenes', 'a-rule', 'no-peroxides'];
    expect(refusalOf(() => resolve({ formula: 'C6H14', filters }))?.pointer).toBe('/filters/2');
  });

  test('that the start molecule obeys are accepted with it', () => {
    const given = { formula: 'C6H6', initial: 'c1ccccc1', filters: ['no-double-bonds-in-small-rings'] };
    expect(resolve(given)).toMatchObject(given);
  });
});

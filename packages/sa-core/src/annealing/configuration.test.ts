import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BUILT_IN_COMPONENTS } from '../scoring/built-in-components.ts';
import { MAX_WEIGHT } from '../scoring/objective.ts';
import type { ScoringComponent } from '../scoring/scoring-component.ts';
import { refusalOf } from '../testing/refusal.ts';
import { prepareAnnealing } from './annealing.ts';
import type { Configuration, ResolvedConfiguration } from './configuration.ts';
import { configurationHash } from './configuration-hash.ts';
import { resolveConfiguration } from './resolve-configuration.ts';

const half: ScoringComponent = {
  name: 'half',
  version: 7,
  description: 'for tests',
  unit: '1',
  resolution: 0.25,
  score: () => 0.5,
};
const AVAILABLE = [...BUILT_IN_COMPONENTS, half];
const resolve = (configuration: object): ResolvedConfiguration =>
  resolveConfiguration(configuration as Configuration, AVAILABLE);

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

describe('resolveConfiguration', () => {
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
    expect(resolve({ formula: 'C6H14', component_weights: { wiener_index: 4, half: 2 } }).min_temp).toBe(
      0.25,
    );
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

  const number = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    -1,
    '5',
    null,
    true,
    [],
    {},
  ];
  test.each<[string, readonly unknown[]]>([
    ['initial_temp', [...number, 0, -0]],
    ['cooling_schedule_k', number],
    ['min_temp', number.filter((value) => value !== null)],
    ['steps_per_cycle', [...number, 0, 1.5, 2 ** 53]],
    ['num_cycles', [...number, 0, 1.5, 2 ** 53]],
    ['seed', [...number.filter((value) => value !== -1), 1.5, 2 ** 53, -(2 ** 53)]],
    ['optimization_mode', ['minimize', 'BEST', '', null, 1]],
    ['reheat', ['true', 0, 1, null]],
    ['proposal', ['bond', '', null, 1]],
    ['hastings', ['true', 0, 1, null]],
    ['filters', [null, 'no-peroxides', {}, [1], [null]]],
    ['initial', ['', null, 1, {}]],
    ['schedule', ['f8', 'AUTOMATIC', '', null, 1]],
    ['restart', ['worst', '', null, true]],
    ['stop_at_score', number.filter((value) => value !== null && value !== -1)],
    ['stop_after_steps_without_improvement', [...number.filter((value) => value !== null), 0, 1.5, 2 ** 53]],
    ['formula', [null, 6, [], {}, undefined]],
  ])('refuses wrong values of %s and points at it', (field, values) => {
    for (const value of values) {
      const error = refusalOf(() => resolve({ formula: 'C6H14', [field]: value }));
      expect([field, value, error?.code, error?.pointer]).toEqual([
        field,
        value,
        'configuration_value',
        `/${field}`,
      ]);
      expect(error!.message).toContain(field);
    }
  });

  test('refuses random restarts where hydrogens have to stay', () => {
    const fixed = { formula: 'C6H14', proposal: 'fixed-hydrogens' };
    const error = refusalOf(() => resolve({ ...fixed, restart: 'random' }));
    expect([error?.code, error?.pointer]).toEqual(['configuration_value', '/restart']);
    expect(resolve({ ...fixed, restart: 'best' }).restart).toBe('best');
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

  test('refuses more steps in all than can be counted', () => {
    const error = refusalOf(() =>
      resolve({ formula: 'C6H14', steps_per_cycle: 2 ** 30, num_cycles: 2 ** 30 }),
    );
    expect([error?.code, error?.pointer]).toEqual(['configuration_value', '/num_cycles']);
  });

  test.each([
    ['C6H13', 'formula_hydrogen_parity'],
    ['C0H4', 'formula_zero_count'],
    ['c6h14', 'formula_syntax'],
    ['SiC4H12', 'formula_unknown_element'],
    ['C2', 'formula_unsaturated_beyond_bonds'],
  ])('passes on what is wrong with the formula %s, pointing at it', (formula, code) => {
    const error = refusalOf(() => resolve({ formula }));
    expect([error?.code, error?.pointer]).toEqual([code, '/formula']);
    expect(error!.message).toBe((error!.cause as Error).message);
  });

  test.each([
    ['CCCCC', 'smiles_formula_mismatch'],
    ['CCCCCCC', 'smiles_formula_mismatch'],
    ['c1ccccc1', 'smiles_formula_mismatch'],
    ['CCC(', 'smiles_syntax'],
    ['C[N+](C)C', 'smiles_unsupported'],
    ['CC.CCCC', 'smiles_disconnected'],
    ['CC(C)(C)(C)C', 'smiles_valence'],
    ['C'.repeat(1e6), 'smiles_formula_mismatch'],
    [`c1${'c'.repeat(1e5)}1`, 'smiles_formula_mismatch'],
    ['['.repeat(1e5), 'smiles_syntax'],
  ])('passes on what is wrong with the start molecule %.20s, pointing at it', (initial, code) => {
    const error = refusalOf(() => resolve({ formula: 'C6H14', initial }));
    expect([error?.code, error?.pointer]).toEqual([code, '/initial']);
  });

  test.each([
    { algorithm_version: 2 },
    { algorithm_version: 0 },
    { algorithm_version: null },
    { algorithm_version: '1' },
  ])('refuses %p, and says that it would not be the same run', (version) => {
    const error = refusalOf(() => resolve({ formula: 'C6H14', ...version }));
    expect([error?.code, error?.pointer]).toEqual(['version_mismatch', '/algorithm_version']);
    expect(error!.message).toMatch(/not be the same run/);
  });

  test.each<[Record<string, unknown>, RegExp]>([
    [{ wiener_index: 2 }, /version 2 .* this is version 1:/],
    [{ half: 7 }, /a run without it/],
    [{ constructor: 1 }, /a run without it/],
    [JSON.parse('{"__proto__": 1}'), /a run without it/],
  ])('refuses component versions %p', (component_versions, message) => {
    const error = refusalOf(() => resolve({ formula: 'C6H14', component_versions }));
    expect([error?.code, error?.pointer]).toEqual(['version_mismatch', '/component_versions']);
    expect(error!.message).toMatch(message);
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

describe('configurationHash', () => {
  const base = resolve({ formula: 'C6H14' });

  test('is 16 hexadecimal digits, pinned: checkpoints are stored with it', () => {
    expect(configurationHash(base)).toMatch(/^[0-9a-f]{16}$/);
    expect(configurationHash(base)).toMatchInlineSnapshot(`"fc035c0664d6e2a3"`);
  });

  test('does not depend on the order of fields', () => {
    const reversed = Object.fromEntries(Object.entries(base).reverse()) as unknown as ResolvedConfiguration;
    expect(Object.keys(reversed)).not.toEqual(Object.keys(base));
    expect(configurationHash(reversed)).toBe(configurationHash(base));
  });

  test('changes with every field', () => {
    const others = [
      { formula: 'C6H12' },
      { initial_temp: 100.00000000000001 },
      { cooling_schedule_k: 7 },
      { steps_per_cycle: 501 },
      { num_cycles: 5 },
      { optimization_mode: 'MAXIMIZE' },
      { seed: 43 },
      { component_weights: { wiener_index: 2 } },
      { component_weights: { wiener_index: 1, half: 0 } },
      { component_versions: { wiener_index: 2 } },
      { min_temp: 0.25 },
      { reheat: true },
      { proposal: 'atoms' },
      { hastings: true },
      { component_targets: { wiener_index: 0 } },
      { filters: ['no-peroxides'] },
      { initial: 'chain' },
      { algorithm_version: 2 },
      { schedule: 'geometric' },
      { restart: 'best' },
      { stop_at_score: 0 },
      { stop_after_steps_without_improvement: 1 },
    ] as const;
    const hashes = others.map((other) => configurationHash({ ...base, ...other } as ResolvedConfiguration));
    expect(new Set([...hashes, configurationHash(base)]).size).toBe(others.length + 1);
    expect(new Set(others.flatMap(Object.keys))).toEqual(new Set(Object.keys(base)));
  });

  test('tells 20,000 seeds apart, in each of its halves', () => {
    const hashes = Array.from({ length: 20_000 }, (_, seed) => configurationHash({ ...base, seed }));
    expect(new Set(hashes.map((hash) => hash.slice(0, 8))).size).toBeGreaterThan(19_990);
    expect(new Set(hashes.map((hash) => hash.slice(8))).size).toBeGreaterThan(19_990);
  });
});

describe('prepareAnnealing', () => {
  test('derives all that a run needs', () => {
    const annealing = prepareAnnealing({
      formula: 'C2H4Cl2',
      steps_per_cycle: 7,
      num_cycles: 3,
      optimization_mode: 'MAXIMIZE',
    });
    expect(annealing).toMatchObject({
      totalSteps: 21,
      hydrogens: 4,
      sign: -1,
      formula: { C: 2, H: 4, Cl: 2 },
    });
    expect(annealing.elements).toEqual(['C', 'C', 'Cl', 'Cl']);
    expect(prepareAnnealing({ formula: 'CO2' })).toMatchObject({ hydrogens: 0, sign: 1 });
  });

  test('knows components that are handed to it, and they count before built-in ones of the same name', () => {
    const own: ScoringComponent = { ...half, name: 'wiener_index' };
    expect(prepareAnnealing({ formula: 'C6H14' }, [own]).configuration.component_versions).toEqual({
      wiener_index: 7,
    });
    expect(
      refusalOf(() => prepareAnnealing({ formula: 'C6H14', component_weights: { half: 1 } }))?.code,
    ).toBe('component_unknown');
  });
});

test('a component that cannot score so many heavy atoms is refused by its name', () => {
  const configuration = { formula: 'C33H68', component_weights: { hosoya_z: 1 } };
  const error = refusalOf(() => resolveConfiguration(configuration, BUILT_IN_COMPONENTS));
  expect([error?.code, error?.pointer, error?.message]).toEqual([
    'configuration_value',
    '/component_weights/hosoya_z',
    expect.stringMatching(/at most 32 heavy atoms, and the formula has 33/),
  ]);
  const small = resolveConfiguration({ ...configuration, formula: 'C32H66' }, BUILT_IN_COMPONENTS);
  expect(small.component_versions).toEqual({ hosoya_z: 1 });
});

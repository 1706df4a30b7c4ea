import { expect, test } from '@jest/globals';
import { BUILT_IN_COMPONENTS } from '../scoring/built-in-components.ts';
import { resolve } from '../testing/half-component.ts';
import { refusalOf } from '../testing/refusal.ts';
import { resolveConfiguration } from './resolve-configuration.ts';

const number = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, '5', null, true, [], {}];

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

test('refuses more steps in all than can be counted', () => {
  const error = refusalOf(() => resolve({ formula: 'C6H14', steps_per_cycle: 2 ** 30, num_cycles: 2 ** 30 }));
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

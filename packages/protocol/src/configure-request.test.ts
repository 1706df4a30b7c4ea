import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { configureRequest } from './configure-request.ts';
import { resolvedConfiguration } from './session-status.ts';
import { validate } from './validation.ts';

/** The problems of a body that is valid but for what is given; undefined when it is valid. */
function problemsWith(fields: Record<string, unknown>): unknown {
  const result = validate(configureRequest, { formula: 'C10H16', ...fields });
  return result.ok ? undefined : result.problems;
}

function parsedWith(fields: Record<string, unknown>): Record<string, unknown> {
  return configureRequest.parse({ formula: 'C10H16', ...fields });
}

const FORMULA =
  'formula must be element symbols, each with an optional count, such as C10H16 (C6H14, not c6h14).';
const INITIAL_TEMP = 'initial_temp must be a number above 0.';
const COOLING = 'cooling_schedule_k must be a number of at least 0.';
const STEPS = 'steps_per_cycle must be a whole number from 1 to 9007199254740991.';
const CYCLES = 'num_cycles must be a whole number from 1 to 9007199254740991.';
const MODE = 'optimization_mode must be "MINIMIZE" or "MAXIMIZE".';
const SEED = 'seed must be a whole number from -9007199254740991 to 9007199254740991.';
const PACE = 'steps_per_second must be a number from 0.1 to 1000, or null for as fast as possible.';
const MIN_TEMP = 'min_temp must be a number of at least 0, or null for a floor that fits the score.';
const REHEAT = 'reheat must be true or false.';
const PROPOSAL = 'proposal must be "bonds" or "atoms" or "fixed-hydrogens".';
const HASTINGS = 'hastings must be true or false.';
const TARGETS =
  'component_targets must be an object that gives a target to scoring components, such as {"wiener_index": 30}.';
const FILTERS =
  'filters must be a list of any of "no-cumulenes", "no-allenes-in-small-rings", "no-triple-bonds-in-small-rings", "no-double-bonds-in-small-rings", "no-three-membered-rings", "no-four-membered-rings", "no-peroxides", "no-heteroatom-chains".';
const INITIAL = 'initial must be "random", "chain" or a SMILES of the formula.';
const SCHEDULE = 'schedule must be "f_k" or "geometric" or "constant" or "automatic".';
const RESTART = 'restart must be "none" or "random" or "best".';
const TARGET = 'stop_at_score must be a number, or null for no target.';
const PATIENCE =
  'stop_after_steps_without_improvement must be a whole number from 1 to 9007199254740991, or null for never.';
const WEIGHTS =
  'component_weights must be an object that gives a weight to at least one scoring component, such as {"wiener_index": 1}.';
const VERSION = 'algorithm_version must be a whole number from 1 to 9007199254740991.';
const VERSIONS =
  'component_versions must be an object that gives a version to scoring components, such as {"wiener_index": 1}.';

describe('the defaults', () => {
  test('are those of the contract', () => {
    expect(configureRequest.parse({ formula: 'C10H16' })).toEqual({
      formula: 'C10H16',
      initial_temp: 100,
      cooling_schedule_k: 8,
      steps_per_cycle: 500,
      num_cycles: 4,
      optimization_mode: 'MINIMIZE',
      seed: 42,
      component_weights: { wiener_index: 1 },
      component_targets: {},
      steps_per_second: 100,
      min_temp: null,
      reheat: false,
      proposal: 'bonds',
      hastings: false,
      initial: 'random',
      schedule: 'f_k',
      restart: 'none',
      stop_at_score: null,
      stop_after_steps_without_improvement: null,
      filters: [],
    });
  });

  test('are not shared between two configurations', () => {
    const first = configureRequest.parse({ formula: 'C' });
    const second = configureRequest.parse({ formula: 'C' });
    expect(first.component_weights).not.toBe(second.component_weights);
  });
});

describe('a valid field', () => {
  test.each([
    ['initial_temp', 5e-324],
    ['cooling_schedule_k', 0],
    ['steps_per_cycle', 1],
    ['num_cycles', Number.MAX_SAFE_INTEGER],
    ['optimization_mode', 'MAXIMIZE'],
    ['seed', -1],
    ['seed', Number.MIN_SAFE_INTEGER],
    ['seed', 1_760_000_000_000],
    ['steps_per_second', 0.1],
    ['steps_per_second', 1000],
    ['steps_per_second', null],
    ['min_temp', 0],
    ['min_temp', null],
    ['reheat', true],
    ['proposal', 'atoms'],
    ['proposal', 'fixed-hydrogens'],
    ['hastings', true],
    ['component_targets', {}],
    ['component_targets', { wiener_index: -1e12, logp: 2.5 }],
    ['filters', ['no-peroxides', 'no-cumulenes']],
    ['initial', 'chain'],
    ['initial', 'CC(C)C'],
    ['schedule', 'automatic'],
    ['restart', 'best'],
    ['stop_at_score', -12.5],
    ['stop_at_score', null],
    ['stop_after_steps_without_improvement', 1],
    ['stop_after_steps_without_improvement', null],
    ['component_weights', { logp: 1e9, wiener_index: 0 }],
    ['algorithm_version', 3],
    ['component_versions', { wiener_index: 2 }],
  ])('%s: %j passes unchanged', (field, value) => {
    expect(parsedWith({ [field]: value })[field]).toEqual(value);
  });

  test('that is unknown is ignored', () => {
    expect(parsedWith({ colour: 'red' })).not.toHaveProperty('colour');
  });
});

describe('a bad field is told in a sentence', () => {
  test.each([
    ['initial_temp', INITIAL_TEMP, [0, -1, Number.NaN, Number.POSITIVE_INFINITY, '100', null, [], {}, true]],
    ['cooling_schedule_k', COOLING, [-0.1, Number.POSITIVE_INFINITY, '8', null]],
    ['steps_per_cycle', STEPS, [0, -5, 1.5, 2 ** 53, 1e300, '500', null]],
    ['num_cycles', CYCLES, [0, 0.5, 2 ** 53, Number.NaN, null]],
    ['optimization_mode', MODE, ['minimize', '', 1, null, ['MINIMIZE']]],
    ['seed', SEED, [0.5, 2 ** 53, -(2 ** 53), '42', null]],
    ['steps_per_second', PACE, [0, 0.09, 1000.1, -1, Number.POSITIVE_INFINITY, '100']],
    ['min_temp', MIN_TEMP, [-1, Number.POSITIVE_INFINITY, '0']],
    ['reheat', REHEAT, [0, 'true', null]],
    ['proposal', PROPOSAL, ['bond', null, 1]],
    ['hastings', HASTINGS, [0, 'true', null]],
    ['component_targets', TARGETS, [null, [], 30, 'wiener_index']],
    ['filters', FILTERS, [null, {}, 'no-peroxides', new Array(65).fill('no-peroxides')]],
    ['initial', INITIAL, ['', 1, null, {}]],
    ['schedule', SCHEDULE, ['f8', '', null, 1]],
    ['restart', RESTART, ['worst', null, true]],
    ['stop_at_score', TARGET, ['28', Number.NaN, Number.POSITIVE_INFINITY, true]],
    ['stop_after_steps_without_improvement', PATIENCE, [0, -1, 1.5, 2 ** 53, '5']],
    ['component_weights', WEIGHTS, [null, [], 'wiener_index', 1, true]],
    ['algorithm_version', VERSION, [0, 1.5, '1', null]],
    ['component_versions', VERSIONS, [null, [], 1]],
  ])('%s', (field, detail, values) => {
    for (const value of values) {
      expect(problemsWith({ [field]: value })).toEqual([{ pointer: `/${field}`, detail }]);
    }
  });

  test.each([['a start molecule', 'initial', 2000, 'C'.repeat(2000)]])(
    '%s has a greatest length',
    (_, field, most, longest) => {
      expect(problemsWith({ [field]: longest })).toBeUndefined();
      expect(problemsWith({ [field]: `${longest}C` })).toEqual([
        { pointer: `/${field}`, detail: `${field} must have at most ${most} characters.` },
      ]);
    },
  );
});

describe('the formula', () => {
  test.each(['C', 'C10H16', 'CH3CH2OH', 'C0H4', 'Xx9', 'C999999999H2'])(
    '%s has the shape of one',
    (formula) => {
      expect(problemsWith({ formula })).toBeUndefined();
    },
  );

  test.each(['', 'c6h14', 'C6 H14', 'C6H14 ', '6C', 'C-6', 'C₆H₁₄', 'C٦', 'SiC4H12\n', 'C6H14+', '(CH3)2'])(
    '%j has not',
    (formula) => {
      expect(problemsWith({ formula })).toMatchObject([{ pointer: '/formula', detail: FORMULA }]);
    },
  );

  test('that cannot be read carries a code, and one that is missing does not', () => {
    expect(problemsWith({ formula: 'c6h14' })).toEqual([
      { pointer: '/formula', code: 'formula_syntax', detail: FORMULA },
    ]);
    expect(problemsWith({ formula: undefined })).toEqual([{ pointer: '/formula', detail: FORMULA }]);
  });

  test('has a greatest length, and is not searched beyond it', () => {
    expect(problemsWith({ formula: 'C'.repeat(256) })).toBeUndefined();
    expect(problemsWith({ formula: `${'Cc1'.repeat(5_000_000)}!` })).toEqual([
      { pointer: '/formula', detail: 'formula must have at most 256 characters.' },
    ]);
  });

  test('is matched without trying again and again: the worst text within the length comes to an end', () => {
    const worst = ['C'.repeat(255), 'C1'.repeat(127), `C${'1'.repeat(254)}`, 'Cc'.repeat(127)];
    for (const text of worst) expect(problemsWith({ formula: `${text}!` })).toBeDefined();
  });
});

describe('component_weights', () => {
  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e9 + 1, '1', null])(
    'a weight of %p is refused',
    (weight) => {
      expect(problemsWith({ component_weights: { logp: weight, wiener_index: 1 } })).toEqual([
        {
          pointer: '/component_weights/logp',
          code: 'component_weight',
          detail: 'The weight of "logp" in component_weights must be a number from 0 to 1000000000.',
        },
      ]);
    },
  );

  test('that is at fault is not also told to be empty', () => {
    expect(problemsWith({ component_weights: { logp: -1 } })).toMatchObject([{ code: 'component_weight' }]);
  });

  test.each([{}, { wiener_index: 0 }, { wiener_index: 0, logp: 0 }])('%j weighs nothing', (weights) => {
    expect(problemsWith({ component_weights: weights })).toEqual([
      {
        pointer: '/component_weights',
        code: 'objective_empty',
        detail: 'component_weights must give a weight above 0 to at least one scoring component.',
      },
    ]);
  });

  test('names that a JavaScript object has by birth arrive like any other', () => {
    const weights = JSON.parse('{"constructor": 1, "toString": 2, "hasOwnProperty": 3, "": 4}');
    const parsed = parsedWith({ component_weights: weights })['component_weights'];
    expect(Object.entries(parsed ?? {})).toEqual([
      ['constructor', 1],
      ['toString', 2],
      ['hasOwnProperty', 3],
      ['', 4],
    ]);
  });

  test.each(['component_weights', 'component_versions'])('%s refuses the key "__proto__"', (field) => {
    const record: unknown = JSON.parse('{"__proto__": 1, "wiener_index": 1}');
    expect(problemsWith({ [field]: record })).toEqual([
      {
        pointer: `/${field}/__proto__`,
        code: 'component_unknown',
        detail: '"__proto__" is not the name of a scoring component.',
      },
    ]);
  });

  test('a body with the key "__proto__" is read as if it were not there', () => {
    const body: unknown = JSON.parse('{"formula": "C", "__proto__": {"seed": 7}}');
    expect(configureRequest.parse(body).seed).toBe(42);
  });

  test('a name without end is not repeated in the answer', () => {
    expect(problemsWith({ component_weights: { ['x'.repeat(100_000)]: 1 } })).toEqual([
      {
        pointer: '/component_weights',
        code: 'component_unknown',
        detail: `"${'x'.repeat(64)}…" is not the name of a scoring component.`,
      },
    ]);
  });

  test('more names than can be are refused with one sentence', () => {
    const weights = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, 1]));
    expect(problemsWith({ component_weights: weights(64) })).toBeUndefined();
    expect(problemsWith({ component_weights: weights(65) })).toEqual([
      { pointer: '/component_weights', detail: 'At most 64 scoring components can be named.' },
    ]);
  });
});

test.each([1e13, Number.NaN, Number.NEGATIVE_INFINITY, '30', null])('a target of %p is refused', (target) => {
  expect(problemsWith({ component_targets: { wiener_index: target } })).toEqual([
    {
      pointer: '/component_targets/wiener_index',
      code: 'component_target',
      detail:
        'The target of "wiener_index" in component_targets must be a number from -1000000000000 to 1000000000000.',
    },
  ]);
});

test('a filter that does not exist is pointed at', () => {
  expect(problemsWith({ filters: ['no-peroxides', 'no-nonsense'] })).toEqual([
    { pointer: '/filters/1', detail: FILTERS },
  ]);
});

test.each([0, 1.5, '1', null])('a component version of %p is refused', (version) => {
  expect(problemsWith({ component_versions: { logp: version } })).toEqual([
    {
      pointer: '/component_versions/logp',
      code: 'version_mismatch',
      detail: 'The version of "logp" in component_versions must be a whole number above 0.',
    },
  ]);
});

test.each([undefined, null, [], 'formula', 7])('a body of %p is told what it should be', (body) => {
  expect(validate(configureRequest, body)).toEqual({
    ok: false,
    problems: [
      {
        pointer: '',
        detail: 'The body must be a JSON object with at least a formula, such as {"formula": "C10H16"}.',
      },
    ],
  });
});

test('the configuration that status tells can be posted again and means the same', () => {
  const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 });
  const configuration = fc.record({
    formula: fc.constantFrom('C6H14', 'C10H16', 'C9H8O4'),
    initial_temp: finite.filter((value) => value > 0),
    cooling_schedule_k: finite,
    steps_per_cycle: positive,
    num_cycles: positive,
    optimization_mode: fc.constantFrom('MINIMIZE', 'MAXIMIZE'),
    component_weights: fc.constant({ logp: 0.5, wiener_index: 1 }),
    seed: fc.maxSafeInteger(),
    steps_per_second: fc.option(fc.double({ noNaN: true, min: 0.1, max: 1000 })),
    min_temp: finite,
    reheat: fc.boolean(),
    component_targets: fc.constantFrom({}, { logp: 1.5 }),
    proposal: fc.constantFrom('bonds', 'atoms', 'fixed-hydrogens'),
    hastings: fc.boolean(),
    filters: fc.constantFrom([], ['no-cumulenes', 'no-peroxides']),
    initial: fc.constantFrom('random', 'chain', 'CCC(C)CC'),
    schedule: fc.constantFrom('f_k', 'geometric', 'constant', 'automatic'),
    restart: fc.constantFrom('none', 'random', 'best'),
    stop_at_score: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    stop_after_steps_without_improvement: fc.option(positive),
    algorithm_version: positive,
    component_versions: fc.constant({ logp: 2, wiener_index: 1 }),
  });
  fc.assert(
    fc.property(configuration, (value) => {
      const told = resolvedConfiguration.parse(value);
      expect(configureRequest.parse(told)).toEqual(value);
    }),
    { seed: 42 },
  );
});

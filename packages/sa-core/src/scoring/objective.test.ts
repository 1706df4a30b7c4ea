import { describe, expect, test } from '@jest/globals';
import { readSmiles } from '../molecule/smiles-reader.ts';
import { refusalOf } from '../testing/refusal.ts';
import {
  type ComponentTargets,
  type ComponentWeights,
  createObjective,
  energyOf,
  MAX_TARGET,
  MAX_WEIGHT,
} from './objective.ts';
import type { ScoringComponent } from './scoring-component.ts';
import { wienerIndex } from './wiener-index.ts';

function component(name: string, score: () => number, resolution = 1): ScoringComponent {
  return { name, version: 3, description: 'for tests', unit: '1', resolution, score };
}

const AVAILABLE = [
  wienerIndex,
  component('b', () => 0.2),
  component('a', () => 0.1, 0.25),
  component('c', () => 0.3),
];
const butane = readSmiles('CCCC');
const refusal = (weights: unknown, available = AVAILABLE) =>
  refusalOf(() => createObjective(weights as ComponentWeights, available));

describe('createObjective', () => {
  test('orders components by name whatever the order of the weights, and leaves out those of weight 0', () => {
    const objective = createObjective({ c: 3, b: 0, wiener_index: 0.5, a: 1 }, AVAILABLE);
    expect(objective.components.map(({ name }) => name)).toEqual(['a', 'c', 'wiener_index']);
    expect(objective.weights).toEqual([1, 3, 0.5]);
  });

  test('has the smallest weighted resolution of its components', () => {
    expect(createObjective({ wiener_index: 2 }, AVAILABLE).resolution).toBe(2);
    expect(createObjective({ wiener_index: 2, a: 4 }, AVAILABLE).resolution).toBe(1);
    expect(createObjective({ wiener_index: 0.1, a: 4 }, AVAILABLE).resolution).toBe(0.1);
  });

  test('takes the later of two components of one name', () => {
    const objective = createObjective({ wiener_index: 1 }, [wienerIndex, component('wiener_index', () => 7)]);
    expect(energyOf(objective, butane, new Float64Array(1))).toBe(7);
  });

  test.each<[string, unknown, string, string, RegExp]>([
    [
      'an unknown name',
      { wienerindex: 1 },
      'component_unknown',
      '/component_weights/wienerindex',
      /a, b, c, wiener_index/,
    ],
    ['an unknown name of weight 0', { x: 0 }, 'component_unknown', '/component_weights/x', /"x"/],
    [
      '__proto__ from JSON',
      JSON.parse('{"__proto__": 1}'),
      'component_unknown',
      '/component_weights/__proto__',
      /"__proto__"/,
    ],
    [
      'constructor',
      { constructor: 1 },
      'component_unknown',
      '/component_weights/constructor',
      /"constructor"/,
    ],
    ['a name with / and ~', { 'a/b~c': 1 }, 'component_unknown', '/component_weights/a~1b~0c', /"a\/b~c"/],
    ['a list', [1], 'component_unknown', '/component_weights/0', /"0"/],
    ['NaN', { a: Number.NaN }, 'component_weight', '/component_weights/a', /from 0 to/],
    ['Infinity', { a: Number.POSITIVE_INFINITY }, 'component_weight', '/component_weights/a', /from 0 to/],
    ['a negative weight', { a: -1 }, 'component_weight', '/component_weights/a', /from 0 to/],
    [
      'a weight above the limit',
      { a: MAX_WEIGHT * 1.001 },
      'component_weight',
      '/component_weights/a',
      /1000000000/,
    ],
    ['a null weight', { a: null }, 'component_weight', '/component_weights/a', /from 0 to/],
    ['a weight in words', { a: '1' }, 'component_weight', '/component_weights/a', /from 0 to/],
    ['null', null, 'component_weight', '/component_weights', /wiener_index/],
    ['text', 'wiener_index', 'component_weight', '/component_weights', /wiener_index/],
    ['nothing', {}, 'objective_empty', '/component_weights', /above 0/],
    ['weights of 0 only', { a: 0, b: -0 }, 'objective_empty', '/component_weights', /above 0/],
    ['an empty list', [], 'objective_empty', '/component_weights', /above 0/],
  ])('refuses %s', (_, weights, code, pointer, message) => {
    const error = refusal(weights);
    expect([error?.code, error?.pointer, error?.message]).toEqual([
      code,
      pointer,
      expect.stringMatching(message),
    ]);
  });

  test('repeats no more than the beginning of a name that is not known', () => {
    expect(refusal({ ['x'.repeat(1e6)]: 1 })!.message.length).toBeLessThan(200);
  });

  test.each<[string, Partial<Record<keyof ScoringComponent, unknown>>, RegExp]>([
    ['a version that is not an integer', { version: 1.5 }, /version/],
    ['no version', { version: undefined }, /version/],
    ['an infinite version', { version: Number.POSITIVE_INFINITY }, /version/],
    ['resolution 0', { resolution: 0 }, /resolution/],
    ['a negative resolution', { resolution: -1 }, /resolution/],
    ['resolution NaN', { resolution: Number.NaN }, /resolution/],
    ['an infinite resolution', { resolution: Number.POSITIVE_INFINITY }, /resolution/],
    ['no score function', { score: 5 }, /score function/],
  ])('refuses a component with %s', (_, fault, message) => {
    const faulty = { ...component('own', () => 1), ...fault } as ScoringComponent;
    const error = refusal({ own: 1 }, [faulty]);
    expect([error?.code, error?.message]).toEqual(['component_invalid', expect.stringMatching(message)]);
  });
});

describe('energyOf', () => {
  test('is the weighted sum, added up in name order to the last bit, and tells the single scores', () => {
    const scores = new Float64Array(3);
    const objective = createObjective({ c: 1, b: 1, a: 1 }, AVAILABLE);
    expect(energyOf(objective, butane, scores)).toBe(0.1 + 0.2 + 0.3);
    // In another order the last bit would be another.
    expect(0.1 + 0.2 + 0.3).not.toBe(0.3 + 0.2 + 0.1);
    expect([...scores]).toEqual([0.1, 0.2, 0.3]);
    expect(energyOf(createObjective({ wiener_index: 0.5, a: 10 }, AVAILABLE), butane, scores)).toBe(1 + 5);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, '5' as unknown as number])(
    'refuses a component that gives %p',
    (score) => {
      const objective = createObjective({ own: 1 }, [component('own', () => score)]);
      const error = refusalOf(() => energyOf(objective, butane, new Float64Array(1)));
      expect([error?.code, error?.message]).toEqual([
        'component_invalid',
        expect.stringMatching(/"own" gave/),
      ]);
    },
  );

  test('refuses finite scores whose weighted sum is not finite', () => {
    const objective = createObjective({ own: MAX_WEIGHT }, [component('own', () => 1e300)]);
    expect(refusalOf(() => energyOf(objective, butane, new Float64Array(1)))?.code).toBe('component_invalid');
  });
});

describe('a target', () => {
  const weights = { wiener_index: 2, a: 10, b: 0 };
  const aimed = (targets: unknown) => createObjective(weights, AVAILABLE, targets as ComponentTargets);

  test('puts the distance from it in the place of the score, which is told as it is', () => {
    const scores = new Float64Array(2);
    // n-Butane has the Wiener index 10.
    for (const [target, distance] of [
      [10, 0],
      [4, 6],
      [12.5, 2.5],
      [-1, 11],
    ] as const) {
      expect(energyOf(aimed({ wiener_index: target }), butane, scores)).toBe(1 + 2 * distance);
      expect([...scores]).toEqual([0.1, 10]);
    }
    expect(energyOf(aimed({ wiener_index: 10, a: 0.1 }), butane, scores)).toBe(0);
  });

  test('stands beside its component, in name order; where there is none stands none', () => {
    expect(aimed({ wiener_index: 30 }).targets).toEqual([undefined, 30]);
    expect(aimed({ b: 5 }).targets).toEqual([undefined, undefined]);
    expect(createObjective(weights, AVAILABLE).targets).toEqual([undefined, undefined]);
    expect(aimed(JSON.parse('{"wiener_index": 1}')).targets).toEqual([undefined, 1]);
  });

  test('leaves the resolution to the components, wherever it lies between their scores', () => {
    for (const wiener_index of [30, 30.5, 30.4999]) expect(aimed({ wiener_index }).resolution).toBe(2);
  });

  test('keeps the energy finite with the greatest weight', () => {
    for (const target of [MAX_TARGET, -MAX_TARGET]) {
      const objective = createObjective({ a: MAX_WEIGHT }, AVAILABLE, { a: target });
      expect(energyOf(objective, butane, new Float64Array(1))).toBeCloseTo(1e21, -10);
    }
  });

  test.each<[string, unknown, string, RegExp]>([
    ['no object', null, '', /such as/],
    ['a list', [30], '', /such as/],
    ['text', 'wiener_index', '', /such as/],
    ['a component without a weight', { c: 1 }, '/c', /"c" has no weight/],
    ['a component that does not exist', { 'x/y': 1 }, '/x~1y', /"x\/y"/],
    ['__proto__', JSON.parse('{"__proto__": 1}'), '/__proto__', /"__proto__"/],
    ['NaN', { a: Number.NaN }, '/a', /number from/],
    ['Infinity', { a: Number.NEGATIVE_INFINITY }, '/a', /number from/],
    ['a target beyond the limit', { a: MAX_TARGET * 1.01 }, '/a', /1000000000000/],
    ['null as a target', { a: null }, '/a', /number from/],
  ])('of %s is refused', (_, targets, pointer, message) => {
    const error = refusalOf(() => aimed(targets));
    expect([error?.code, error?.pointer, error?.message]).toEqual([
      'component_target',
      `/component_targets${pointer}`,
      expect.stringMatching(message),
    ]);
  });
});

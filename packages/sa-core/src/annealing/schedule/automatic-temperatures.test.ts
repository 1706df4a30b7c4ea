import { describe, expect, test } from '@jest/globals';
import { parseFormula } from '../../molecule/formula.ts';
import type { MolecularGraph } from '../../molecule/molecular-graph.ts';
import { BUILT_IN_COMPONENTS } from '../../scoring/built-in-components.ts';
import { createObjective } from '../../scoring/objective.ts';
import type { CostClass, ScoringComponent } from '../../scoring/scoring-component.ts';
import { wienerIndexOf } from '../../scoring/wiener-index.ts';
import { prepareResolved } from '../annealing.ts';
import type { Configuration } from '../configuration.ts';
import { resolveConfiguration } from '../resolve-configuration.ts';
import { automaticTemperatures } from './automatic-temperatures.ts';

const temperaturesOf = (formula: string, weights: Record<string, number>, seed = 1, sign: 1 | -1 = 1) =>
  automaticTemperatures(parseFormula(formula), createObjective(weights, BUILT_IN_COMPONENTS), sign, seed);

/** A component that counts how often it is asked. */
function counted(costClass?: CostClass) {
  let asked = 0;
  const component: ScoringComponent = {
    name: 'counted',
    version: 1,
    description: 'for tests',
    unit: '1',
    resolution: 1,
    score: (graph: MolecularGraph) => {
      asked++;
      return wienerIndexOf(graph);
    },
    ...(costClass === undefined ? {} : { costClass }),
  };
  return { component, asked: () => asked };
}

describe('automatic temperatures', () => {
  test('follow the scale of the score: the same walk, with weights times a power of two', () => {
    const once = temperaturesOf('C10H16', { wiener_index: 1 });
    const scaled = temperaturesOf('C10H16', { wiener_index: 1024 });
    expect(scaled).toEqual({
      initial_temp: 1024 * once.initial_temp,
      min_temp: 1024 * once.min_temp,
    });
  });

  test.each<[string, string, [number, number], [number, number]]>([
    ['wiener_index', 'C10H16', [15, 80], [0.5, 2]],
    ['wiener_index', 'C6H14', [5, 30], [0.5, 2]],
    ['balaban_j', 'C10H16', [0.1, 2], [0.001, 0.1]],
    ['randic_index', 'C10H22', [0.1, 1], [0.002, 0.05]],
    ['ring_count', 'C10H16', [4.4, 6], [0.5, 0.5]],
  ])(
    'of %s over %s are of the size of its differences, at any seed and in both directions',
    (name, formula, hot, cold) => {
      for (let seed = 1; seed <= 10; seed++) {
        for (const sign of [1, -1] as const) {
          const { initial_temp, min_temp } = temperaturesOf(formula, { [name]: 1 }, seed, sign);
          expect(initial_temp).toBeGreaterThanOrEqual(hot[0]);
          expect(initial_temp).toBeLessThanOrEqual(hot[1]);
          expect(min_temp).toBeGreaterThanOrEqual(cold[0]);
          expect(min_temp).toBeLessThanOrEqual(cold[1] * (sign === 1 ? 1 : 4));
        }
      }
    },
  );

  test('are above 0, and the floor not above kT0, where there is little or nothing to meet', () => {
    for (const formula of ['CH4', 'HCl', 'C2H6', 'C3H8', 'C4H10', 'N2', 'C8']) {
      const { initial_temp, min_temp } = temperaturesOf(formula, { wiener_index: 1 });
      expect(min_temp).toBeGreaterThan(0);
      expect(initial_temp).toBeGreaterThanOrEqual(min_temp);
    }
    expect(temperaturesOf('CH4', { wiener_index: 1 })).toEqual({ initial_temp: 4.48, min_temp: 0.5 });
  });

  test.each<[CostClass | undefined, string, number]>([
    ['bonds', 'C10H22', 201],
    ['distances', 'C10H22', 201],
    ['subgraphs', 'C10H22', 61],
    ['external', 'C10H22', 25],
    [undefined, 'C10H22', 25],
    ['distances', 'C100H202', 101],
    ['external', 'C100H202', 21],
  ])('of a component of cost %s score at most %s times %d molecules', (costClass, formula, most) => {
    const { component, asked } = counted(costClass);
    automaticTemperatures(parseFormula(formula), createObjective({ counted: 1 }, [component]), 1, 3);
    expect(asked()).toBeLessThanOrEqual(most);
    expect(asked()).toBeGreaterThan(most / 2);
  });
});

describe('a configuration with the schedule "automatic"', () => {
  const asked: Configuration = {
    formula: 'C10H16',
    component_weights: { balaban_j: 1 },
    schedule: 'automatic',
  };
  const resolve = (configuration: Configuration) => resolveConfiguration(configuration, BUILT_IN_COMPONENTS);

  test('is resolved to its temperatures, whatever was given for them, and resolves to itself', () => {
    const resolved = resolve(asked);
    expect(resolved).toMatchObject(temperaturesOf('C10H16', { balaban_j: 1 }, 42));
    expect(resolve({ ...asked, initial_temp: 7, min_temp: 0 })).toEqual(resolved);
    expect(resolve(JSON.parse(JSON.stringify(resolved)))).toEqual(resolved);
    expect(resolve({ ...asked, seed: 43 }).initial_temp).not.toBe(resolved.initial_temp);
  });

  test('is not walked again once it is resolved', () => {
    const { component, asked: askedFor } = counted('bonds');
    const resolved = resolveConfiguration({ ...asked, component_weights: { counted: 1 } }, [component]);
    const before = askedFor();
    const annealing = prepareResolved(resolved, [component]);
    expect(askedFor()).toBe(before);
    expect(annealing.configuration).toEqual(resolved);
    expect(annealing.schedule.temperature(0)).toBe(resolved.initial_temp);
  });
});

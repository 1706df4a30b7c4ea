import { describe, expect, it } from '@jest/globals';
import {
  BUILT_IN_COMPONENTS,
  prepareAnnealing,
  RESTART_NAMES,
  type ResolvedConfiguration,
  SCHEDULE_NAMES,
  STRUCTURAL_RULES,
} from '@webfaulon/sa-core';
import fc from 'fast-check';
import { readRunLink, runLink } from './run-link.ts';

const positive = fc.double({ min: Number.MIN_VALUE, max: 1e300, noNaN: true });
const notMinusZero = (number: number) => !Object.is(number, -0);
const componentName = fc.constantFrom(...BUILT_IN_COMPONENTS.map(({ name }) => name), 'sa_score', 'clogp');
const count = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const configurations: fc.Arbitrary<ResolvedConfiguration> = fc.record({
  formula: fc.constantFrom('C10H16', 'C6H14', 'C8H10N4O2', 'CCl2F2'),
  initial_temp: positive,
  cooling_schedule_k: fc.double({ min: 0, max: 1e6, noNaN: true }).filter(notMinusZero),
  steps_per_cycle: count,
  num_cycles: count,
  optimization_mode: fc.constantFrom('MINIMIZE', 'MAXIMIZE'),
  component_weights: fc.dictionary(componentName, fc.double({ min: 1e-300, max: 1e9, noNaN: true }), {
    minKeys: 1,
    noNullPrototype: true,
  }),
  component_targets: fc.dictionary(
    componentName,
    fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter(notMinusZero),
    { noNullPrototype: true },
  ),
  seed: fc.maxSafeInteger(),
  min_temp: fc.double({ min: 0, max: 1e300, noNaN: true }).filter(notMinusZero),
  reheat: fc.boolean(),
  proposal: fc.constantFrom('bonds', 'atoms', 'fixed-hydrogens'),
  hastings: fc.boolean(),
  initial: fc.oneof(fc.constantFrom('random', 'C#CC(=O)[O-]'), fc.string({ minLength: 1, maxLength: 60 })),
  schedule: fc.constantFrom(...SCHEDULE_NAMES),
  restart: fc.constantFrom(...RESTART_NAMES),
  stop_at_score: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).filter(notMinusZero)),
  stop_after_steps_without_improvement: fc.option(count),
  filters: fc.subarray(STRUCTURAL_RULES.map(({ name }) => name)),
  algorithm_version: count,
  component_versions: fc.dictionary(componentName, count, { noNullPrototype: true }),
});
const paces = fc.option(fc.double({ min: 0.1, max: 1000, noNaN: true }));

describe('a link to a run', () => {
  it('gives the configuration and the pace again, whatever they are', () => {
    fc.assert(
      fc.property(configurations, paces, (configuration, pace) => {
        expect(readRunLink(runLink(configuration, pace))).toEqual({
          kind: 'run',
          plan: { configuration, pace },
        });
      }),
    );
  });

  it('that was cut off anywhere says so, and never means another run', () => {
    fc.assert(
      fc.property(configurations, fc.nat(), (configuration, cut) => {
        const link = runLink({ ...configuration, algorithm_version: 1 }, 100);
        // What is left of "#" alone is an address without a link.
        const rest = link.slice(0, 2 + (cut % (link.length - 2)));
        expect(readRunLink(rest).kind).toBe('damaged');
      }),
    );
  });

  it('of any text reads, or says what is wrong, and throws nothing', () => {
    const pieces = fc.constantFrom(
      ...['formula', 'seed', '__proto__', 'algorithm_version', 'component_weights', 'toString', 'filters'],
      ...['=', '&', '#', '%', '%zz', ',', ':', '1', '-0', '1e999', 'null', 'NaN', 'C10H16', 'wiener_index:1'],
    );
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const link = readRunLink(`#${text}`);
        if (link.kind === 'damaged') expect(link.message).toMatch(/^This link is damaged: .+\./s);
        expect(['none', 'run', 'damaged']).toContain(link.kind);
      }),
      { numRuns: 1000 },
    );
  });

  it('is short and readable', () => {
    const { configuration } = prepareAnnealing({ formula: 'C10H16', seed: 7, steps_per_cycle: 2000 });
    expect(runLink(configuration, 100)).toBe(
      '#formula=C10H16&seed=7&steps_per_cycle=2000&min_temp=0.5&component_versions=wiener_index:1&algorithm_version=1',
    );
  });

  it('means for ever what it meant when it was made', () => {
    const link = readRunLink(
      '#formula=C6H14&seed=1&min_temp=0.5&component_versions=wiener_index%3A1&algorithm_version=1',
    );
    expect(link).toEqual({
      kind: 'run',
      plan: {
        configuration: {
          formula: 'C6H14',
          seed: 1,
          initial_temp: 100,
          cooling_schedule_k: 8,
          steps_per_cycle: 500,
          num_cycles: 4,
          optimization_mode: 'MINIMIZE',
          component_weights: { wiener_index: 1 },
          component_targets: {},
          min_temp: 0.5,
          reheat: false,
          proposal: 'bonds',
          hastings: false,
          initial: 'random',
          schedule: 'f_k',
          restart: 'none',
          stop_at_score: null,
          stop_after_steps_without_improvement: null,
          filters: [],
          algorithm_version: 1,
          component_versions: { wiener_index: 1 },
        },
        pace: 100,
      },
    });
  });

  it('holds all that decides a run', () => {
    const { configuration } = prepareAnnealing({ formula: 'C6H14' });
    const link = readRunLink(runLink(configuration, null));
    expect(link).toMatchObject({ kind: 'run', plan: { pace: null } });
    const read = link.kind === 'run' ? link.plan.configuration : {};
    expect(read).toEqual(configuration);
  });

  for (const hash of ['', '#', '#class=K7QF2M', '#board=K7QF2M'])
    it(`is not seen in "${hash}"`, () => expect(readRunLink(hash)).toEqual({ kind: 'none' }));

  for (const [hash, words] of [
    ['#formula=C10H16&formula=C6H14', 'formula twice'],
    ['#formula=C10H16', 'lacks seed'],
    ['#formula=C10H16&seed=4x', 'seed cannot be read'],
    ['#formula=C10H16&seed=0.5', 'Seed must be a whole number'],
    ['#formula=C10H16&warp=9', '“warp”, which this page does not know'],
    ['#formula=%', 'formula cannot be read'],
    ['#formula=C10H16&algorithm_version=0', 'algorithm_version must be'],
    ['#formula=C10H16&component_versions=wiener_index:-1', 'component_versions must be'],
  ] as const) {
    it(`says of "${hash}": ${words}`, () => {
      expect(readRunLink(hash)).toMatchObject({
        kind: 'damaged',
        message: expect.stringContaining(words),
      });
    });
  }
});

import { describe, expect, it } from '@jest/globals';
import { PARAMETERS } from '@webfaulon/protocol/parameters';
import { parameterFault } from './parameter-fault.ts';

describe('what is wrong with a parameter', () => {
  it('is nothing for any default', () => {
    for (const { default: value, ...parameter } of Object.values(PARAMETERS)) {
      if (value !== undefined)
        expect(parameterFault({ ...parameter, default: value } as never, value)).toBeNull();
    }
  });

  it('is said in the words of its label', () => {
    expect(parameterFault(PARAMETERS.initial_temp, 0)).toBe(
      'Initial temperature kT₀ must be a number above 0.',
    );
  });

  for (const [name, value] of [
    ['initial_temp', Number.NaN],
    ['initial_temp', null],
    ['cooling_schedule_k', -1],
    ['steps_per_cycle', 1.5],
    ['steps_per_cycle', 0],
    ['seed', 2 ** 53],
    ['steps_per_second', 1001],
    ['optimization_mode', 'SIDEWAYS'],
    ['initial', ''],
    ['reheat', 1],
    ['component_weights', {}],
    ['component_weights', { wiener_index: 0 }],
    ['component_weights', { wiener_index: -1 }],
    ['component_weights', { wiener_index: Number.NaN }],
    ['component_targets', { wiener_index: Number.NaN }],
    ['component_targets', { wiener_index: 1e13 }],
    ['filters', ['no-such-rule']],
  ] as const) {
    it(`is something for ${name} ${JSON.stringify(value)}`, () => {
      expect(parameterFault(PARAMETERS[name], value)).toContain('must be');
    });
  }

  it('is nothing for null where that is a value', () => {
    expect(parameterFault(PARAMETERS.min_temp, null)).toBeNull();
  });
});

import { describe, expect, test } from '@jest/globals';
import { configureRequest, PARAMETERS, type Parameter, validate } from '@webfaulon/protocol';
import { Command } from 'commander';
import fc from 'fast-check';
import { configurationFields, parameterOptions } from './parameter-option.ts';

/** The fields that a command line gives a configuration; undefined where it is refused. */
function fieldsOf(...args: string[]): Record<string, unknown> | undefined {
  const options = parameterOptions();
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  for (const { option } of options) command.addOption(option);
  try {
    command.parse(args, { from: 'user' });
  } catch {
    return undefined;
  }
  return configurationFields(options, command.opts());
}

/** What the same text means to the protocol; undefined where it is refused. */
function fieldsByProtocol(name: string, value: unknown): Record<string, unknown> | undefined {
  const result = validate(configureRequest, { formula: 'C6H14', [name]: value });
  return result.ok ? { [name]: (result.value as Record<string, unknown>)[name] } : undefined;
}

describe('the options of a run', () => {
  test('are there for every parameter but the formula, which is an argument, and the speed of the page', () => {
    const covered = new Set(parameterOptions().map(({ parameter }) => parameter.name));
    const declared = Object.keys(PARAMETERS).filter(
      (name) => !['formula', 'steps_per_second'].includes(name),
    );
    expect([...covered]).toEqual(declared);
  });

  test('decide nothing where none is given', () => {
    expect(fieldsOf()).toEqual({});
  });

  const numbers = Object.values<Parameter>(PARAMETERS).filter(
    ({ kind, name }) => kind === 'number' && name !== 'steps_per_second',
  );

  test.each(numbers.map(({ name }) => name))('read %s as the protocol does', (name) => {
    const flag = parameterOptions().find(({ parameter }) => parameter.name === name)!.option.long!;
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.constantFrom(0, 1, -1)), (value) => {
        const text = String(value);
        expect(fieldsOf(flag, text)).toEqual(fieldsByProtocol(name, Number(text)));
      }),
      { numRuns: 60 },
    );
  });

  test.each(['', ' 1', '0x10', '1_000', 'ten', 'NaN', 'Infinity', '1e999'])(
    'take no number of "%s"',
    (text) => {
      expect(fieldsOf('--seed', text)).toBeUndefined();
    },
  );

  test('take null where the parameter does, and only there', () => {
    expect(fieldsOf('--min-temp', 'null')).toEqual({ min_temp: null });
    expect(fieldsOf('--seed', 'null')).toBeUndefined();
  });

  test('name the number of cycles in two ways', () => {
    expect(fieldsOf('--cycles', '8')).toEqual({ num_cycles: 8 });
    expect(fieldsOf('--num-cycles', '8')).toEqual({ num_cycles: 8 });
  });

  test('turn the direction into two flags, of which one can be given', () => {
    expect(fieldsOf('--minimize')).toEqual({ optimization_mode: 'MINIMIZE' });
    expect(fieldsOf('--maximize')).toEqual({ optimization_mode: 'MAXIMIZE' });
    expect(fieldsOf('--minimize', '--maximize')).toBeUndefined();
  });

  test('collect the components of the score', () => {
    expect(fieldsOf('--score', 'wiener_index=1', '--score', 'logp=0.5')).toEqual({
      component_weights: { wiener_index: 1, logp: 0.5 },
    });
    expect(fieldsOf('--score', 'logp')).toEqual({ component_weights: { logp: 1 } });
    for (const text of ['', '=1', 'logp=', 'logp=much']) expect(fieldsOf('--score', text)).toBeUndefined();
  });

  test('collect targets and filters', () => {
    expect(fieldsOf('--target', 'logp=2', '--target', 'wiener_index=30')).toEqual({
      component_targets: { logp: 2, wiener_index: 30 },
    });
    expect(fieldsOf('--filter', 'no-peroxides')).toEqual({ filters: ['no-peroxides'] });
    expect(fieldsOf('--filter', 'no-such-rule')).toBeUndefined();
  });

  test('read switches, choices and texts', () => {
    expect(fieldsOf('--reheat', '--proposal', 'atoms', '--initial', 'CCCCCC')).toEqual({
      reheat: true,
      proposal: 'atoms',
      initial: 'CCCCCC',
    });
    expect(fieldsOf('--proposal', 'molecules')).toBeUndefined();
    expect(fieldsOf('--initial', '')).toBeUndefined();
  });

  test('are explained in the words of the command line', () => {
    for (const { option } of parameterOptions()) {
      expect(option.description).not.toMatch(
        /\b[a-z]+_(temp|cycle|cycles|schedule_k|mode|weights|targets)\b|[{[]/,
      );
    }
  });
});

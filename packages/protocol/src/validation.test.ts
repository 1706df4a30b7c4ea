import { describe, expect, test } from '@jest/globals';
import { DEFAULT_CONFIGURATION } from '@webfaulon/sa-core';
import fc from 'fast-check';
import { configureRequest } from './configure-request.ts';
import { validate } from './validation.ts';
import { z } from './zod.ts';

describe('validate', () => {
  test('gives the parsed value', () => {
    expect(validate(configureRequest, { formula: 'C6H6' })).toEqual({
      ok: true,
      value: { formula: 'C6H6', ...DEFAULT_CONFIGURATION, steps_per_second: 100 },
    });
  });

  test('tells every problem, each with its pointer, in the order of the fields', () => {
    const result = validate(configureRequest, { formula: 7, seed: 'x', reheat: 'no' });
    expect(result.ok).toBe(false);
    if (!result.ok)
      expect(result.problems.map(({ pointer }) => pointer)).toEqual(['/formula', '/seed', '/reheat']);
  });

  test('escapes the pointer as RFC 6901 asks', () => {
    const result = validate(configureRequest, { formula: 'C', component_weights: { 'a/b~c': -1, fine: 1 } });
    expect(result).toMatchObject({ ok: false, problems: [{ pointer: '/component_weights/a~1b~0c' }] });
  });

  test('says a sentence once where one value breaks several checks', () => {
    const schema = z.object({
      a: z.number().gt(0, { error: 'a is bad.' }).multipleOf(2, { error: 'a is bad.' }),
      b: z.number().gt(0, { error: 'b is bad.' }).multipleOf(2, { error: 'b is bad.' }),
    });
    expect(validate(schema, { a: -1, b: -1 })).toEqual({
      ok: false,
      problems: [
        { pointer: '/a', detail: 'a is bad.' },
        { pointer: '/b', detail: 'b is bad.' },
      ],
    });
  });

  test('never lets the wording of zod through', () => {
    const schema = z.object({ a: z.array(z.string().min(3)) });
    expect(validate(schema, { a: ['abc', 'x'] })).toEqual({
      ok: false,
      problems: [{ pointer: '/a/1', detail: '/a/1 is not what the contract describes.' }],
    });
    expect(validate(schema, 1)).toMatchObject({
      problems: [{ pointer: '', detail: 'The value is not what the contract describes.' }],
    });
  });

  test('answers any JSON value with a configuration or with sentences, and never throws', () => {
    const field = fc.constantFrom(...Object.keys(configureRequest.shape));
    const body = fc.oneof(fc.jsonValue(), fc.dictionary(field, fc.jsonValue(), { noNullPrototype: false }));
    fc.assert(
      fc.property(body, (input) => {
        const result = validate(configureRequest, input);
        if (result.ok) return;
        expect(result.problems.length).toBeGreaterThan(0);
        for (const { detail } of result.problems) expect(detail).toMatch(/^.{10,}\.$/su);
        for (const { detail } of result.problems)
          expect(detail).not.toMatch(/Invalid|expected|contract describes/);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});

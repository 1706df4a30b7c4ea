import { describe, expect, test } from '@jest/globals';
import { configureRequest } from './configure-request.ts';
import type { Parameter } from './parameter.ts';
import { PARAMETERS } from './parameters.ts';
import { requirementOf } from './requirement.ts';
import { resolvedConfiguration } from './session-status.ts';

const VERSION_FIELDS = ['algorithm_version', 'component_versions'];
const parameters: [string, Parameter][] = Object.entries(PARAMETERS);

describe('the parameters', () => {
  test('are the fields of configure and of the resolved configuration, but for the versions', () => {
    const names = parameters.map(([name]) => name).sort();
    for (const { shape } of [configureRequest, resolvedConfiguration]) {
      const fields = Object.keys(shape).filter((field) => !VERSION_FIELDS.includes(field));
      expect(fields.sort()).toEqual(names);
    }
  });

  test.each(parameters)('%s carries its own name, a label and a sentence of help', (name, parameter) => {
    expect(parameter.name).toBe(name);
    expect(parameter.label).toMatch(/^[A-Z]/);
    expect(parameter.help).toMatch(/^.{30,}\.$/);
  });

  test.each(parameters.filter(([name]) => name !== 'formula'))(
    'the default of %s is valid',
    (name, parameter) => {
      const body = { formula: 'C10H16', [name]: parameter.default };
      expect(configureRequest.parse(body)).toHaveProperty(name, parameter.default);
    },
  );

  test.each(parameters)('what %s must be is one sentence', (name, parameter) => {
    expect(requirementOf(parameter)).toMatch(new RegExp(`^${name} must be [^.].*\\.$`));
  });
});

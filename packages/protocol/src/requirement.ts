import type { NumberParameter, Parameter } from './parameter.ts';

/** The sentence that says what a parameter's value has to be, such as "initial_temp must be a number above 0." */
export function requirementOf(parameter: Parameter): string {
  return `${parameter.name} must be ${rangeOf(parameter)}.`;
}

function rangeOf(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'text':
      return parameter.form;
    case 'number':
      return numberRange(parameter);
    case 'choice':
      return parameter.options.map((option) => `"${option}"`).join(' or ');
    case 'switch':
      return 'true or false';
    case 'weights':
      return 'an object that gives a weight to at least one scoring component, such as {"wiener_index": 1}';
    case 'targets':
      return 'an object that gives a target to scoring components, such as {"wiener_index": 30}';
    case 'choices':
      return `a list of any of ${parameter.options.map((option) => `"${option}"`).join(', ')}`;
  }
}

function numberRange({ integer, above, minimum, maximum, nullMeans }: NumberParameter): string {
  let range = integer ? 'a whole number' : 'a number';
  if (above !== undefined) range += ` above ${above}`;
  if (minimum !== undefined) range += maximum === undefined ? ` of at least ${minimum}` : ` from ${minimum}`;
  if (maximum !== undefined) range += ` to ${maximum}`;
  return nullMeans === undefined ? range : `${range}, or null for ${nullMeans}`;
}

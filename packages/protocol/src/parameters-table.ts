import type { Parameter } from './parameter.ts';
import { PARAMETERS } from './parameters.ts';
import { requirementOf } from './requirement.ts';

/** The parameters as a Markdown table, for the README. */
export function renderParametersTable(): string {
  const rows = Object.values(PARAMETERS).map(
    (parameter) =>
      `| \`${parameter.name}\` | ${rangeOf(parameter)} | ${defaultOf(parameter)} | ${parameter.help} |`,
  );
  return ['| parameter | value | default | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

function rangeOf(parameter: Parameter): string {
  const sentence = requirementOf(parameter);
  return sentence.slice(`${parameter.name} must be `.length, -1);
}

function defaultOf(parameter: Parameter): string {
  return parameter.default === undefined ? 'required' : `\`${JSON.stringify(parameter.default)}\``;
}

import type { Parameter } from '@webfaulon/protocol/parameter';
import { PARAMETERS } from '@webfaulon/protocol/parameters';
import type { ResolvedConfiguration } from '@webfaulon/sa-core';
import type { Pace } from '../runner/runner.ts';
import { LINK_DEFAULTS } from './link-defaults.ts';
import { textOf } from './link-value.ts';

/** One line of what a link holds, for a person. */
interface LinkContent {
  readonly label: string;
  readonly value: string;
}

/** What the link of a run holds: all but the values that a link leaves out. */
export function linkContents(configuration: ResolvedConfiguration, pace: Pace): LinkContent[] {
  const values: Readonly<Record<string, unknown>> = { ...configuration, steps_per_second: pace };
  const defaults: Readonly<Record<string, unknown>> = LINK_DEFAULTS;
  const parameters = Object.values(PARAMETERS).flatMap((parameter: Parameter) => {
    const { name, label } = parameter;
    const value = values[name];
    if (name in defaults && textOf(defaults[name]) === textOf(value)) return [];
    return [{ label, value: valueInWords(parameter, value) }];
  });
  return [
    ...parameters,
    { label: 'Version of the algorithm', value: textOf(configuration.algorithm_version) },
    { label: 'Versions of the score’s components', value: spaced(textOf(configuration.component_versions)) },
  ];
}

function valueInWords(parameter: Parameter, value: unknown): string {
  if (value === null && parameter.kind === 'number') return parameter.nullMeans ?? 'none';
  return spaced(textOf(value));
}

function spaced(text: string): string {
  return text.replaceAll(',', ', ').replaceAll(':', ' ');
}

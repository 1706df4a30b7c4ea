import { type NumberParameter, PARAMETERS, type Parameter, requirementOf } from '@webfaulon/protocol';
import { InvalidArgumentError, Option } from 'commander';
import { flagOf, flagsOf, inTermsOfOptions } from './spelling.ts';

/** An option that stands for a parameter of a run, or for one value of it. */
export interface ParameterOption {
  readonly parameter: Parameter;
  readonly option: Option;
  /** The parameter's value, of what the option was given. */
  readonly valueFrom: (given: unknown) => unknown;
}

/** The formula is an argument, and the speed is a matter of the page. */
const NOT_AN_OPTION: ReadonlySet<string> = new Set(['formula', 'steps_per_second']);

const ONCE_FOR_EACH = 'Give the option once for each.';
/** How a number that may be null is left open. */
const NULL_WORD = 'null';

/** The options for every parameter of a run, in the order in which the protocol declares them. */
export function parameterOptions(): ParameterOption[] {
  return Object.values<Parameter>(PARAMETERS)
    .filter(({ name }) => !NOT_AN_OPTION.has(name))
    .flatMap(optionsOf);
}

/** The fields of a configuration that the options given decide; sa-core knows the defaults of the others. */
export function configurationFields(
  options: readonly ParameterOption[],
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const { parameter, option, valueFrom } of options) {
    const value = given[option.attributeName()];
    if (value !== undefined) fields[parameter.name] = valueFrom(value);
  }
  return fields;
}

function optionsOf(parameter: Parameter): ParameterOption[] {
  if (parameter.name === 'optimization_mode') return directionOptions(parameter);
  const option = valueOption(parameter);
  // Commander turns a null into an empty text, so it stays the word until here.
  const valueFrom = (given: unknown): unknown =>
    parameter.kind === 'number' && given === NULL_WORD ? null : given;
  return [{ parameter, option, valueFrom }];
}

/** Two flags in the place of one option with two values. */
function directionOptions(parameter: Parameter): ParameterOption[] {
  const direction = (flag: string, other: string, help: string) => ({
    parameter,
    option: new Option(`--${flag}`, help).conflicts(other),
    valueFrom: () => flag.toUpperCase(),
  });
  return [
    direction('minimize', 'maximize', 'Look for the isomer with the lowest score: the default.'),
    direction('maximize', 'minimize', 'Look for the isomer with the highest score.'),
  ];
}

function valueOption(parameter: Parameter): Option {
  const flags = flagsOf(parameter.name);
  const help = `${inTermsOfOptions(parameter.help)}${defaultText(parameter)}`;
  const refuse = (): never => {
    throw new InvalidArgumentError(requirementOf({ ...parameter, name: flagOf(parameter.name) }));
  };
  switch (parameter.kind) {
    case 'number':
      return new Option(`${flags} <number>`, help).argParser((text) => {
        const value = readNumber(text, parameter);
        return value === undefined ? refuse() : (value ?? NULL_WORD);
      });
    case 'switch':
      return new Option(parameter.default ? flags.replace('--', '--no-') : flags, help);
    case 'choice':
      return new Option(`${flags} <name>`, help).choices(parameter.options);
    case 'text':
      return new Option(`${flags} <text>`, help).argParser((text) => (text === '' ? refuse() : text));
    case 'choices':
      return new Option(
        `${flags} <name>`,
        `${help} ${ONCE_FOR_EACH} Known are: ${parameter.options.join(', ')}.`,
      ).argParser((name, before: readonly string[] = []) =>
        parameter.options.includes(name) ? [...before, name] : refuse(),
      );
    case 'weights':
    case 'targets':
      return new Option(`${flags} <name=number>`, `${help} ${ONCE_FOR_EACH}`).argParser(
        (text, before: Readonly<Record<string, number>> = {}) => ({ ...before, ...readEntry(text) }),
      );
  }
}

function readEntry(text: string): Record<string, number> {
  const [, name, number = '1'] = /^([^=]+)(?:=(.*))?$/.exec(text) ?? [];
  const value = readDecimal(number);
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError(
      'It must be a name and a number, such as wiener_index=1; a name alone counts as 1.',
    );
  }
  return { [name]: value };
}

/** Undefined where the text is no number in the parameter's range; null where it stands for none. */
function readNumber(text: string, parameter: NumberParameter): number | null | undefined {
  const { integer, above, minimum, maximum, nullMeans } = parameter;
  if (text === NULL_WORD && nullMeans !== undefined) return null;
  const value = readDecimal(text);
  const isInRange =
    value !== undefined &&
    (!integer || Number.isSafeInteger(value)) &&
    value > (above ?? Number.NEGATIVE_INFINITY) &&
    value >= (minimum ?? Number.NEGATIVE_INFINITY) &&
    value <= (maximum ?? Number.POSITIVE_INFINITY);
  return isInRange ? value : undefined;
}

/** Number() alone also reads "", " 1" and "0x10". */
function readDecimal(text: string): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function defaultText({ default: value }: Parameter): string {
  if (value === undefined || value === null || typeof value === 'boolean' || typeof value === 'object')
    return '';
  return ` Default: ${value}.`;
}

import { type Command, InvalidArgumentError, Option } from 'commander';

/** Reads an integer of a range, for an option that stands for no parameter of a run. */
export function wholeNumber(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= minimum && value <= maximum) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${minimum} to ${maximum}.`);
  };
}

/** The options that say how results are written. The first format is the default. */
export function addFormatOptions(
  command: Command,
  formats: readonly [string, ...string[]],
  help: string,
): void {
  command
    .addOption(new Option('--format <name>', help).choices(formats).default(formats[0]).helpGroup('Output:'))
    .addOption(new Option('--json', 'The same as --format json.').conflicts('format').helpGroup('Output:'))
    .addOption(
      new Option('--no-progress', 'Show no progress bar on a terminal; there is none elsewhere.').helpGroup(
        'Output:',
      ),
    );
}

/** The format that the options of {@link addFormatOptions} ask for. */
export function formatOf<Format extends string>({ format, json }: FormatOptions<Format>): Format | 'json' {
  return json ? 'json' : format;
}

export interface FormatOptions<Format extends string> {
  readonly format: Format;
  readonly json?: true;
}

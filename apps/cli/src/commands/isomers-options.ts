import { Argument, type Command, Option } from 'commander';
import { addFormatOptions, type FormatOptions, wholeNumber } from '../options/shared-options.ts';
import type { IsomerFormatName } from '../output/isomer-format.ts';

export interface IsomersOptions extends FormatOptions<IsomerFormatName> {
  readonly count?: true;
  readonly limit: number;
  readonly progress: boolean;
}

const DEFAULT_LIMIT = 100_000;
/** What sa-core can hold at all. */
const MAX_LIMIT = 16_000_000;

export function addIsomersOptions(command: Command): void {
  command
    .addArgument(new Argument('<formula>', 'molecular formula, such as C8H10'))
    .addOption(new Option('--count', 'Tell only how many isomers there are.').helpGroup('Output:'))
    .addOption(
      new Option(
        '--limit <n>',
        'The most isomers to hold in memory, about 150 bytes each for 10 heavy atoms. A formula with more is refused: at once where ' +
          'their number is known, or else as soon as it shows.',
      )
        .argParser(wholeNumber(1, MAX_LIMIT))
        .default(DEFAULT_LIMIT)
        .helpGroup('Output:'),
    );
  addFormatOptions(
    command,
    ['smi', 'csv', 'json', 'sdf'] satisfies [IsomerFormatName, ...IsomerFormatName[]],
    'smi: a canonical SMILES and the Wiener index on each line; csv, json, sdf: the same with names.',
  );
  command.addHelpText('after', `\n${EXAMPLES}`);
}

const EXAMPLES = `Examples:
  # How many isomers has xylene's formula?
  webfaulon isomers C8H10 --count

  # The five most compact ones
  webfaulon isomers C8H10 | sort -n -k 2 | head -5

  # All of them as an SD file with coordinates
  webfaulon isomers C6H12 --format sdf > C6H12.sdf

The order of the isomers is the same every time. Kekulé forms that differ as
graphs are two isomers: o-xylene counts twice, benzene once. With --count a
formula beyond the limit is answered from a table of known numbers, where it
stands there.`;

import { CHEMISTRY_COMPONENTS } from '@webfaulon/chemistry';
import { BUILT_IN_COMPONENTS } from '@webfaulon/sa-core';
import { Argument, type Command, Option } from 'commander';
import { helpList } from '../options/help-list.ts';
import { type ParameterOption, parameterOptions } from '../options/parameter-option.ts';
import { addFormatOptions, type FormatOptions, wholeNumber } from '../options/shared-options.ts';
import { ANNEAL_FORMATS, type AnnealFormat } from '../output/anneal-report.ts';

/** What stands on the command line of `anneal` beside the parameters of a run. */
export interface AnnealOptions extends FormatOptions<AnnealFormat> {
  readonly scoreModule?: readonly string[];
  readonly runs: number;
  readonly threads?: number;
  readonly top?: number;
  readonly discovery: boolean;
  readonly progress: boolean;
}

/** Gives the command its arguments and options; those that stand for parameters are returned. */
export function addAnnealOptions(command: Command): readonly ParameterOption[] {
  command.addArgument(new Argument('<formula>', 'molecular formula, such as C10H16'));
  const parameters = parameterOptions();
  for (const { option } of parameters) command.addOption(option.helpGroup('The run:'));
  command
    .addOption(
      new Option(
        '--score-module <file>',
        'A JavaScript module with scoring components of your own: it exports a list as "components", or one as "component" or by ' +
          'default. Without --score each of them counts with weight 1. Give the option once for each module.',
      )
        .argParser((file, before: readonly string[] = []) => [...before, file])
        .helpGroup('The run:'),
    )
    .addOption(
      new Option('--runs <n>', 'Anneal n times, with the seeds seed, seed + 1, … on several threads.')
        .argParser(wholeNumber(1, 1_000_000))
        .default(1)
        .helpGroup('Many runs:'),
    )
    .addOption(
      new Option('--threads <n>', 'How many threads compute; by default as many as the machine runs at once.')
        .argParser(wholeNumber(1, 256))
        .helpGroup('Many runs:'),
    )
    .addOption(
      new Option(
        '--no-discovery',
        'Do not watch which isomers a run meets: faster, and only the best isomer of each run is known.',
      ).helpGroup('Output:'),
    )
    .addOption(
      new Option(
        '--top <k>',
        'Tell the k best distinct isomers of all runs. By default 1 for one run, and 10 for several.',
      )
        .argParser(wholeNumber(1, 100_000))
        .helpGroup('Output:'),
    );
  addFormatOptions(
    command,
    ANNEAL_FORMATS,
    'text for people; json: each run, and the best isomers where there are several runs or --top is given; smi, sdf, csv: the ' +
      'best isomers.',
  );
  command.addHelpText(
    'after',
    () => `
${helpList('Scoring components:', COMPONENTS)}

${EXAMPLES}`,
  );
  return parameters;
}

const COMPONENTS = [...BUILT_IN_COMPONENTS, ...CHEMISTRY_COMPONENTS].map(
  ({ name, description }) => [name, description] as const,
);

const EXAMPLES = `Examples:
  # One run of 40,000 steps, as one JSON object
  webfaulon anneal C10H16 --minimize --seed 1 --steps-per-cycle 5000 \\
    --cycles 8 --json

  # The ten best isomers of twenty runs, by a mixed score, to be drawn elsewhere
  webfaulon anneal C9H8O4 --score wiener_index=1 --score logp=0.5 --runs 20 \\
    --top 10 --format sdf

  # A score of your own, in a JavaScript file
  webfaulon anneal C9H8O4 --score-module ./my-score.js --runs 1000

JSON of one run has the keys formula, seed, steps, best_energy, best_smiles,
initial_energy, accepted_moves, rejected_moves, invalid_moves,
disconnected_moves, steps_per_second, isomers_found. For several runs they stand
in the list "runs", beside the list "isomers" (rank, score, smiles, runs,
visits). "Energy" is the score: it says nothing about stability.

The same formula, options and seed give the same run on every machine.`;

import { Command, CommanderError } from 'commander';
import { annealCommand } from './commands/anneal.ts';
import { type AnnealOptions, addAnnealOptions } from './commands/anneal-options.ts';
import { isomersCommand } from './commands/isomers.ts';
import { addIsomersOptions, type IsomersOptions } from './commands/isomers-options.ts';
import { endingOf } from './errors.ts';
import { EXIT_CODE_TEXTS, EXIT_CODES, type ExitCode } from './exit-code.ts';
import { helpList } from './options/help-list.ts';
import { configurationFields } from './options/parameter-option.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Does what the command line asks for. Never rejects: what goes wrong is told in a sentence, and by the exit code.
 *
 * @param args those after the name of the program
 * @returns the exit code, where nothing has interrupted the program
 */
export async function runProgram(
  args: readonly string[],
  version: string,
  surroundings: Surroundings,
): Promise<ExitCode> {
  try {
    await createProgram(version, surroundings).parseAsync(args, { from: 'user' });
    return EXIT_CODES.ok;
  } catch (error) {
    // Help, the version and what is wrong with the command line have been written when these are thrown.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.ok : EXIT_CODES.usage;
    const { message, exitCode } = endingOf(error);
    surroundings.notify(message);
    return exitCode;
  }
}

function createProgram(version: string, surroundings: Surroundings): Command {
  // Options and handlers of output are inherited by those commands alone that are made after they are set.
  const program = new Command('webfaulon')
    .description(
      'Simulated annealing in the space of constitutional isomers, after Faulon (1996).\nResults go to standard output, and everything else to standard error.',
    )
    .version(version, '-V, --version', 'Tell the version.')
    .helpOption('-h, --help', 'Tell what there is to know; also after a command.')
    .helpCommand(false)
    .configureHelp({ minWidthToWrap: 20 })
    .exitOverride()
    .showHelpAfterError('Add --help to learn what there is.')
    .addHelpText('after', () => `\n${helpList('Exit codes:', EXIT_CODE_TEXTS)}\n\n${EXAMPLES}`);
  const anneal = program
    .command('anneal')
    .description('Look for the isomer with the lowest or highest score by simulated annealing.');
  const parameters = addAnnealOptions(anneal);
  anneal.action(async (formula: string, options: AnnealOptions & Record<string, unknown>) =>
    annealCommand(formula, configurationFields(parameters, options), options, surroundings),
  );
  const isomers = program
    .command('isomers')
    .description('List or count all constitutional isomers of a formula.');
  addIsomersOptions(isomers);
  isomers.action(async (formula: string, options: IsomersOptions) =>
    isomersCommand(formula, options, surroundings),
  );
  return program;
}

const EXAMPLES = `Examples:
  webfaulon anneal C10H16
  webfaulon anneal C10H16 --maximize --seed 7 --json
  webfaulon isomers C8H10 --count
  webfaulon anneal --help`;

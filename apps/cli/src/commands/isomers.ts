import {
  enumerateIsomers,
  hillFormula,
  knownIsomerCount,
  parseFormula,
  SaCoreError,
  wienerIndex,
} from '@webfaulon/sa-core';
import { inSlices } from '../annealing/slices.ts';
import { CliError } from '../errors.ts';
import { formatOf } from '../options/shared-options.ts';
import { ISOMER_FORMATS } from '../output/isomer-format.ts';
import { ProgressBar } from '../progress/progress-bar.ts';
import { grouped } from '../progress/progress-line.ts';
import type { Surroundings } from '../surroundings.ts';
import type { IsomersOptions } from './isomers-options.ts';

/**
 * Lists or counts all isomers of a formula; interrupted, those that were found so far.
 *
 * @throws {CliError} space_too_large
 * @throws {SaCoreError} what is wrong with the formula
 */
export async function isomersCommand(
  text: string,
  options: IsomersOptions,
  surroundings: Surroundings,
): Promise<void> {
  const formula = hillFormula(parseFormula(text));
  const known = knownIsomerCount(formula);
  if (options.count && known !== undefined && known > options.limit) {
    surroundings.notify(
      `${formula} has too many isomers to count them here; this is from a table of known numbers.`,
    );
    await surroundings.writeResult(countText(formula, known, options));
    return;
  }
  await enumerate(formula, known, options, surroundings);
}

async function enumerate(
  formula: string,
  known: number | undefined,
  options: IsomersOptions,
  { terminal, interruption, isResultOnTerminal, writeResult, notify }: Surroundings,
): Promise<void> {
  const format = ISOMER_FORMATS[formatOf(options)];
  // A list that scrolls by shows well enough how it goes on.
  const isBarWanted = options.progress && (options.count === true || !isResultOnTerminal);
  const bar = isBarWanted ? new ProgressBar(terminal) : undefined;
  const isomers = enumerateIsomers(formula, { limit: options.limit, components: [wienerIndex] });
  let told = 0;
  let isComplete = false;
  let written = options.count ? '' : format.head(formula);
  const lookAt = (most: number): boolean => {
    for (let i = 0; i < most; i++) {
      const next = refusing(() => isomers.next());
      if (next.done) {
        isComplete = true;
        return false;
      }
      const { smiles, scores } = next.value;
      if (!options.count) written += format.isomer({ smiles, wienerIndex: scores[0]! }, told);
      told++;
    }
    return true;
  };
  const flush = async (): Promise<void> => {
    await writeResult(written);
    written = '';
    bar?.show({ subject: formula, done: told, total: known, unit: 'isomers' });
  };
  try {
    await inSlices(lookAt, interruption, flush);
  } finally {
    bar?.clear();
  }
  if (!isComplete) notify(`Interrupted: ${formula} has more isomers than these ${grouped(told)}.`);
  await writeResult(options.count ? countText(formula, told, options) : format.foot(told, isComplete));
}

function countText(formula: string, count: number, options: IsomersOptions): string {
  return formatOf(options) === 'json' ? `${JSON.stringify({ formula, count })}\n` : `${count}\n`;
}

/** sa-core's sentence says all but the name of the option. */
function refusing<Answer>(look: () => Answer): Answer {
  try {
    return look();
  } catch (error) {
    if (error instanceof SaCoreError && error.code === 'isomers_over_limit') {
      throw new CliError('space_too_large', `${error.message} The option is --limit.`, error);
    }
    throw error;
  }
}

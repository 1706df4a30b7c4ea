import type { ClassBoard } from '@webfaulon/protocol';
import { degreeOfUnsaturation, parseFormula } from '@webfaulon/sa-core';
import { formatCount, formatScore } from '../format.ts';

/** An isomer that a class has found. */
export type BoardIsomer = ClassBoard['isomers'][number];

/** IUPAC's names of the unbranched chains, from four carbon atoms, where the first isomers are. */
const ALKANES = [
  'butanes',
  'pentanes',
  'hexanes',
  'heptanes',
  'octanes',
  'nonanes',
  'decanes',
  'undecanes',
  'dodecanes',
  'tridecanes',
  'tetradecanes',
  'pentadecanes',
  'hexadecanes',
  'heptadecanes',
  'octadecanes',
  'nonadecanes',
  'icosanes',
];
const FIRST_NAMED = 4;

/** Up to here a molecule has no two Kekulé forms: three alternating double bonds and their ring make four. */
const MAX_UNSATURATION_WITHOUT_KEKULE = 3;

/** What the isomers of a formula are called together: "decanes", or "isomers of C10H16". */
export function isomersOf(formula: string): string {
  const [, carbons = '', hydrogens = ''] = /^C(\d+)H(\d+)$/.exec(formula) ?? [];
  const name =
    Number(hydrogens) === 2 * Number(carbons) + 2 ? ALKANES[Number(carbons) - FIRST_NAMED] : undefined;
  return name ?? `isomers of ${formula}`;
}

/** The sentence of the board: "Our class found 61 of 75 decanes". */
export function headline({
  total,
  total_found,
  configuration: { formula },
}: Pick<ClassBoard, 'total' | 'total_found' | 'configuration'>): string {
  const isomers = isomersOf(formula);
  if (total_found === 0) {
    return `Our class looks for ${total === null ? isomers : `the ${formatCount(total)} ${isomers}`}`;
  }
  if (total === null) return `Our class found ${formatCount(total_found)} ${isomers}`;
  if (total_found === total) return `Our class found all ${formatCount(total)} ${isomers}`;
  return `Our class found ${formatCount(total_found)} of ${formatCount(total)} ${isomers}`;
}

/** What has to be said of the count; '' where nothing has. */
export function countNote(formula: string): string {
  return degreeOfUnsaturation(parseFormula(formula)) > MAX_UNSATURATION_WITHOUT_KEKULE
    ? 'Kekulé forms count separately.'
    : '';
}

/** How a finder is named on the board. */
export function finderName({ first_finder, first_finder_number }: BoardIsomer): string {
  return first_finder ?? `No. ${first_finder_number}`;
}

export function membersInWords(members: number): string {
  if (members === 0) return 'nobody has joined yet';
  return members === 1 ? '1 member' : `${formatCount(members)} members`;
}

/** For those who cannot see the bars. */
export function histogramInWords(histogram: ClassBoard['histogram']): string {
  const [first, last] = [histogram[0], histogram.at(-1)];
  if (first === undefined || last === undefined) return 'No isomer is found yet.';
  const most = histogram.reduce((a, b) => (b.isomers > a.isomers ? b : a));
  return `The isomers found have scores from ${formatScore(first.from)} to ${formatScore(last.to)}; most of them, ${formatCount(most.isomers)}, ${scoresOf(most)}.`;
}

/** The scores of a bin. */
export function scoresOf({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? `at ${formatScore(from)}` : `from ${formatScore(from)} to ${formatScore(to)}`;
}

/** What a member was the first to find; '' for nothing. */
export function firstsInWords(firsts: number): string {
  if (firsts === 0) return '';
  return firsts === 1
    ? 'You were the first to find one of them.'
    : `You were the first to find ${formatCount(firsts)} of them.`;
}

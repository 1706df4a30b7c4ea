import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import { formatScore } from '../format.ts';
import { comparableNumbers } from './comparable-numbers.ts';
import { isCorrected, metropolisFactor } from './verdict.ts';

/** The Metropolis criterion of a step, ready to be shown. */
export interface CriterionInNumbers {
  /** Such as "76 − 68 = 8", or why there is none. */
  readonly difference: string;
  /** Such as "exp(−8 / 4.933) = 0.20". */
  readonly criterion: string;
  /** 0 to 1, and 0 where nothing is to be decided. */
  readonly probability: number;
  readonly drawn: number;
  /** The number drawn, such as "0.14". */
  readonly u: string;
  /** What a line from 0 to 1 shows. */
  readonly scale: string;
}

const NOTHING: CriterionInNumbers = {
  difference: '–',
  criterion: '–',
  probability: 0,
  drawn: 0,
  u: '–',
  scale: 'there is nothing to decide',
};

export function criterionInNumbers(
  step: Pick<
    ExplainedStep,
    'before' | 'proposed' | 'difference' | 'probability' | 'drawn' | 'temperature'
  > | null,
): CriterionInNumbers {
  if (step === null) return NOTHING;
  const { before, proposed, difference, probability, drawn, temperature } = step;
  if (difference === null || probability === null) {
    return { ...NOTHING, difference: 'no score to compare', drawn, u: drawn.toFixed(2) };
  }
  const [p, u] = comparableNumbers(probability, drawn);
  return {
    difference: `${subtraction(before.score ?? 0, proposed?.score ?? 0, difference)} = ${formatScore(difference)}`,
    criterion: `${factor(difference, temperature, p.length - 2)}${
      isCorrected(difference, probability, temperature) ? `, corrected: ${p}` : ''
    }`,
    probability,
    drawn,
    u,
    scale: `shaded: p = ${p}; mark: u = ${u}`,
  };
}

/** Proposed less before where a lower score is better, and the other way round where a higher one is. */
function subtraction(before: number, proposed: number, difference: number): string {
  const isMaximised = difference !== 0 && Math.sign(difference) !== Math.sign(proposed - before);
  const [from, less] = isMaximised ? [before, proposed] : [proposed, before];
  return `${formatScore(from)} − ${formatScore(less)}`;
}

function factor(difference: number, kT: number, decimals: number): string {
  const numerator = difference < 0 ? `(${formatScore(difference)})` : formatScore(difference);
  const term = `exp(−${numerator} / ${formatScore(kT)})`;
  return difference < 0
    ? `${term} > 1, so 1`
    : `${term} = ${metropolisFactor(difference, kT).toFixed(decimals)}`;
}

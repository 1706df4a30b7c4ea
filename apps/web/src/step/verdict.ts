import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import type { OptimizationMode } from '@webfaulon/sa-core';
import { formatScore } from '../format.ts';
import { comparableNumbers } from './comparable-numbers.ts';

export interface Verdict {
  readonly outcome: ExplainedStep['outcome'];
  /** One word. */
  readonly title: string;
  /** Why, in sentences that a second-year student follows. */
  readonly text: string;
}

const TITLES = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  disconnected: 'Disconnected',
  invalid: 'Invalid',
} as const;

const INVALID = {
  nothing_to_displace: 'The molecule has too few atoms or bonds to displace anything.',
  same_atom: 'The same atom was drawn twice, and a displacement needs four different atoms.',
  bond_order:
    'No change is possible between these four atoms: a bond order would leave the range from 0 to 3.',
  no_change: 'Two hydrogens would change places, which gives the same molecule again.',
  structural_rule: 'The proposed molecule breaks a structural rule of this run.',
} as const;

type Judged = Pick<
  ExplainedStep,
  'outcome' | 'invalid_reason' | 'difference' | 'probability' | 'drawn' | 'temperature'
>;

export function verdictOf(step: Judged, mode: OptimizationMode): Verdict {
  return { outcome: step.outcome, title: TITLES[step.outcome], text: reasons(step, mode) };
}

function reasons(step: Judged, mode: OptimizationMode): string {
  const { outcome, invalid_reason, difference, probability } = step;
  if (outcome === 'invalid') {
    const why = invalid_reason === null ? '' : `${INVALID[invalid_reason]} `;
    return `${why}So nothing is proposed, and the molecule stays as it is.`;
  }
  if (outcome === 'disconnected' || difference === null || probability === null) {
    return 'The displacement would break the molecule into pieces. Pieces are no isomer and have no score, so the molecule stays as it is.';
  }
  return [changeOfScore(difference, mode), judgement(step, difference, probability, mode)].join(' ');
}

function changeOfScore(difference: number, mode: OptimizationMode): string {
  if (difference === 0) return 'The score stays the same.';
  const rises = difference > 0 === (mode === 'MINIMIZE');
  const verb = rises ? 'rises' : 'falls';
  return `The score ${verb} by ${formatScore(Math.abs(difference))}, which is ${difference > 0 ? 'worse' : 'better'}.`;
}

function judgement(
  { outcome, drawn, temperature }: Judged,
  difference: number,
  probability: number,
  mode: OptimizationMode,
): string {
  if (probability === 1) return 'A step that makes nothing worse is always accepted.';
  const [p, u] = comparableNumbers(probability, drawn);
  const comparison = drawn < probability ? `${u}, below it: accepted.` : `${u}, not below it: rejected.`;
  const change = difference > 0 ? (mode === 'MINIMIZE' ? 'a rise' : 'a fall') : 'this change';
  const size = difference > 0 ? ` of ${formatScore(difference)}` : '';
  const corrected = isCorrected(difference, probability, temperature)
    ? ' (corrected, because the way back is drawn more or less often than the way there)'
    : '';
  const stays = outcome === 'rejected' ? ' The molecule stays as it is.' : '';
  return (
    `At kT = ${formatScore(temperature)}, ${change}${size} is accepted with probability ${p}${corrected}; ` +
    `the number drawn is ${comparison}${stays}`
  );
}

/** Whether the probability is not that of Metropolis alone, but has the ratio of Hastings in it. */
export function isCorrected(difference: number, probability: number, kT: number): boolean {
  return Math.abs(probability - metropolisFactor(difference, kT)) > 1e-9;
}

/** min(1, exp(−Δ/kT)), for a kT of 0 as its limit. */
export function metropolisFactor(difference: number, kT: number): number {
  return difference <= 0 ? 1 : Math.exp(-difference / kT);
}

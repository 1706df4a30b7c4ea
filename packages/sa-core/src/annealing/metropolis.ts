import { exponential } from './exponential.ts';

/**
 * The probability to accept a difference dE at temperature kT >= 0, both in units of the score: 1 downhill and on the
 * level, else exp(-dE/kT). At kT = 0 nothing uphill is accepted. [Metropolis1953]
 *
 * @param ratio how much likelier the move back is drawn than the move itself, above 0: min(1, ratio exp(-dE/kT)) for
 *   proposals that are not symmetric [Hastings1970]
 */
export function acceptanceProbability(dE: number, kT: number, ratio = 1): number {
  if (dE > 0) return Math.min(1, ratio * exponential(-dE / kT));
  // Divided by exp(dE/kT), which is at most 1, instead of multiplied by a power that could overflow.
  return dE === 0 ? Math.min(1, ratio) : Math.min(1, ratio / exponential(dE / kT));
}

/** The Metropolis criterion with the number u drawn from (0, 1). */
export function accepts(dE: number, kT: number, u: number): boolean {
  return dE <= 0 || u < exponential(-dE / kT);
}

/**
 * The criterion of Metropolis and Hastings with the number u drawn from (0, 1); with a ratio of 1 that of
 * {@link accepts}, decision by decision.
 */
export function acceptsCorrected(dE: number, kT: number, ratio: number, u: number): boolean {
  return u < acceptanceProbability(dE, kT, ratio);
}

/** exp(-x) is below 2^-33, the least number that is drawn, for every x from here on. */
const HOPELESS = 23;
const TWO_TO_32 = 2 ** 32;

/**
 * The Metropolis criterion for dE > 0, with u as {@link Random.unit} makes it of 32 drawn bits. The same decision as
 * {@link accepts}, with most of its exponentials left out.
 */
export function acceptsDrawn(dE: number, kT: number, drawn: number): boolean {
  return dE <= HOPELESS * kT && (drawn + 0.5) / TWO_TO_32 < exponential(-dE / kT);
}

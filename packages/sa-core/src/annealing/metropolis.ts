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

/** Above ln 2. */
const LN2 = 0.693148;
/** For m of 16 .. 31 the first multiple of 1/64 from which on exp(-x) is at most m/32. */
const FIRST_BELOW = Array.from({ length: 32 }, (_, m) => {
  let x = 0;
  while (m >= 16 && exponential(-x) > m / 32) x += 1 / 64;
  return m < 16 ? LN2 : x;
});

/**
 * A bound on what a drawn number allows: above this no dE is accepted. But for the 32 smallest numbers it is at most kT / 13
 * higher than need be.
 */
export function mostUphill(kT: number, drawn: number): number {
  // The drawn number is at least m/32 of the power of two above it.
  const zeros = Math.clz32(drawn);
  return kT * (zeros * LN2 + FIRST_BELOW[(drawn << zeros) >>> 27]!);
}

import { exponential } from './exponential.ts';

/**
 * The probability to accept a difference dE at temperature kT >= 0, both in units of the score: 1 downhill and on the
 * level, else exp(-dE/kT). At kT = 0 nothing uphill is accepted. [Metropolis1953]
 */
export function acceptanceProbability(dE: number, kT: number): number {
  return dE <= 0 ? 1 : exponential(-dE / kT);
}

/** The Metropolis criterion with the number u drawn from (0, 1). */
export function accepts(dE: number, kT: number, u: number): boolean {
  return dE <= 0 || u < exponential(-dE / kT);
}

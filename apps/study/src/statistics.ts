import { Random } from '@webfaulon/sa-core';

export interface Estimate {
  readonly value: number;
  /** The 95 % confidence interval. */
  readonly low: number;
  readonly high: number;
}

/** The normal distribution has 95 % within so many standard deviations. */
const Z = 1.959964;

/** The share of successes with its interval by Wilson, which stays true near 0 and 1 [Wilson1927]. */
export function successRate(successes: number, trials: number): Estimate {
  const p = successes / trials;
  const shrink = 1 + Z ** 2 / trials;
  const centre = (p + Z ** 2 / (2 * trials)) / shrink;
  const half = (Z / shrink) * Math.sqrt((p * (1 - p)) / trials + Z ** 2 / (4 * trials ** 2));
  return {
    value: p,
    low: successes === 0 ? 0 : centre - half,
    high: successes === trials ? 1 : centre + half,
  };
}

/**
 * The median with its interval by order statistics, which asks nothing of the distribution. Values can be infinite, runs that
 * did not get there; so can then the median and the ends of its interval.
 */
export function median(values: readonly number[]): Estimate {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  const reach = (Z * Math.sqrt(n)) / 2;
  const low = Math.max(0, Math.floor(n / 2 - reach) - 1);
  const high = Math.min(n - 1, Math.ceil(n / 2 + reach));
  const [a, b] = [sorted[(n - 1) >> 1]!, sorted[n >> 1]!];
  return { value: a === b ? a : (a + b) / 2, low: sorted[low]!, high: sorted[high]! };
}

const RESAMPLES = 400;
const TAIL = Math.floor(0.025 * RESAMPLES);
/** By the number of observations. Drawn once, from a fixed seed: an interval is the same each time. */
const resamplesOf = new Map<number, readonly Uint16Array[]>();

/**
 * The 95 % interval of a statistic of n observations by the percentile bootstrap [Efron1979].
 *
 * @param statistic of observations drawn with replacement, as how often each was drawn
 */
export function bootstrapInterval(
  n: number,
  statistic: (times: Uint16Array) => number,
): { low: number; high: number } {
  const resamples = resamplesOf.get(n) ?? drawResamples(n);
  resamplesOf.set(n, resamples);
  const values = resamples.map(statistic).sort((a, b) => a - b);
  return { low: values[TAIL]!, high: values[RESAMPLES - 1 - TAIL]! };
}

function drawResamples(n: number): Uint16Array[] {
  const random = Random.fromSeed(1979);
  return Array.from({ length: RESAMPLES }, () => {
    const times = new Uint16Array(n);
    for (let i = 0; i < n; i++) times[random.below(n)]!++;
    return times;
  });
}

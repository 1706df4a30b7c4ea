export interface MemorySample {
  readonly seconds: number;
  readonly bytes: number;
}

export interface MemoryGrowth {
  readonly bytes_per_hour: number;
  /** Half the width of the interval that holds the slope with a probability of 95 %. */
  readonly uncertainty: number;
}

/** What comes before is the filling of caches. */
const SETTLING_SHARE = 1 / 3;
const MIN_SAMPLES = 10;
/** Of the normal distribution: 95 % lie within so many standard errors. */
const TWO_SIDED_95 = 1.96;
/**
 * Samples one after the other are alike, as memory is given back in leaps. So many of them are worth one that knows nothing of the
 * others.
 */
const ALIKE_SAMPLES = 10;

/** The straight line of least squares through the samples after the first third; null where there are too few. */
export function memoryGrowth(samples: readonly MemorySample[]): MemoryGrowth | null {
  const used = samples.slice(Math.ceil(samples.length * SETTLING_SHARE));
  const count = used.length;
  if (count < MIN_SAMPLES) return null;
  const mean = (of: (sample: MemorySample) => number) => used.reduce((sum, s) => sum + of(s), 0) / count;
  const middle = mean(({ seconds }) => seconds);
  const level = mean(({ bytes }) => bytes);
  const spread = used.reduce((sum, { seconds }) => sum + (seconds - middle) ** 2, 0);
  const slope =
    used.reduce((sum, { seconds, bytes }) => sum + (seconds - middle) * (bytes - level), 0) / spread;
  const residual = used.reduce(
    (sum, { seconds, bytes }) => sum + (bytes - level - slope * (seconds - middle)) ** 2,
    0,
  );
  const error = Math.sqrt((residual / (count - 2) / spread) * ALIKE_SAMPLES);
  return { bytes_per_hour: slope * 3600, uncertainty: TWO_SIDED_95 * error * 3600 };
}

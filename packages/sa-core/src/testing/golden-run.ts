import { createHash } from 'node:crypto';
import type { Configuration } from '../annealing/configuration.ts';
import { type GoldenTrace, goldenTrace } from './golden-runs.ts';

/** What is kept of a golden run. */
export interface GoldenRun extends Omit<GoldenTrace, 'text'> {
  /** SHA-256 over the text of the trace. */
  readonly digest: string;
}

export function goldenRun(configuration: Configuration): GoldenRun {
  const { samples, text, ...run } = goldenTrace(configuration);
  return { ...run, digest: createHash('sha256').update(text).digest('hex'), samples };
}

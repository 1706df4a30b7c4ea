import type { RunPlan } from '../setup/setup.ts';

/** A run with a lesson. */
export interface Preset extends RunPlan {
  /** Stable: a link or a test may name it. */
  readonly id: string;
  readonly title: string;
  /** What is minimised or maximised, in a few words. */
  readonly objective: string;
  /** One sentence: what to look for. */
  readonly lesson: string;
}

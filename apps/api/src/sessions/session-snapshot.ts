import { SESSION_STATES, type SessionState } from '@webfaulon/protocol';
import type { Failure } from './run-computation.ts';
import type { StepRecord } from './step-record.ts';

/**
 * What a session is at a moment, beside its id and its configuration: all that its run cannot tell when it is computed again,
 * and what would take long to compute.
 */
export interface SessionSnapshot {
  /** The number of resets. */
  readonly run: number;
  /** "stepping" while single steps are played. */
  readonly state: SessionState | 'stepping';
  /** Where the single steps end; null in any other state. */
  readonly until: number | null;
  readonly stepsPerSecond: number | null;
  readonly played: number;
  /** The step that the run has ended with; null until it is played to its end. */
  readonly end: number | null;
  readonly completeWasSeen: boolean;
  /** The record of the played step; null where the start molecule is not known yet. */
  readonly position: StepRecord | null;
  /** At the played step; as another version would compute it. */
  readonly temperature: number;
  readonly failure: Pick<Failure, 'code' | 'detail'> | null;
}

const STATES: readonly unknown[] = [...SESSION_STATES, 'stepping'];

/** Whether a value that was read has what a snapshot needs, so that a session can be made of it. */
export function isSnapshot(value: unknown): value is SessionSnapshot {
  if (typeof value !== 'object' || value === null) return false;
  const { run, state, played, position } = value as Partial<SessionSnapshot>;
  return (
    Number.isSafeInteger(run) &&
    STATES.includes(state) &&
    Number.isSafeInteger(played) &&
    position !== undefined
  );
}

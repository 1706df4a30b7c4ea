import type { SessionState } from '@webfaulon/protocol';
import type { RunOrigin } from './run-computation.ts';
import type { RunSegment } from './run-segments.ts';
import type { SessionSnapshot } from './session-snapshot.ts';

/** A session as another process left it. */
export interface SessionPast {
  readonly snapshot: SessionSnapshot;
  /** What was kept of its run; asked for when the run is needed. */
  readonly segments: () => readonly RunSegment[];
}

/** The state in which such a session is found, before what ran is let go on. */
export function heldState({ snapshot: { state, played } }: SessionPast): Exclude<SessionState, 'running'> {
  if (state === 'running' || state === 'stepping') return played === 0 ? 'idle' : 'paused';
  return state;
}

/** Where its run is taken up. */
export function originOf({ snapshot, segments }: SessionPast, kept: number): RunOrigin {
  const { played, end, failure } = snapshot;
  return { played, kept, end: end ?? undefined, failure: failure ?? undefined, segments: segments() };
}

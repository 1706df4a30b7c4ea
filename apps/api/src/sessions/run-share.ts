import { REPLAY_PER_STEP_MAX } from '@webfaulon/protocol';

/** Of a few hundred bytes to a kilobyte each, so that all single steps together take some 200 MB at most. */
const RECORDS_IN_ALL = 250_000;
const KEYFRAME_BYTES_IN_ALL = 200e6;
/** What a viewer on a good connection needs to read on, even with 5,000 sessions. */
const MIN_RECORDS = 50;

/** What one run may keep in memory. Whatever it lets go is computed again for those who want it. */
export interface RunShare {
  /** Records of single steps that are played already, beside the coarse grid. */
  readonly records: number;
  /** Of keyframes, beside those that end a segment. */
  readonly keyframeBytes: number;
}

/**
 * The share of each of so many runs: a few keep all that a replay in full reaches, and thousands have no more memory together
 * than those few.
 */
export function shareOf(runs: number): RunShare {
  const each = Math.floor(RECORDS_IN_ALL / Math.max(1, runs));
  return {
    records: Math.max(MIN_RECORDS, Math.min(each, REPLAY_PER_STEP_MAX)),
    keyframeBytes: Math.floor(KEYFRAME_BYTES_IN_ALL / Math.max(1, runs)),
  };
}

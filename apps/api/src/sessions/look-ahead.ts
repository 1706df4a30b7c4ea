import type { SliceClass } from '../annealing/ready-queue.ts';
import type { Playback } from './playback.ts';

const UNTHROTTLED_SLICE_STEPS = 50_000;
/** A paced session computes this far ahead of its playback, within bounds, and asks for more at half of it. */
const AHEAD_SECONDS = 2;
const MIN_AHEAD_STEPS = 50;
const MAX_AHEAD_STEPS = 1000;
/** A run goes before others until it has something to show, but no longer than this: a slow score may take long to get there. */
const MAX_PROMPT_SLICES = 5;

/** Where a running session stands. */
interface Progress {
  readonly played: number;
  readonly computed: number;
  /** How many slices have come back with steps made. */
  readonly slices: number;
  /** The steps divisible by this are recorded. */
  readonly recordedStride: number;
  /** Where the single steps end that are played; undefined where it plays on. */
  readonly until: number | undefined;
  /** null: as fast as possible. */
  readonly pace: number | null;
  readonly playback: Pick<Playback, 'timeOf'> | undefined;
}

/** The slice that a running session has need of now; undefined where it has computed far enough ahead. */
export function nextSlice(
  { played, computed, slices, recordedStride, until, pace, playback }: Progress,
  now: number,
): { readonly steps: number; readonly sliceClass: SliceClass; readonly deadline: number } | undefined {
  if (until !== undefined) return { steps: until - computed, sliceClass: 'prompt', deadline: now };
  const isFirst = computed < recordedStride && slices < MAX_PROMPT_SLICES;
  if (pace === null || playback === undefined) {
    return {
      steps: UNTHROTTLED_SLICE_STEPS,
      sliceClass: isFirst ? 'prompt' : 'unthrottled',
      deadline: now,
    };
  }
  const wanted = Math.round(pace * AHEAD_SECONDS);
  const ahead = Math.max(MIN_AHEAD_STEPS, Math.min(wanted, MAX_AHEAD_STEPS));
  const present = computed - played;
  if (present > ahead / 2) return undefined;
  return {
    steps: ahead - present,
    sliceClass: isFirst ? 'prompt' : 'paced',
    deadline: playback.timeOf(computed + 1),
  };
}

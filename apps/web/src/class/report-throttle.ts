import { retryDelay } from './retry-delay.ts';

/** The least time between two reports of a run that goes on. */
const RUNNING_MILLISECONDS = 2000;
/** Of a run that stands still: its step matters at once, but single steps can follow one another fast. */
const STILL_MILLISECONDS = 300;

/** What was sent so far. */
export interface SentReports {
  /** The farthest step that the class has noted; -1 before the first. */
  readonly notedStep: number;
  /** When the last report was sent; milliseconds. */
  readonly sentAt: number;
  /** How many in a row could not be delivered. */
  readonly failures: number;
}

export const NOTHING_SENT: SentReports = { notedStep: -1, sentAt: Number.NEGATIVE_INFINITY, failures: 0 };

/** Milliseconds until the next report is due; null while there is nothing new to report. */
export function nextReportIn(
  { notedStep, sentAt, failures }: SentReports,
  { step, isStill }: { readonly step: number; readonly isStill: boolean },
  now: number,
): number | null {
  if (step <= notedStep) return null;
  const pause = isStill ? STILL_MILLISECONDS : RUNNING_MILLISECONDS;
  return Math.max(0, sentAt + (failures === 0 ? pause : retryDelay(failures)) - now);
}

/**
 * The place of an event in a session, as the id of a server-sent event tells it: `17` is step 17 of the first run,
 * `17-r2` step 17 after the second reset, `2000-complete` and `2000-r2-complete` the events that end these runs.
 */
export interface EventId {
  /** The step after which the event happened: a safe integer of at least 0. */
  readonly step: number;
  /** How many resets came before: a safe integer of at least 0. */
  readonly run: number;
  /** Whether it is the run's complete event. */
  readonly complete: boolean;
}

/** Numbers have one spelling only, so that each place in a session has one id. */
const EVENT_ID_PATTERN = /^(0|[1-9]\d{0,15})(?:-r([1-9]\d{0,15}))?(-complete)?$/;

/** The id's text, the inverse of parseEventId. */
export function formatEventId({ step, run, complete }: EventId): string {
  return `${step}${run === 0 ? '' : `-r${run}`}${complete ? '-complete' : ''}`;
}

/** The place that an id names; undefined for a text that formatEventId never gives. */
export function parseEventId(text: string): EventId | undefined {
  const match = EVENT_ID_PATTERN.exec(text);
  if (match === null) return undefined;
  const step = Number(match[1]);
  const run = Number(match[2] ?? 0);
  if (!Number.isSafeInteger(step) || !Number.isSafeInteger(run)) return undefined;
  return { step, run, complete: match[3] !== undefined };
}

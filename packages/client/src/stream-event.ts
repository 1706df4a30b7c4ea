import type { CompleteEvent, ErrorEvent, ProgressEvent, WaitingEvent } from '@webfaulon/protocol';
import { parseEventId } from '@webfaulon/protocol/event-id';
import type { EventSourceMessage } from 'eventsource-parser';
import { ConnectionError } from './api-error.ts';

/** What a step or the end of a run tells. `run` is the number of resets that came before it. */
interface RunEvent<Type extends string, Data> {
  readonly type: Type;
  readonly id: string;
  readonly run: number;
  readonly data: Data;
}

/** An event of a stream. Its data is typed by the contract, and not checked any further. */
export type StreamEvent =
  | RunEvent<'progress', ProgressEvent>
  | RunEvent<'complete', CompleteEvent>
  | { readonly type: 'waiting'; readonly data: WaitingEvent }
  | { readonly type: 'error'; readonly data: ErrorEvent };

/**
 * The event of a message; undefined for a kind that is not known here, which a later server may send.
 *
 * @throws {ConnectionError} if it was damaged on its way
 */
export function streamEventOf({ event: type, id, data: text }: EventSourceMessage): StreamEvent | undefined {
  if (type === 'progress' || type === 'complete') {
    const place = id === undefined ? undefined : parseEventId(id);
    const data = parse(text) as ProgressEvent;
    if (id === undefined || place?.step !== data.step) throw damaged();
    return { type, id, run: place.run, data };
  }
  // What tells of no step needs no id: nothing is resumed after it.
  if (type === 'waiting') return { type, data: parse(text) as WaitingEvent };
  if (type === 'error') return { type, data: parse(text) as ErrorEvent };
  return undefined;
}

function parse(text: string): object {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data === 'object' && data !== null) return data;
  } catch (error) {
    throw damaged(error);
  }
  throw damaged();
}

function damaged(cause?: unknown): ConnectionError {
  return new ConnectionError('An event arrived damaged.', cause);
}

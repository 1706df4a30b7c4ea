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

/** What an event is, without what it tells. `id` and `run` are those of a step or of the end of a run. */
export type EventHead =
  | {
      readonly type: 'progress' | 'complete';
      readonly id: string;
      readonly run: number;
      readonly step: number;
    }
  | { readonly type: 'waiting' | 'error'; readonly id?: undefined };

/**
 * The head of a message; undefined for a kind that is not known here, which a later server may send.
 *
 * @throws {ConnectionError} if it was damaged on its way
 */
export function eventHeadOf({ event: type, id }: EventSourceMessage): EventHead | undefined {
  if (type === 'progress' || type === 'complete') {
    const place = id === undefined ? undefined : parseEventId(id);
    if (id === undefined || place === undefined) throw damaged();
    return { type, id, run: place.run, step: place.step };
  }
  // What tells of no step needs no id: nothing is resumed after it.
  return type === 'waiting' || type === 'error' ? { type } : undefined;
}

/**
 * The event of a head and its data.
 *
 * @throws {ConnectionError} if it was damaged on its way
 */
export function streamEventOf(head: EventHead, text: string): StreamEvent {
  if (head.id === undefined) {
    return head.type === 'waiting'
      ? { type: 'waiting', data: parse(text) as WaitingEvent }
      : { type: 'error', data: parse(text) as ErrorEvent };
  }
  const { type, id, run } = head;
  const data = parse(text) as ProgressEvent;
  if (head.step !== data.step) throw damaged();
  return { type, id, run, data };
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

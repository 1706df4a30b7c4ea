import { type EventStream, type EventStreamOptions, openEventStream } from '../event-stream.ts';
import type { StreamEvent } from '../stream-event.ts';
import type { StreamState } from '../stream-state.ts';

/** A stream with everything that it has told so far. */
export interface WatchedStream {
  readonly stream: EventStream;
  readonly events: StreamEvent[];
  readonly states: StreamState[];
}

const SHORT_MILLISECONDS = 20_000;

/** Waits a fiftieth of what is asked for before a reconnect; silence is waited for in full. */
function scheduleSoon(callback: () => void, milliseconds: number): () => void {
  const isReconnect = milliseconds < SHORT_MILLISECONDS;
  const timer = setTimeout(callback, isReconnect ? milliseconds / 50 : milliseconds);
  return () => clearTimeout(timer);
}

export function watchStream(
  options: Omit<EventStreamOptions, 'onEvent'> & Partial<Pick<EventStreamOptions, 'onEvent'>>,
): WatchedStream {
  const events: StreamEvent[] = [];
  const states: StreamState[] = [];
  const stream = openEventStream({
    schedule: scheduleSoon,
    ...options,
    onEvent: (event) => {
      events.push(event);
      options.onEvent?.(event);
    },
    onState: (state) => {
      states.push(state);
      options.onState?.(state);
    },
  });
  return { stream, events, states };
}

/** The steps of the progress events, in the order in which they came. */
export function stepsOf(events: readonly StreamEvent[]): number[] {
  return events.flatMap((event) => (event.type === 'progress' ? [event.data.step] : []));
}

import type { ApiError, ConnectionError } from './api-error.ts';

/**
 * Where a stream stands. `connecting` and `reconnecting` become `live`; `live` and `reconnecting` follow one another as
 * long as the connection breaks; the other four are ends.
 */
export type StreamState =
  | { readonly name: 'connecting' }
  | { readonly name: 'live' }
  | {
      readonly name: 'reconnecting';
      /** From 1; back to 1 once an event has arrived. */
      readonly attempt: number;
      /** How long from now the attempt is made. */
      readonly milliseconds: number;
      readonly cause: ApiError | ConnectionError;
    }
  /** The run has been told to its end. */
  | { readonly name: 'complete' }
  /** The session is not there: it was deleted, has expired, or the server has lost it. The same configuration gives the same run. */
  | { readonly name: 'gone'; readonly cause: ApiError }
  /** The server will not serve this request, however often it is made. */
  | { readonly name: 'refused'; readonly cause: ApiError }
  /** Closed on this side. */
  | { readonly name: 'closed' };

/** A state that no other follows. */
export type StreamEnd = Extract<StreamState, { name: 'complete' | 'gone' | 'refused' | 'closed' }>;

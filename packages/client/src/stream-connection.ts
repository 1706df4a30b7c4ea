import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { type ApiError, ConnectionError, errorOf } from './api-error.ts';
import { type ApiAddress, fetchFrom } from './request.ts';

/** How the one connection of an attempt came out. */
export type ConnectionOutcome =
  /** It held for a while, and then the server ended it without a word. */
  | { readonly kind: 'ended' }
  /** There is no more to send: 204. */
  | { readonly kind: 'nothing left' }
  | { readonly kind: 'refused'; readonly error: ApiError };

/** What is told of a connection while it lasts. */
export interface ConnectionObserver {
  opened(): void;
  /** Bytes have arrived, if only a comment that keeps the connection awake. */
  heard(): void;
  message(message: EventSourceMessage): void;
  /** The server asks for this base of the time between two attempts. */
  retry(milliseconds: number): void;
}

/**
 * Reads one connection to its end. What the observer throws ends it and is thrown on.
 *
 * @throws {ConnectionError} if the connection breaks, or what answers is no event stream
 */
export async function readConnection(
  address: ApiAddress,
  url: string,
  signal: AbortSignal,
  observer: ConnectionObserver,
): Promise<ConnectionOutcome> {
  const response = await fetchFrom(address, url, {
    signal,
    cache: 'no-store',
    headers: { accept: 'text/event-stream' },
  });
  if (response.status === 204) return { kind: 'nothing left' };
  if (!response.ok) return { kind: 'refused', error: await errorOf(response, signal) };
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('text/event-stream') || response.body === null) {
    // The page of a network that wants a login first, for example.
    await response.body?.cancel();
    throw new ConnectionError('Something other than the server has answered.');
  }
  observer.opened();
  const reader = response.body.getReader();
  const free = () => void reader.cancel().catch(() => undefined);
  // A body whose last bytes are there already does not hear of the abort, and a read of it would wait for ever.
  signal.addEventListener('abort', free, { once: true });
  const decoder = new TextDecoder();
  const parser = createParser({
    onEvent: (message) => observer.message(message),
    onRetry: (milliseconds) => observer.retry(milliseconds),
  });
  try {
    for (;;) {
      const chunk = await reader.read().catch((error: unknown) => {
        throw new ConnectionError('The connection broke.', error);
      });
      if (chunk.done) return { kind: 'ended' };
      observer.heard();
      parser.feed(decoder.decode(chunk.value, { stream: true }));
    }
  } finally {
    signal.removeEventListener('abort', free);
    // Frees the connection when an event was the reason to leave; broken ones have nothing to free.
    free();
  }
}

import { Agent, type IncomingMessage, request } from 'node:http';
import type { UnderlyingSource } from 'node:stream/web';

/** How a reader lags: it trickles, and now and then, as when a network comes back, takes all that waits for it. */
export interface Slowness {
  readonly bytesPerSecond: number;
  /** From one second of taking all to the next; left out, it trickles for ever. */
  readonly catchUpSeconds?: number;
}

export interface HttpFetchOptions {
  /** Told of each piece of a body as it arrives. */
  readonly onBytes?: (piece: Buffer) => void;
  /** Left out, bodies are read as fast as they come. */
  readonly slowness?: Slowness;
  /** Left out, each request has a connection of its own. */
  readonly agent?: Agent;
  /** Those that the server has set, by name: a client is known by them. */
  readonly cookies?: Map<string, string>;
}

const OF_ITS_OWN = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
/** A slow reader takes a tenth of a second's bytes at a time. */
const SLOW_TICK_MILLISECONDS = 100;
const CATCH_UP_MILLISECONDS = 1000;

/**
 * A fetch over node:http, for packages/client: a third of the cost of Node's own for streams of small events, so that the
 * generator leaves the processor to the server, and it can read slowly.
 */
export function httpFetch(options: HttpFetchOptions = {}): typeof fetch {
  const { agent = OF_ITS_OWN, cookies = new Map<string, string>() } = options;
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const { method = 'GET', headers, body, signal } = init;
      const url = input instanceof Request ? input.url : input;
      const sent = Object.fromEntries(new Headers(headers).entries());
      if (cookies.size > 0) sent['cookie'] = [...cookies].map((cookie) => cookie.join('=')).join('; ');
      const outgoing = request(url, { method, agent, headers: sent }, (incoming) => {
        for (const text of incoming.headers['set-cookie'] ?? []) {
          const [, name, value] = /^([^=;]+)=([^;]*)/.exec(text) ?? [];
          if (name !== undefined && value !== undefined) cookies.set(name, value);
        }
        resolve(responseOf(incoming, options));
      });
      outgoing.once('error', reject);
      const abort = () =>
        outgoing.destroy(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
      if (signal?.aborted) abort();
      signal?.addEventListener('abort', abort, { once: true });
      outgoing.once('close', () => signal?.removeEventListener('abort', abort));
      outgoing.end(typeof body === 'string' ? body : undefined);
    });
}

function responseOf(incoming: IncomingMessage, { onBytes, slowness }: HttpFetchOptions): Response {
  const { statusCode: status = 0 } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  // These are forbidden a body, even an empty one.
  if (status === 204 || status === 304) {
    incoming.resume();
    return new Response(null, { status, headers });
  }
  const source = slowness === undefined ? flowing(incoming, onBytes) : slow(incoming, slowness, onBytes);
  return new Response(new ReadableStream(source), { status, headers });
}

type Source = UnderlyingSource<Uint8Array>;

function flowing(incoming: IncomingMessage, onBytes?: (piece: Buffer) => void): Source {
  let isOver = false;
  return {
    start(controller) {
      incoming.on('data', (piece: Buffer) => {
        onBytes?.(piece);
        if (!isOver) controller.enqueue(piece);
      });
      incoming.once('end', () => {
        if (!isOver) controller.close();
        isOver = true;
      });
      incoming.once('error', (error) => {
        if (!isOver) controller.error(error);
        isOver = true;
      });
    },
    cancel() {
      isOver = true;
      incoming.destroy();
    },
  };
}

/** Leaves what is beyond its rate where it is: in the buffers of the two machines' systems, and then with the server. */
function slow(
  incoming: IncomingMessage,
  { bytesPerSecond, catchUpSeconds = Number.POSITIVE_INFINITY }: Slowness,
  onBytes?: (piece: Buffer) => void,
): Source {
  const share = Math.max(1, Math.round((bytesPerSecond * SLOW_TICK_MILLISECONDS) / 1000));
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  let caughtUpAt = performance.now();
  const isCatchingUp = () => performance.now() - caughtUpAt >= catchUpSeconds * 1000;
  const finish = (act: () => void) => {
    clearInterval(timer);
    if (!isOver) act();
    isOver = true;
  };
  return {
    start(controller) {
      const take = (most: number) => {
        const piece: Buffer | null = incoming.read(Math.min(most, Math.max(1, incoming.readableLength)));
        if (piece === null || isOver) return;
        onBytes?.(piece);
        controller.enqueue(piece);
      };
      // Listening for it, the stream reads no further ahead than its own buffer goes.
      incoming.on('readable', () => {
        if (isCatchingUp()) take(Number.POSITIVE_INFINITY);
      });
      timer = setInterval(() => {
        take(isCatchingUp() ? Number.POSITIVE_INFINITY : share);
        if (performance.now() - caughtUpAt >= catchUpSeconds * 1000 + CATCH_UP_MILLISECONDS)
          caughtUpAt = performance.now();
      }, SLOW_TICK_MILLISECONDS);
      incoming.once('end', () => finish(() => controller.close()));
      incoming.once('error', (error) => finish(() => controller.error(error)));
      incoming.once('close', () => finish(() => controller.close()));
    },
    cancel() {
      finish(() => undefined);
      incoming.destroy();
    },
  };
}

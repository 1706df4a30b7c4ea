import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Connection } from 'better-sse';

/** What better-sse reads of a request's address are ids and padding, which the route and the viewer see to. */
const ADDRESS = new URL('http://localhost/');

/** What a viewer needs of its connection. */
export type ViewerConnection = Pick<
  BoundedConnection,
  | 'isOpen'
  | 'isFull'
  | 'idleMilliseconds'
  | 'keptWaitingMilliseconds'
  | 'forgive'
  | 'send'
  | 'onDrain'
  | 'end'
  | 'drop'
>;

/**
 * An SSE connection that tells when its client is not keeping up. Its writer asks {@link isFull} before each chunk, so
 * that no more than a chunk beyond Node's own buffer is ever held for a client.
 *
 * Nothing of the request is parsed here: better-sse's own connection throws on a Host header that is no host.
 */
export class BoundedConnection extends Connection {
  override readonly url = ADDRESS;
  override readonly request: Request;
  override readonly response: Response = new Response(null, {
    headers: Connection.constants.RESPONSE_HEADERS,
  });
  private readonly serverResponse: ServerResponse;
  private readonly socket: Socket;
  /** Since when something waits for the client to take it; performance.now(). */
  private fullSince: number | undefined;
  /** How long things have waited before, since the client was last found at the end of what there was to send. */
  private waitedBefore = 0;
  private readonly gone = new AbortController();
  private readonly onClose = () => {
    this.isOver = true;
    this.gone.abort();
  };
  /** Whether it was ended here, or closed by the client. */
  private isOver = false;
  private lastWritten = performance.now();

  constructor(request: IncomingMessage, response: ServerResponse) {
    super();
    this.serverResponse = response;
    this.socket = request.socket;
    this.request = new Request(ADDRESS, { signal: this.gone.signal });
    this.socket.setNoDelay(true);
    response.once('close', this.onClose);
    response.on('drain', () => {
      this.waitedBefore += this.stalledMilliseconds;
      this.fullSince = undefined;
    });
  }

  get isFull(): boolean {
    return this.fullSince !== undefined;
  }

  get isOpen(): boolean {
    return !this.isOver && !this.serverResponse.destroyed;
  }

  /** How long the client has not taken what waits for it; 0 where nothing waits. */
  get stalledMilliseconds(): number {
    return this.fullSince === undefined ? 0 : performance.now() - this.fullSince;
  }

  /** How long the client has kept us waiting in all, since {@link forgive}. */
  get keptWaitingMilliseconds(): number {
    return this.waitedBefore + this.stalledMilliseconds;
  }

  forgive(): void {
    this.waitedBefore = 0;
  }

  get idleMilliseconds(): number {
    return performance.now() - this.lastWritten;
  }

  send(chunk: string | Buffer): void {
    if (!this.isOpen || chunk.length === 0) return;
    this.lastWritten = performance.now();
    if (!this.serverResponse.write(chunk)) this.fullSince ??= this.lastWritten;
  }

  onDrain(listener: () => void): void {
    this.serverResponse.on('drain', listener);
  }

  /** Ends the stream once the client has taken what was sent. */
  end(): void {
    if (!this.isOpen) return;
    this.isOver = true;
    this.serverResponse.end();
  }

  /** Cuts off a client that takes nothing: its socket, as an answer that waits behind another on it has none of its own. */
  drop(): void {
    this.isOver = true;
    this.socket.destroy();
  }

  override sendHead(): void {
    // Nothing comes after a stream, so its socket is closed with it, and does not linger for another request. Nor does its
    // body need to be cut into HTTP's chunks, which would make each write a sixth more expensive.
    this.serverResponse.removeHeader('Transfer-Encoding');
    this.serverResponse.writeHead(200, { ...Connection.constants.RESPONSE_HEADERS, Connection: 'close' });
  }

  override sendChunk(chunk: string): void {
    this.send(chunk);
  }

  override cleanup(): void {
    this.serverResponse.off('close', this.onClose);
  }
}

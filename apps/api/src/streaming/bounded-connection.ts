import type { IncomingMessage, ServerResponse } from 'node:http';
import { NodeHttp1Connection } from 'better-sse';

/**
 * An SSE connection that tells when its client is not keeping up. Its writer asks {@link isFull} before each chunk, so
 * that no more than a chunk beyond Node's own buffer is ever held for a client.
 */
export class BoundedConnection extends NodeHttp1Connection {
  private readonly serverResponse: ServerResponse;
  /** Since when something waits for the client to take it; performance.now(). */
  private fullSince: number | undefined;
  /** How long things have waited before, since the client was last found at the end of what there was to send. */
  private waitedBefore = 0;
  private lastWritten = performance.now();

  constructor(request: IncomingMessage, response: ServerResponse) {
    // better-sse makes a URL of the host, of which nothing here depends, and throws where it is none.
    if (!URL.canParse(`http://${request.headers.host}`)) delete request.headers.host;
    // Nothing comes after a stream, so its socket is closed with it, and does not linger for another request.
    super(request, response, { headers: { Connection: 'close' } });
    this.serverResponse = response;
    response.on('drain', () => {
      this.waitedBefore += this.stalledMilliseconds;
      this.fullSince = undefined;
    });
    this.sendChunk = (chunk) => this.send(chunk);
  }

  get isFull(): boolean {
    return this.serverResponse.writableNeedDrain;
  }

  get isOpen(): boolean {
    return !(
      this.serverResponse.writableEnded ||
      this.serverResponse.destroyed ||
      this.serverResponse.closed
    );
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
    if (this.isOpen) this.serverResponse.end();
  }

  /** Cuts off a client that takes nothing. */
  drop(): void {
    this.serverResponse.destroy();
  }
}

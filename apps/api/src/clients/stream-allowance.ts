import { finished, type Writable } from 'node:stream';
import type { Client } from './client.ts';
import { Holdings, type Overdrawn } from './holdings.ts';

/** How many event streams may be open at once. */
interface StreamLimits {
  readonly maxStreams: number;
  readonly maxStreamsPerSession: number;
  readonly maxStreamsPerClient: number;
  readonly maxStreamsPerAddress: number;
}

/** Counts the open streams: of each session, each client and each address, and all of them. */
export class StreamAllowance {
  private readonly limits: StreamLimits;
  private readonly holdings: Holdings;
  /** By session id. Invariant: above 0. */
  private readonly perSession = new Map<string, number>();
  private open = 0;

  constructor(limits: StreamLimits) {
    this.limits = limits;
    const { maxStreamsPerClient: perClient, maxStreamsPerAddress: perAddress } = limits;
    this.holdings = new Holdings({ perClient, perAddress });
  }

  /** Counts a stream from now until its response is closed; what it would exceed where it may not be opened. */
  take(sessionId: string, client: Client, response: Writable): Overdrawn | 'session' | 'server' | undefined {
    const watching = this.perSession.get(sessionId) ?? 0;
    if (this.open >= this.limits.maxStreams) return 'server';
    if (watching >= this.limits.maxStreamsPerSession) return 'session';
    const holder = { client: client.id, address: client.address };
    const overdrawn = this.holdings.overdrawn(holder);
    if (overdrawn !== undefined) return overdrawn;
    this.open++;
    this.perSession.set(sessionId, watching + 1);
    this.holdings.add(holder);
    finished(response, () => {
      this.open--;
      this.holdings.remove(holder);
      const left = (this.perSession.get(sessionId) ?? 0) - 1;
      if (left > 0) this.perSession.set(sessionId, left);
      else this.perSession.delete(sessionId);
    });
    return undefined;
  }
}

import { isIP } from 'node:net';
import { ipKeyGenerator } from 'express-rate-limit';

/**
 * Who makes a request, as far as limits and turns go: a browser by its signed cookie, a program that keeps none by its
 * address. It grants nothing: what somebody may do follows from the ids that they know.
 */
export interface Client {
  /** What counts together, and takes turns as one. */
  readonly id: string;
  /** The network address; of IPv6 the /56 that a provider gives to one customer. */
  readonly address: string;
}

/** Who a session belongs to. Plain data: it outlives the process with the session. */
export interface Owner {
  readonly client: string;
  readonly address: string;
  /**
   * The id in the cookie that was offered with the session, to whoever came without one. A client that comes back with it keeps
   * cookies, and the session is its own from then on.
   */
  readonly offered: string | null;
}

/** The part of an address that one party has to itself. */
export function partyOf(address: string | undefined): string {
  // Behind a proxy that is trusted the address is what it says, which may be anything.
  return address === undefined || isIP(address) === 0 ? 'unknown' : ipKeyGenerator(address);
}

/** The client that has no cookie. */
export function clientAt(address: string): Client {
  return { id: `address ${address}`, address };
}

export function hasCookie({ id, address }: Client): boolean {
  return id !== clientAt(address).id;
}

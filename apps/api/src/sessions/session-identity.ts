import type { Owner } from '../clients/client.ts';

/** How a session is found and whose it is. Plain data: it outlives the process with the session. */
export interface SessionIdentity {
  readonly id: string;
  /** Under it the session can be watched and nothing else; it tells nothing of `id`. */
  readonly viewerId: string;
  owner: Owner;
}

import type { Owner } from '../clients/client.ts';
import type { SessionIdentity } from '../sessions/session-identity.ts';

/** A browser that has a cookie. */
export function ownerNamed(client: string, address = '192.0.2.1'): Owner {
  return { client: `cookie ${client}`, address, offered: null };
}

/** Of a session that belongs to somebody. */
export const IDENTITY: SessionIdentity = {
  id: '7f1c2f0e-2a55-4a0b-9a34-3d0f5a1c9b21',
  viewerId: '0d9b6a51-5c0e-4f6e-9c55-2f1f0a4f6d10',
  owner: ownerNamed('somebody'),
};

import { clientAt, type Owner } from './client.ts';

/** How many of a thing one client may have, and all clients of one address together. */
export interface HoldingLimits {
  readonly perClient: number;
  readonly perAddress: number;
}

/** Who has as many as they may. */
export type Overdrawn = 'client' | 'address';

type Holder = Pick<Owner, 'client' | 'address'>;

/** How many of a thing every client has, and every address. Whoever has none takes no memory. */
export class Holdings {
  readonly limits: HoldingLimits;
  /** By client, and by the client without a cookie for the address as a whole. Invariant: above 0. */
  private readonly counts = new Map<string, number>();

  constructor(limits: HoldingLimits) {
    this.limits = limits;
  }

  /** Who could not hold one more; undefined where it is allowed. */
  overdrawn({ client, address }: Holder): Overdrawn | undefined {
    const whole = clientAt(address).id;
    if (client !== whole && this.count(client) >= this.limits.perClient) return 'client';
    return this.count(whole) >= this.limits.perAddress ? 'address' : undefined;
  }

  add({ client, address }: Holder): void {
    for (const holder of new Set([client, clientAt(address).id])) {
      this.counts.set(holder, this.count(holder) + 1);
    }
  }

  remove({ client, address }: Holder): void {
    for (const holder of new Set([client, clientAt(address).id])) {
      const left = this.count(holder) - 1;
      if (left > 0) this.counts.set(holder, left);
      else this.counts.delete(holder);
    }
  }

  count(holder: string): number {
    return this.counts.get(holder) ?? 0;
  }
}

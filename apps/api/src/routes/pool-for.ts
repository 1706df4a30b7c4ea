import type { Request } from 'express';
import type { Inquirer, Resolver } from '../annealing/annealing-pool.ts';
import { chargedPool } from '../annealing/charged-pool.ts';
import { clientOf } from '../clients/client-of.ts';
import type { Services } from './services.ts';

/** The worker threads, in the turns of whoever asks: what they want computed again is not at the expense of a session's owner. */
export function poolFor({ pool }: Pick<Services, 'pool'>, request: Request): Inquirer & Resolver {
  const { id } = clientOf(request);
  return chargedPool(pool, () => id);
}

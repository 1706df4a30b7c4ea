import type { Request } from 'express';
import type { Inquirer, Resolver } from '../annealing/annealing-pool.ts';
import { chargedDepicter, chargedPool } from '../annealing/charged-pool.ts';
import type { Depicter } from '../annealing/depiction-pool.ts';
import { clientOf } from '../clients/client-of.ts';
import type { Services } from './services.ts';

/** The worker threads, in the turns of whoever asks: what they want computed again is not at the expense of a session's owner. */
export function poolFor({ pool }: Pick<Services, 'pool'>, request: Request): Inquirer & Resolver {
  const { id } = clientOf(request);
  return chargedPool(pool, () => id);
}

/** The drawing thread, in the turns of whoever looks. */
export function depicterFor({ depictions }: Pick<Services, 'depictions'>, request: Request): Depicter {
  const { id } = clientOf(request);
  return chargedDepicter(depictions, () => id);
}

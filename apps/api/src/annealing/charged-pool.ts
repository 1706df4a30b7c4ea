import type { Inquirer, Resolver, SliceRequest, Slicer } from './annealing-pool.ts';
import type { Depicter } from './depiction-pool.ts';

/**
 * The same threads, at the expense of a client: what is computed takes that client's turns.
 *
 * @param client asked each time, since a session can change hands
 */
export function chargedSlicer(pool: Slicer, client: (request: SliceRequest) => string): Slicer {
  return { slice: (request) => pool.slice({ ...request, client: client(request) }) };
}

/** As chargedSlicer, for questions about runs too. */
export function chargedInquirer(pool: Inquirer, client: () => string): Inquirer {
  return {
    ...chargedSlicer(pool, client),
    inquire: (inquiry, turn) => pool.inquire(inquiry, { ...turn, client: client() }),
  };
}

/** As chargedInquirer, and for resolving configurations. */
export function chargedPool(pool: Inquirer & Resolver, client: () => string): Inquirer & Resolver {
  return { ...chargedInquirer(pool, client), resolve: (asked) => pool.resolve(asked, client()) };
}

/** The same drawings; those that are not there yet take the client's turns at the drawing thread. */
export function chargedDepicter(pool: Depicter, client: () => string): Depicter {
  return { peek: (isomer) => pool.peek(isomer), get: (isomer) => pool.get(isomer, client()) };
}

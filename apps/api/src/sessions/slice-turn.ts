import { heavyAtomCount, parseFormula } from '@webfaulon/sa-core';
import type { SliceRequest } from '../annealing/annealing-pool.ts';
import type { SessionIdentity } from './session-identity.ts';

/** Up to so many heavy atoms a start molecule takes about a millisecond; of 128 it takes more than ten. */
const MAX_QUICK_ATOMS = 32;
/** Turns that a client has beside its own, for start molecules that take long and for runs that have nothing to show yet. */
const TURNS_TO_START = 16;
const TURNS_TO_APPEAR = 4;

/**
 * In whose turn a slice of a session is: that of its client, but for what a session begins with. A class of newcomers behind one
 * address, whose cookies come back only later, would wait for each other's start molecules: each that is quick has a turn of its
 * own. A run whose first slice came to nothing that can be shown would wait a whole round for its second. The turns for these, and for
 * start molecules that take long, are few: thousands of sessions that are begun or reset at once hold up nobody else by more.
 */
export function turnOf({ id, owner }: SessionIdentity, { task, sliceClass }: SliceRequest): string {
  const step = task.checkpoint?.step ?? 0;
  if (task.steps === 0) {
    const atoms = heavyAtomCount(parseFormula(task.configuration.formula));
    return atoms <= MAX_QUICK_ATOMS
      ? `start of ${id}`
      : `start ${hashOf(id) % TURNS_TO_START} of ${owner.client}`;
  }
  // Another one for each slice, as each has one slice a round.
  if (sliceClass === 'prompt' && step > 0 && step < task.every)
    return `appear ${(hashOf(id) + step) % TURNS_TO_APPEAR} of ${owner.client}`;
  return owner.client;
}

/** The ids are random, so a part of one serves. */
function hashOf(id: string): number {
  return Number.parseInt(id.slice(0, 8), 16);
}

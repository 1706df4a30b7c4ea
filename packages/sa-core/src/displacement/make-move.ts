import { isConnected } from '../molecule/connectivity.ts';
import type { Random } from '../random.ts';
import type { Move } from './move.ts';
import type { Draw, Proposal } from './proposal.ts';
import { apply, undo, type Walker } from './walker.ts';

/**
 * Draws a displacement and makes it in the graph. After "proposed" it stands there, a connected molecule, until it is
 * committed or undone; after anything else the graph is as it was.
 */
export function makeMove(propose: Proposal, walker: Walker, t: number, random: Random, move: Move): Draw {
  const draw = propose(walker, t, random, move);
  if (draw !== 'proposed') return draw;
  apply(walker, move);
  if (!move.mayDisconnect || isConnected(walker.graph)) return 'proposed';
  undo(walker, move);
  return 'disconnected';
}

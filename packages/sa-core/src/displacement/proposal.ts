import type { Random } from '../random.ts';
import type { Move } from './move.ts';
import type { Walker } from './walker.ts';

/**
 * What a draw came to. "invalid" changes nothing or breaks a rule of the graph (a loop, an order above 3);
 * "disconnected" is known to fall apart; "proposed" stands in the Move, and may still fall apart if that says so.
 */
export type Draw = 'invalid' | 'disconnected' | 'proposed';

/** A way to draw a displacement at step t (from 0) of a run. It reads the walker and overwrites the move. */
export type Proposal = (walker: Walker, t: number, random: Random, move: Move) => Draw;

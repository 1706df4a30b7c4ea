import type { Move } from './move.ts';

/** 0! to 3!, the orders that a bond can have. */
const FACTORIALS = [1, 1, 2, 6] as const;

/**
 * How much likelier the move back is drawn than the move itself, for hydrogen shifts and bond switches [Hastings1970]:
 * the product of b_ij! over all bonds after the move, divided by that before. A draw picks one of the b_ij units of a
 * bond, so a bond is loosened b_ij times as often as one of its units, and each loosened bond gives a factor 1 / b_ij,
 * each formed one b_ij + 1. The rule for bridges changes no factor: it acts on bonds of order 1, and on both ways alike.
 *
 * A quotient of two small integers, rounded once.
 */
export function hastingsRatio(move: Move): number {
  let after = 1;
  let before = 1;
  for (let i = 0; i < move.bonds; i++) {
    after *= FACTORIALS[move.after[i] as 0 | 1 | 2 | 3];
    before *= FACTORIALS[move.before[i] as 0 | 1 | 2 | 3];
  }
  return after / before;
}

import type { Proposal } from '../displacement/proposal.ts';
import { apply, undo } from '../displacement/walker.ts';
import type { Prohibition } from './structural-rule.ts';

/**
 * A proposal whose molecules obey the rules: one that breaks a rule is invalid, like one that breaks a valence, and the
 * walk stays where it is. Draws and their order are those of the proposal itself. What stays is as reversible as before:
 * a move inside the rules is drawn as often as without them, and so is its reverse.
 */
export function filteredProposal(propose: Proposal, rules: readonly Prohibition[]): Proposal {
  if (rules.length === 0) return propose;
  return (walker, t, random, move) => {
    const draw = propose(walker, t, random, move);
    if (draw !== 'proposed') return draw;
    apply(walker, move);
    const isBroken = rules.some((rule) => rule.countIn(walker.graph) > 0);
    undo(walker, move);
    return isBroken ? 'invalid' : 'proposed';
  };
}

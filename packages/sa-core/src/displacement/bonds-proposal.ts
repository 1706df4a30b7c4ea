import { drawBondSwitch } from './bond-switch.ts';
import { BridgeSearch } from './bridge-search.ts';
import { drawHydrogenShift } from './hydrogen-shift.ts';
import type { Proposal } from './proposal.ts';

/** Every fourth step is a bond switch. */
const SWITCH_PERIOD = 4;

/**
 * The proposal "bonds": draws what the move consumes, a bond unit and a hydrogen, or two bond units, instead of four
 * atoms. These are the displacements with |b11 - a11| = 1; larger ones are compositions of them. Uniform over labelled
 * graphs with explicit hydrogens but for a factor 1 / prod(b_ij!), as the b_ij units of a bond are drawn alike.
 */
export function createBondsProposal(heavyAtoms: number): Proposal {
  const bridges = new BridgeSearch(heavyAtoms);
  return (walker, t, random, move) => {
    if (walker.bondUnits.length === 0) return 'invalid';
    const isSwitch = walker.hydrogenOwners.length === 0 || t % SWITCH_PERIOD === SWITCH_PERIOD - 1;
    return isSwitch
      ? drawBondSwitch(walker, random, move, bridges)
      : drawHydrogenShift(walker, random, move, bridges);
  };
}

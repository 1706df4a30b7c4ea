import { drawBondSwitch } from './bond-switch.ts';
import { BridgeSearch } from './bridge-search.ts';
import type { Proposal } from './proposal.ts';

/**
 * The proposal "fixed-hydrogens": a bond switch at every step, so that each atom keeps its hydrogens. For a search in
 * which the multiplicities (CH3, CH2, CH, C) are known, as from DEPT spectra [Doddrell1982]: it stays among the isomers
 * of the start molecule's pattern and never meets another one.
 */
export function createFixedHydrogensProposal(heavyAtoms: number): Proposal {
  const bridges = new BridgeSearch(heavyAtoms);
  return (walker, _t, random, move) => drawBondSwitch(walker, random, move, bridges);
}

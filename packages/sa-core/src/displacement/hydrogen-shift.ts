import { bondOrder } from '../molecule/molecular-graph.ts';
import type { Random } from '../random.ts';
import type { BridgeSearch } from './bridge-search.ts';
import { addBondChange, addUnitChange, clearMove, type Move, setAtoms } from './move.ts';
import type { Draw } from './proposal.ts';
import type { Walker } from './walker.ts';

/**
 * The displacement in which one of the four atoms is a hydrogen (of p): the bond q-r loses a unit, p-r gains one, and
 * the hydrogen goes from p to q. Drawn as one of the 2 M oriented units and one of the H hydrogens.
 *
 * Where q-r is a single bond and a bridge, the unit has to stay with the side that p is not on, whichever orientation
 * was drawn; otherwise half of the draws on a tree would cut it. The reverse move is a bridge again with p on the same
 * side, so both directions keep equal probability, and no hydrogen shift ever disconnects. Nor does one make an order of 4:
 * beside a triple bond to p, r could only have one single bond, to q, and that would be a bridge with p on the side of r.
 */
export function drawHydrogenShift(walker: Walker, random: Random, move: Move, bridges: BridgeSearch): Draw {
  const { graph, bondUnits, hydrogenOwners } = walker;
  const orientedUnit = random.below(bondUnits.length);
  const hydrogen = random.below(hydrogenOwners.length);
  clearMove(move);
  let q = bondUnits[orientedUnit]!;
  let r = bondUnits[orientedUnit ^ 1]!;
  const p = hydrogenOwners[hydrogen]!;
  setAtoms(move, q, r, p, graph.elements.length + hydrogen);
  if (p === q || p === r) return 'invalid';
  const loosened = bondOrder(graph, q, r);
  if (loosened === 1 && bridges.isBridge(graph, q, r) && !bridges.isOnFirstSide(p)) {
    [q, r] = [r, q];
    setAtoms(move, q, r, p, graph.elements.length + hydrogen);
  }
  const formed = bondOrder(graph, p, r);
  addBondChange(move, q, r, loosened, loosened - 1);
  addBondChange(move, p, r, formed, formed + 1);
  addUnitChange(move, orientedUnit >> 1, p, r);
  move.hydrogen = hydrogen;
  move.from = p;
  move.to = q;
  move.b11 = loosened - 1;
  return 'proposed';
}

import { bondOrder, MAX_BOND_ORDER } from '../molecule/molecular-graph.ts';
import type { Random } from '../random.ts';
import type { BridgeSearch } from './bridge-search.ts';
import { addBondChange, addUnitChange, clearMove, type Move, setAtoms } from './move.ts';
import type { Draw } from './proposal.ts';
import type { Walker } from './walker.ts';

/**
 * The displacement of four heavy atoms by one unit: the bond units q-r and s-t become q-s and r-t. Drawn as one of the
 * 2 M oriented units and one of the M - 1 others.
 *
 * Where both are single bonds and bridges, one of the two orientations keeps the molecule whole, and it is taken
 * whichever was drawn: the outer end of each bond goes to the inner end of the other. The reverse move is of the same
 * kind, so both directions keep equal probability.
 */
export function drawBondSwitch(
  { graph, bondUnits }: Walker,
  random: Random,
  move: Move,
  bridges: BridgeSearch,
): Draw {
  const units = bondUnits.length / 2;
  clearMove(move);
  if (units < 2) return 'invalid';
  const orientedUnit = random.below(2 * units);
  const first = orientedUnit >> 1;
  const drawn = random.below(units - 1);
  const second = drawn < first ? drawn : drawn + 1;
  let q = bondUnits[orientedUnit]!;
  let r = bondUnits[orientedUnit ^ 1]!;
  let s = bondUnits[2 * second]!;
  let t = bondUnits[2 * second + 1]!;
  const orderQR = bondOrder(graph, q, r);
  const orderST = bondOrder(graph, s, t);
  if (orderQR === 1 && orderST === 1) {
    const firstIsBridge = bridges.isBridge(graph, q, r);
    const innerIsQ = bridges.isOnFirstSide(s);
    const secondIsBridge = bridges.isBridge(graph, s, t);
    const innerIsT = !bridges.isOnFirstSide(q);
    if (firstIsBridge && secondIsBridge) {
      if (innerIsQ) [q, r] = [r, q];
      if (innerIsT) [s, t] = [t, s];
    }
    // With one bridge among them, either orientation joins its two sides anew; two bonds of one ring may be its only ties.
    move.mayDisconnect = !firstIsBridge && !secondIsBridge;
  }
  setAtoms(move, q, r, t, s);
  const changesNothing = q === t || r === s;
  const loop = q === s || r === t;
  if (changesNothing || loop) return 'invalid';
  const orderQS = bondOrder(graph, q, s);
  const orderRT = bondOrder(graph, r, t);
  if (orderQS === MAX_BOND_ORDER || orderRT === MAX_BOND_ORDER) return 'invalid';
  addBondChange(move, q, r, orderQR, orderQR - 1);
  addBondChange(move, s, t, orderST, orderST - 1);
  addBondChange(move, q, s, orderQS, orderQS + 1);
  addBondChange(move, r, t, orderRT, orderRT + 1);
  move.b11 = orderQR - 1;
  addUnitChange(move, first, q, s);
  addUnitChange(move, second, r, t);
  return 'proposed';
}

import { isConnected } from '../molecule/connectivity.ts';
import {
  bondOrder,
  bondsOf,
  MAX_BOND_ORDER,
  MAX_NEIGHBOURS,
  type MolecularGraph,
} from '../molecule/molecular-graph.ts';
import { labelledIsomerOf } from './labelled-isomer.ts';
import { addBondChange, clearMove, createMove, type Move } from './move.ts';
import { apply, createWalker, undo } from './walker.ts';

/**
 * Makes every displacement by one unit that keeps the molecule whole, hydrogen shifts and bond switches, and lends the
 * graph that each leads to; it is taken back before the next. Of displacements that only exchange twins (two ends of
 * chains at one atom, such as its methyls) one is made: the others lead to the same isomer. No two lead to the same
 * labelled graph.
 */
export function forEachNeighbour(graph: MolecularGraph, visit: (neighbour: MolecularGraph) => void): void {
  const walker = createWalker(graph.elements, labelledIsomerOf(graph));
  const tryMove = (move: Move): void => {
    apply(walker, move);
    if (!loosensBond(move) || isConnected(walker.graph)) visit(walker.graph);
    undo(walker, move);
  };
  const twins = previousTwins(graph);
  const bonds = bondsOf(graph);
  const move = createMove();
  for (const [i, [x, y]] of bonds.entries()) {
    for (let p = 0; p < graph.elements.length; p++) {
      if (graph.hydrogenCounts[p] === 0 || p === x || p === y || !isChosen(twins, [x, y, p])) continue;
      if (shiftHydrogen(graph, move, x, y, p)) tryMove(move);
      if (shiftHydrogen(graph, move, y, x, p)) tryMove(move);
    }
    for (let j = 0; j < i; j++) {
      const [s, t] = bonds[j]!;
      if (x === s || x === t || y === s || y === t || !isChosen(twins, [x, y, s, t])) continue;
      if (switchBonds(graph, move, x, y, s, t)) tryMove(move);
      if (switchBonds(graph, move, x, y, t, s)) tryMove(move);
    }
  }
}

/** q-r loses a unit, p-r gains it, and a hydrogen goes from p to q. False if the order of p-r is at its highest. */
function shiftHydrogen(graph: MolecularGraph, move: Move, q: number, r: number, p: number): boolean {
  const loosened = bondOrder(graph, q, r);
  const formed = bondOrder(graph, p, r);
  if (formed === MAX_BOND_ORDER) return false;
  clearMove(move);
  addBondChange(move, q, r, loosened, loosened - 1);
  addBondChange(move, p, r, formed, formed + 1);
  move.hydrogen = 0;
  move.from = p;
  move.to = q;
  return true;
}

/** The units q-r and s-t become q-s and r-t. False if the order of one of these is at its highest. */
function switchBonds(graph: MolecularGraph, move: Move, q: number, r: number, s: number, t: number): boolean {
  const [orderQR, orderST] = [bondOrder(graph, q, r), bondOrder(graph, s, t)];
  const [orderQS, orderRT] = [bondOrder(graph, q, s), bondOrder(graph, r, t)];
  if (orderQS === MAX_BOND_ORDER || orderRT === MAX_BOND_ORDER) return false;
  clearMove(move);
  addBondChange(move, q, r, orderQR, orderQR - 1);
  addBondChange(move, s, t, orderST, orderST - 1);
  addBondChange(move, q, s, orderQS, orderQS + 1);
  addBondChange(move, r, t, orderRT, orderRT + 1);
  return true;
}

function loosensBond(move: Move): boolean {
  for (let i = 0; i < move.bonds; i++) if (move.after[i] === 0) return true;
  return false;
}

/**
 * For each atom with one neighbour the atom before it that could stand in its place: of the same element, at the same
 * neighbour by the same order, and so with as many hydrogens; -1 if there is none.
 */
function previousTwins(graph: MolecularGraph): Int16Array {
  const { elements, degrees, neighbours } = graph;
  const previous = new Int16Array(elements.length).fill(-1);
  for (let x = 0; x < elements.length; x++) {
    if (degrees[x] !== 1) continue;
    const centre = neighbours[x * MAX_NEIGHBOURS]!;
    for (let y = x - 1; y >= 0 && previous[x] === -1; y--) {
      const same = degrees[y] === 1 && elements[y] === elements[x];
      if (same && bondOrder(graph, centre, y) === bondOrder(graph, centre, x)) previous[x] = y;
    }
  }
  return previous;
}

/** Whether the atoms are the first ones among their twins: each set of atoms has one image under exchanges that is. */
function isChosen(twins: Int16Array, atoms: readonly number[]): boolean {
  return atoms.every((x) => twins[x] === -1 || atoms.includes(twins[x]!));
}

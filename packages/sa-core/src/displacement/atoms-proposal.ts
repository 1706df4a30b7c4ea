import { bondOrder } from '../molecule/molecular-graph.ts';
import { b12Of, b21Of, b22Of, highestB11, lowestB11 } from './displacement.ts';
import { addBondChange, addUnitChange, clearMove, type Move, setAtoms } from './move.ts';
import type { Proposal } from './proposal.ts';
import type { Walker } from './walker.ts';

/**
 * The proposal "atoms", the paper's own [Faulon1996]: four distinct atoms, hydrogens included, uniformly; then b11
 * uniformly among the allowed values other than a11. Symmetric, as the allowed range is the same seen from the other end.
 * Atoms 0 .. n-1 are the heavy ones, n .. n+H-1 the hydrogens.
 */
export function createAtomsProposal(heavyAtoms: number): Proposal {
  // Reused by every draw: the four atoms in ascending order, while they are drawn.
  const taken = new Int32Array(4);
  return (walker, _t, random, move) => {
    const atoms = heavyAtoms + walker.hydrogenOwners.length;
    if (atoms < 4) return 'invalid';
    const x1 = drawOther(random.below(atoms), taken, 0);
    const y1 = drawOther(random.below(atoms - 1), taken, 1);
    const x2 = drawOther(random.below(atoms - 2), taken, 2);
    const y2 = drawOther(random.below(atoms - 3), taken, 3);
    clearMove(move);
    setAtoms(move, x1, y1, x2, y2);
    const a11 = orderOf(walker, x1, y1);
    const a12 = orderOf(walker, x1, y2);
    const a21 = orderOf(walker, x2, y1);
    const a22 = orderOf(walker, x2, y2);
    const lowest = lowestB11(a11, a12, a21, a22);
    const choices = highestB11(a11, a12, a21, a22) - lowest;
    if (choices === 0) return 'invalid';
    const drawn = lowest + random.below(choices);
    const b11 = drawn < a11 ? drawn : drawn + 1;
    move.b11 = b11;
    const joinsHydrogens =
      describe(walker, move, x1, y1, a11, b11) ||
      describe(walker, move, x1, y2, a12, b12Of(b11, a11, a12)) ||
      describe(walker, move, x2, y1, a21, b21Of(b11, a11, a21)) ||
      describe(walker, move, x2, y2, a22, b22Of(b11, a11, a22));
    if (joinsHydrogens) return 'disconnected';
    // Two hydrogens that change places leave the same molecule.
    if (move.bonds === 0) return 'invalid';
    reassignUnits(walker, move);
    move.mayDisconnect = true;
    return 'proposed';
  };
}

/** The k-th draw: the index among the atoms not yet taken, turned into the atom. */
function drawOther(index: number, taken: Int32Array, k: number): number {
  let atom = index;
  let i = 0;
  while (i < k && taken[i]! <= atom) {
    atom++;
    i++;
  }
  for (let j = k; j > i; j--) taken[j] = taken[j - 1]!;
  taken[i] = atom;
  return atom;
}

function orderOf({ graph, hydrogenOwners }: Walker, x: number, y: number): number {
  const n = graph.elements.length;
  if (x < n && y < n) return bondOrder(graph, x, y);
  if (x < n) return Number(hydrogenOwners[y - n] === x);
  return y < n ? Number(hydrogenOwners[x - n] === y) : 0;
}

/** Enters the change of one of the four bonds; true if it would join two hydrogens, which splits off H2. */
function describe(walker: Walker, move: Move, x: number, y: number, before: number, after: number): boolean {
  const n = walker.graph.elements.length;
  if (before === after) return false;
  if (x >= n && y >= n) return true;
  if (x < n && y < n) {
    addBondChange(move, x, y, before, after);
    return false;
  }
  const [heavy, hydrogen] = x < n ? [x, y - n] : [y, x - n];
  move.hydrogen = hydrogen;
  if (after === 1) move.to = heavy;
  else move.from = heavy;
  return false;
}

/** Gives the bond units that the move sets free to the bonds that it strengthens. O(M). */
function reassignUnits({ bondUnits }: Walker, move: Move): void {
  let grown = -1;
  let toPlace = 0;
  for (let i = 0; i < move.bonds; i++) {
    let toFree = move.before[i]! - move.after[i]!;
    for (let u = 0; toFree > 0; u++) {
      const [a, b] = [bondUnits[2 * u]!, bondUnits[2 * u + 1]!];
      const joins = (a === move.x[i] && b === move.y[i]) || (b === move.x[i] && a === move.y[i]);
      if (!joins) continue;
      while (toPlace === 0) {
        grown++;
        toPlace = Math.max(0, move.after[grown]! - move.before[grown]!);
      }
      addUnitChange(move, u, move.x[grown]!, move.y[grown]!);
      toPlace--;
      toFree--;
    }
  }
}

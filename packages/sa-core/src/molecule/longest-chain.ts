import { type HeavyElement, VALENCES } from './element.ts';
import { type Formula, heavyElements } from './formula.ts';
import { FreeValences } from './free-valences.ts';
import {
  bondOrder,
  createMolecularGraph,
  MAX_BOND_ORDER,
  type MolecularGraph,
  setBondOrder,
} from './molecular-graph.ts';

/**
 * The longest chain that a feasible formula allows, the same every time: the atoms of valence 2 and more in one row, the
 * lowest valences at its ends, then the atoms of valence 1, alternately from either end inwards, then unsaturation as multiple bonds
 * along the row, and as rings only where the row cannot take it; hydrogens fill what is left.
 *
 * Why it never fails on a feasible formula: with the lowest valences at its ends, the bare row can take the unsaturation
 * whenever any molecule of the formula can, and each later choice is made only if what is still to do stays possible
 * ({@link FreeValences.canPairAfter}).
 */
export function longestChain(formula: Formula): MolecularGraph {
  const elements = heavyElements(formula);
  const graph = createMolecularGraph(elements);
  const row = chainOrder(elements);
  const inRow = new Set(row);
  const free = new FreeValences(elements.map((element, x) => (inRow.has(x) ? VALENCES[element] : 0)));
  for (let k = 1; k < row.length; k++) {
    const [x, y] = [row[k - 1]!, row[k]!];
    setBondOrder(graph, x, y, 1);
    free.spend(x);
    free.spend(y);
  }
  const monovalent = elements.flatMap((_, x) => (inRow.has(x) ? [] : [x]));
  const units = (free.sum() - monovalent.length - (formula.H ?? 0)) / 2;
  // Alternating, so that the first two of them lengthen the row at both its ends.
  const places = [inwards(row), inwards([...row].reverse())];
  for (const [k, atom] of monovalent.entries()) {
    const place = places[k % 2]!.find((x) => free.of(x) > 0 && free.canPairAfter(units, x))!;
    setBondOrder(graph, place, atom, 1);
    free.spend(place);
  }
  for (let left = units; left > 0; left--) {
    const [x, y] = placeOfNextUnit(graph, free, row, left);
    setBondOrder(graph, x, y, bondOrder(graph, x, y) + 1);
    free.spend(x);
    free.spend(y);
  }
  for (const x of row) graph.hydrogenCounts[x] = free.of(x);
  return graph;
}

/** Atoms of valence 2 and more, lower valences towards both ends; without any, the first atom alone. */
function chainOrder(elements: readonly HeavyElement[]): number[] {
  const valence = (x: number) => VALENCES[elements[x]!];
  const atoms = elements.map((_, x) => x);
  const polyvalent = atoms.filter((x) => valence(x) > 1).sort((x, y) => valence(x) - valence(y) || x - y);
  if (polyvalent.length === 0) return atoms.slice(0, 1);
  const left = polyvalent.filter((_, k) => k % 2 === 0);
  const right = polyvalent.filter((_, k) => k % 2 === 1);
  return [...left, ...right.reverse()];
}

/** First one end of the row, then the other, and so on to the middle. */
function inwards(row: readonly number[]): number[] {
  const order: number[] = [];
  for (let a = 0, b = row.length - 1; a <= b; a++, b--) order.push(...new Set([row[a]!, row[b]!]));
  return order;
}

/** The atoms of the next bond unit: neighbours along the row if that leaves the rest possible, else the nearest that do. */
function placeOfNextUnit(
  graph: MolecularGraph,
  free: FreeValences,
  row: readonly number[],
  left: number,
): [number, number] {
  for (let distance = 1; distance < row.length; distance++) {
    for (let k = 0; k + distance < row.length; k++) {
      const [x, y] = [row[k]!, row[k + distance]!];
      const room = free.of(x) > 0 && free.of(y) > 0 && bondOrder(graph, x, y) < MAX_BOND_ORDER;
      if (room && free.canPairAfter(left - 1, x, y)) return [x, y];
    }
  }
  throw new RangeError('A chain can be built of a feasible formula only: call assertFeasible first.');
}

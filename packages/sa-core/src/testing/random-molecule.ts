import type { HeavyElement } from '../molecule/element.ts';
import { VALENCES } from '../molecule/element.ts';
import {
  bondOrder,
  bondOrderSum,
  createMolecularGraph,
  type MolecularGraph,
  setBondOrder,
} from '../molecule/molecular-graph.ts';

/** Draws an integer of [0, below). */
export type DrawBelow = (below: number) => number;

/**
 * Any valid connected molecule of up to this many heavy atoms, for tests: a random tree within the valences, some bonds
 * more, and hydrogens for the rest. Every constitutional isomer of every formula is possible; no distribution is promised.
 */
export function randomMolecule(
  draw: DrawBelow,
  maxAtoms: number,
  palette: readonly HeavyElement[],
): MolecularGraph {
  const elements = Array.from({ length: 1 + draw(maxAtoms) }, () => palette[draw(palette.length)]!);
  const bonds: [number, number][] = [];
  const free: number[] = [];
  const kept: HeavyElement[] = [];
  for (const element of elements) {
    const open = free.flatMap((valences, atom) => (valences > 0 ? [atom] : []));
    if (kept.length > 0 && open.length === 0) break;
    const atom = kept.push(element) - 1;
    free.push(VALENCES[element]);
    if (atom === 0) continue;
    const partner = open[draw(open.length)]!;
    bonds.push([partner, atom]);
    free[partner] = free[partner]! - 1;
    free[atom] = free[atom]! - 1;
  }
  const graph = createMolecularGraph(kept);
  for (const [x, y] of bonds) setBondOrder(graph, x, y, 1);
  for (let tries = draw(2 * kept.length + 1); tries > 0; tries--)
    addBond(graph, draw(kept.length), draw(kept.length));
  kept.forEach((element, atom) => {
    graph.hydrogenCounts[atom] = VALENCES[element] - bondOrderSum(graph, atom);
  });
  return graph;
}

function addBond(graph: MolecularGraph, x: number, y: number): void {
  if (x === y || bondOrder(graph, x, y) === 3) return;
  const isFree = (atom: number) => bondOrderSum(graph, atom) < VALENCES[graph.elements[atom]!];
  if (isFree(x) && isFree(y)) setBondOrder(graph, x, y, bondOrder(graph, x, y) + 1);
}

/** The same molecule with atom i as atom images[i], and its neighbours in another order. */
export function relabelled(graph: MolecularGraph, images: ArrayLike<number>): MolecularGraph {
  const n = graph.elements.length;
  const elements: HeavyElement[] = [];
  for (let atom = 0; atom < n; atom++) elements[images[atom]!] = graph.elements[atom]!;
  const result = createMolecularGraph(elements);
  for (let x = n - 1; x >= 0; x--) {
    result.hydrogenCounts[images[x]!] = graph.hydrogenCounts[x]!;
    for (let y = n - 1; y > x; y--) {
      if (bondOrder(graph, x, y) > 0) setBondOrder(result, images[x]!, images[y]!, bondOrder(graph, x, y));
    }
  }
  return result;
}

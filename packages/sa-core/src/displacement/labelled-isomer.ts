import type { HeavyElement } from '../molecule/element.ts';
import {
  bondOrder,
  bondsOf,
  clearMolecularGraph,
  createMolecularGraph,
  type MolecularGraph,
  setBondOrder,
} from '../molecule/molecular-graph.ts';

/**
 * A molecule as the walk holds it, as plain data: M bond units (a double bond is two) and H hydrogens, both in an order
 * that draws refer to. The formula fixes the elements, M and H, so both lists keep their length for a whole run.
 */
export interface LabelledIsomer {
  /** Unit u joins the atoms [2 u] and [2 u + 1]; length 2 M. */
  readonly bondUnits: readonly number[];
  /** The heavy atom that bears hydrogen h; length H. */
  readonly hydrogenOwners: readonly number[];
}

/** The same as an array-like of any kind, for who reads it at once. */
export interface IsomerView {
  readonly bondUnits: ArrayLike<number>;
  readonly hydrogenOwners: ArrayLike<number>;
}

/** The lists of a graph in the order of its atoms: the same for every history that led to the graph. */
export function labelledIsomerOf(graph: MolecularGraph): LabelledIsomer {
  const bondUnits = bondsOf(graph).flatMap(([x, y, order]) =>
    Array.from({ length: order }, () => [x, y]).flat(),
  );
  const hydrogenOwners = [...graph.hydrogenCounts].flatMap((count, x) => new Array<number>(count).fill(x));
  return { bondUnits, hydrogenOwners };
}

/** The graph of the lists. The caller answers for their validity. */
export function molecularGraphOf(elements: readonly HeavyElement[], isomer: IsomerView): MolecularGraph {
  const graph = createMolecularGraph(elements);
  drawIn(graph, isomer);
  return graph;
}

/** Makes a graph of the same atoms that of the lists, whatever it was before; half the time of a new one. */
export function redrawAs(graph: MolecularGraph, isomer: IsomerView): void {
  clearMolecularGraph(graph);
  drawIn(graph, isomer);
}

function drawIn(graph: MolecularGraph, { bondUnits, hydrogenOwners }: IsomerView): void {
  for (let u = 0; u < bondUnits.length; u += 2) {
    const x = bondUnits[u]!;
    const y = bondUnits[u + 1]!;
    setBondOrder(graph, x, y, bondOrder(graph, x, y) + 1);
  }
  for (let h = 0; h < hydrogenOwners.length; h++) graph.hydrogenCounts[hydrogenOwners[h]!]!++;
}

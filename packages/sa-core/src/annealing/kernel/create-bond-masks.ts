import { bondsOf, type MolecularGraph } from '../../molecule/molecular-graph.ts';
import type { BondMasks } from './bond-masks.ts';
import { NarrowBondMasks } from './narrow-bond-masks.ts';
import { WideBondMasks } from './wide-bond-masks.ts';

/** The bonds of a graph. */
export function bondMasksOf(graph: MolecularGraph): BondMasks {
  const n = graph.elements.length;
  const masks = n <= 32 ? new NarrowBondMasks(n) : new WideBondMasks(n);
  for (const [x, y] of bondsOf(graph)) masks.join(x, y);
  return masks;
}

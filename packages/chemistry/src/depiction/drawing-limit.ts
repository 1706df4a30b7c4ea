import { bondsOf, type MolecularGraph } from '@webfaulon/sa-core';

/** The most heavy atoms that a molecule can have and still be drawn. */
export const MAX_DRAWN_ATOMS = 50;
/** The most rings (bonds - atoms + 1) that a molecule can have and still be drawn. */
export const MAX_DRAWN_RINGS = 8;

/**
 * Whether a molecule is small enough to be drawn well and in time. Read off the graph alone, never off a clock, so that
 * a molecule gets the same picture on every machine.
 */
export function isDrawable(graph: MolecularGraph): boolean {
  const atoms = graph.elements.length;
  const rings = bondsOf(graph).length - atoms + 1;
  return atoms <= MAX_DRAWN_ATOMS && rings <= MAX_DRAWN_RINGS;
}

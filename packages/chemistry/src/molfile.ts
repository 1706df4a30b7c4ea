import { bondsOf, type MolecularGraph } from '@webfaulon/sa-core';
import { hillFormula } from './hill-formula.ts';
import { toOclMolecule } from './ocl-molecule.ts';

/** The counts line of a V2000 molfile has three columns for the atoms and three for the bonds. */
const V2000_LIMIT = 999;

/**
 * The molecule as an MDL molfile with two-dimensional coordinates (a bond is 1 unit long) and implicit hydrogens:
 * V2000, or V3000 when it has more than 999 atoms or bonds. Its name is the Hill formula, its atoms
 * stand in sa-core's canonical order. Where the drawing puts the ends
 * of a double bond means nothing: a constitutional isomer has no stereochemistry.
 *
 * Coordinates take a millisecond or a few for what `depict` draws, but seconds for large cages and for a thousand atoms:
 * beyond the drawing limit, do not call it on a thread that others wait for.
 *
 * Format: CTfile Formats, BIOVIA 2020.
 *
 * @throws ChemistryError graph_empty, graph_disconnected, graph_valence
 */
export function molfile(graph: MolecularGraph): string {
  const molecule = toOclMolecule(graph);
  molecule.inventCoordinates();
  molecule.setName(hillFormula(graph));
  const fitsV2000 = graph.elements.length <= V2000_LIMIT && bondsOf(graph).length <= V2000_LIMIT;
  return fitsV2000 ? molecule.toMolfile() : molecule.toMolfileV3();
}

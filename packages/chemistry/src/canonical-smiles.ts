import type { MolecularGraph } from '@webfaulon/sa-core';
import { Canonizer, Molecule } from 'openchemlib';
import { toOclMolecule } from './ocl-molecule.ts';

/**
 * The canonical SMILES of a molecule, aromatic where OpenChemLib sees aromaticity and without stereochemistry: the same
 * string for every numbering of the atoms and for all Kekulé forms of one aromatic molecule.
 *
 * So it names a compound, not a constitutional isomer as they are counted here: the two Kekulé forms of o-xylene are two
 * isomers with one canonical SMILES. It is canonical among the strings of this function; other toolkits write others.
 *
 * toIsomericSmiles() of the molecule as built depends on its numbering and its Kekulé form. The identity code does
 * not, and what is written from the molecule that is read back from the code inherits that.
 *
 * @throws ChemistryError graph_empty, graph_disconnected, graph_valence
 */
export function canonicalSmiles(graph: MolecularGraph): string {
  const code = new Canonizer(toOclMolecule(graph), { neglectAnyStereoInformation: true }).getIDCode();
  const withoutCoordinates = false;
  return Molecule.fromIDCode(code, withoutCoordinates).toIsomericSmiles();
}

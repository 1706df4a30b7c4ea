import { canonicalKekuleSmiles, type MolecularGraph, readSmiles, SaCoreError } from '@webfaulon/sa-core';
import { Canonizer, Molecule } from 'openchemlib';
import { toOclMolecule } from './ocl-molecule.ts';

/**
 * The canonical SMILES of a molecule, aromatic where OpenChemLib sees aromaticity and without stereochemistry: the same
 * string for every numbering of the atoms, and for the Kekulé forms of one aromatic molecule.
 *
 * So it names a compound, not a constitutional isomer as they are counted here: the two Kekulé forms of o-xylene are two
 * isomers with one canonical SMILES. It is canonical among the strings of this function; other toolkits write others.
 *
 * Where OpenChemLib's aromatic string would not read back as the molecule (arynes, cumulenes in rings of five, some
 * strained cages), the string has explicit double and triple bonds, and Kekulé forms keep strings of their own.
 *
 * @throws ChemistryError graph_empty, graph_disconnected, graph_valence
 */
export function canonicalSmiles(graph: MolecularGraph): string {
  // toIsomericSmiles() of the molecule as built depends on its Kekulé form. The identity code does not, and what is
  // written from the molecule that is read back from the code inherits that.
  const code = identityCode(graph);
  const withoutCoordinates = false;
  const smiles = Molecule.fromIDCode(code, withoutCoordinates).toIsomericSmiles();
  if (!isAromatic(smiles) || readsBack(smiles, code, graph)) return smiles;
  return canonicalKekuleSmiles(graph);
}

function identityCode(graph: MolecularGraph): string {
  return new Canonizer(toOclMolecule(graph), { neglectAnyStereoInformation: true }).getIDCode();
}

/** Lower-case symbols are aromatic; Cl and Br have letters of their own. */
function isAromatic(smiles: string): boolean {
  return /[cnops]/.test(smiles);
}

/**
 * Whether an aromatic string says what the graph says. An aromatic ring forgets which of its bonds were triple or
 * cumulated, so hydrogens are counted; and a bracket other than [nH] or [pH] stands for an atom that OpenChemLib alone
 * takes for aromatic, or for a radical.
 */
function readsBack(smiles: string, code: string, graph: MolecularGraph): boolean {
  if (/\[(?![np]H\])/.test(smiles)) return false;
  try {
    const read = readSmiles(smiles);
    return hydrogenCount(read) === hydrogenCount(graph) && identityCode(read) === code;
  } catch (error) {
    if (error instanceof SaCoreError) return false;
    throw error;
  }
}

function hydrogenCount(graph: MolecularGraph): number {
  return graph.hydrogenCounts.reduce((sum, count) => sum + count, 0);
}

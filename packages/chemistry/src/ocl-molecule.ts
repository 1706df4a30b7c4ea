import {
  bondsOf,
  canonicalForm,
  type ElementSymbol,
  isConnected,
  type MolecularGraph,
  VALENCES,
} from '@webfaulon/sa-core';
import { Molecule } from 'openchemlib';
import { ChemistryError } from './errors.ts';

/**
 * OpenChemLib's molecule of a graph: hydrogens are implicit, there is no charge, radical, stereochemistry or coordinate.
 * Its atoms stand in sa-core's canonical order (`canonicalForm(graph).labelling` gives the place of each), so one isomer is
 * always the same molecule to OpenChemLib, bit for bit.
 *
 * That order is needed: what OpenChemLib finds aromatic in strained polycycles such as C1=C2C3=C4C2=C4C13, and how its
 * Canonizer breaks ties in regular graphs such as C123C45C67C14C51C26C371, depends on the numbering that it is given, and
 * with it logP and the canonical SMILES.
 *
 * It accepts impossible valences in silence and then counts other hydrogens than the graph does, so they are refused here.
 *
 * @throws ChemistryError graph_empty, graph_disconnected, graph_valence
 */
export function toOclMolecule(graph: MolecularGraph): Molecule {
  const bonds = bondsOf(graph);
  check(graph, bonds);

  const { labelling } = canonicalForm(graph);
  const atomAt = new Uint16Array(labelling.length);
  labelling.forEach((position, atom) => {
    atomAt[position] = atom;
  });
  const placedBonds = bonds
    .map(([x, y, order]): Bond => {
      const [p, q] = [labelling[x]!, labelling[y]!];
      return [Math.min(p, q), Math.max(p, q), order];
    })
    .sort(([p, q], [r, s]) => p - r || q - s);

  return oclMoleculeOf(
    Array.from(atomAt, (atom) => graph.elements[atom]!),
    placedBonds,
  );
}

export type Bond = readonly [x: number, y: number, order: number];

/** OpenChemLib's molecule of atoms and bonds as they are given; the caller answers for valences. */
export function oclMoleculeOf(elements: readonly ElementSymbol[], bonds: readonly Bond[]): Molecule {
  const molecule = new Molecule(elements.length, bonds.length);
  for (const element of elements) molecule.addAtom(Molecule.getAtomicNoFromLabel(element));
  for (const [x, y, order] of bonds) molecule.setBondOrder(molecule.addBond(x, y), order);
  return molecule;
}

function check(graph: MolecularGraph, bonds: readonly Bond[]): void {
  if (graph.elements.length === 0) throw new ChemistryError('graph_empty', 'The molecule has no heavy atom.');
  const used = Array.from(graph.hydrogenCounts);
  for (const [x, y, order] of bonds) {
    used[x]! += order;
    used[y]! += order;
  }
  graph.elements.forEach((element, x) => {
    if (used[x] !== VALENCES[element]) {
      throw new ChemistryError(
        'graph_valence',
        `Atom ${x} (${element}) uses ${used[x]} valences with its hydrogens; ${element} has ${VALENCES[element]}.`,
      );
    }
  });
  if (!isConnected(graph)) {
    throw new ChemistryError('graph_disconnected', 'No path of bonds joins some heavy atoms to the others.');
  }
}

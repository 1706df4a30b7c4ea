import { bondsOf, isConnected, type MolecularGraph, VALENCES } from '@webfaulon/sa-core';
import { Molecule } from 'openchemlib';
import { ChemistryError } from './errors.ts';

/**
 * OpenChemLib's molecule of a graph: atom i is atom i, bond k is bond k of `bondsOf(graph)`, hydrogens are implicit,
 * there is no charge, radical, stereochemistry or coordinate.
 *
 * OpenChemLib accepts impossible valences in silence and then counts other hydrogens than the graph does. So what it
 * cannot represent is refused here.
 *
 * @throws ChemistryError graph_empty, graph_disconnected, graph_valence
 */
export function toOclMolecule(graph: MolecularGraph): Molecule {
  const n = graph.elements.length;
  if (n === 0) throw new ChemistryError('graph_empty', 'The molecule has no heavy atom.');
  const bonds = bondsOf(graph);
  checkValences(graph, bonds);
  if (!isConnected(graph)) {
    throw new ChemistryError(
      'graph_disconnected',
      'Some heavy atoms are joined to the others by no path of bonds.',
    );
  }

  const molecule = new Molecule(n, bonds.length);
  for (const element of graph.elements) molecule.addAtom(Molecule.getAtomicNoFromLabel(element));
  for (const [x, y, order] of bonds) molecule.setBondOrder(molecule.addBond(x, y), order);
  return molecule;
}

function checkValences(graph: MolecularGraph, bonds: readonly [x: number, y: number, order: number][]): void {
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
}

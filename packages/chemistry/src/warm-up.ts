import { createMolecularGraph, type MolecularGraph, setBondOrder } from '@webfaulon/sa-core';
import { canonicalSmiles } from './canonical-smiles.ts';
import { CHEMISTRY_COMPONENTS } from './chemistry-components.ts';
import { depict } from './depiction/depict.ts';
import { molfile } from './molfile.ts';

/**
 * Makes OpenChemLib do now what it otherwise does at its first call: it builds its templates for polycyclic drawings, about
 * half a second, and its tables. For a worker to call when it starts. Calling it again is harmless and quick.
 */
export function warmUp(): void {
  const phenol = createPhenol();
  canonicalSmiles(phenol);
  depict(phenol);
  molfile(phenol);
  for (const component of CHEMISTRY_COMPONENTS) component.score(phenol);
}

/** Small, and yet with a ring, aromaticity and a label, so that each part of OpenChemLib is used. */
function createPhenol(): MolecularGraph {
  const graph = createMolecularGraph(['C', 'C', 'C', 'C', 'C', 'C', 'O']);
  for (let x = 0; x < 6; x++) setBondOrder(graph, x, (x + 1) % 6, x % 2 === 0 ? 2 : 1);
  setBondOrder(graph, 0, 6, 1);
  graph.hydrogenCounts.set([0, 1, 1, 1, 1, 1, 1]);
  return graph;
}

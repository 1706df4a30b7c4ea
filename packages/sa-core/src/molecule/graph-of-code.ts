import type { HeavyElement } from './element.ts';
import { createMolecularGraph, type MolecularGraph, setBondOrder } from './molecular-graph.ts';

/** An atom of a canonical code: letter, hydrogens if it has any, bonds to earlier atoms. */
const ATOM = /([CNOSPFIcb])([1-4]?)((?:[-=#]\d+)*)/g;
const BOND = /([-=#])(\d+)/g;

/**
 * The graph that a canonical code describes, atoms numbered by their canonical positions: so the same graph for every
 * way in which the isomer was met, and `writeSmiles` of it is the canonical SMILES. The code must be one that a
 * Canonizer gave; other text gives no promise.
 */
export function graphOfCode(code: string): MolecularGraph {
  const atoms = [...code.matchAll(ATOM)];
  const graph = createMolecularGraph(atoms.map(([, letter]) => elementOf(letter!)));
  for (const [atom, [, , hydrogens, bonds]] of atoms.entries()) {
    graph.hydrogenCounts[atom] = Number(hydrogens);
    for (const [, sign, earlier] of bonds!.matchAll(BOND)) {
      setBondOrder(graph, atom, Number(earlier), '-=#'.indexOf(sign!) + 1);
    }
  }
  return graph;
}

function elementOf(letter: string): HeavyElement {
  if (letter === 'c') return 'Cl';
  if (letter === 'b') return 'Br';
  return letter as HeavyElement;
}

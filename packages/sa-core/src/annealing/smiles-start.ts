import { pointingTo, SaCoreError } from '../errors.ts';
import type { HeavyElement } from '../molecule/element.ts';
import { type Formula, formulaOf, heavyElements, hillFormula } from '../molecule/formula.ts';
import {
  bondsOf,
  createMolecularGraph,
  type MolecularGraph,
  setBondOrder,
} from '../molecule/molecular-graph.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';

const ATOM_OF_SMILES = /\[[^[\]]*\]|Br|Cl|[A-Za-z*]/g;

/**
 * The molecule of a SMILES, its atoms renumbered to the order that the formula gives every run.
 *
 * @throws {SaCoreError} any smiles_* error, with the pointer of the field `initial`
 */
export function moleculeOfSmiles(formula: Formula, smiles: string): MolecularGraph {
  const elements = heavyElements(formula);
  if (namesMoreAtoms(smiles, elements.length + (formula.H ?? 0))) {
    throw mismatch(`has more atoms than ${hillFormula(formula)}, the formula of the run`);
  }
  const read = pointingTo('/initial', () => readSmiles(smiles));
  const found = hillFormula(formulaOf(read));
  if (found !== hillFormula(formula)) {
    throw mismatch(`has the formula ${found}, but the run is over isomers of ${hillFormula(formula)}`);
  }
  const atomsOf = new Map<HeavyElement, number[]>();
  elements.forEach((element, x) => {
    atomsOf.set(element, [...(atomsOf.get(element) ?? []), x]);
  });
  const renumbered = read.elements.map((element) => atomsOf.get(element)!.shift()!);
  const graph = createMolecularGraph(elements);
  for (const [x, y, order] of bondsOf(read)) setBondOrder(graph, renumbered[x]!, renumbered[y]!, order);
  renumbered.forEach((x, readAtom) => {
    graph.hydrogenCounts[x] = read.hydrogenCounts[readAtom]!;
  });
  return graph;
}

/** Counted before the SMILES is read, because reading takes memory and time that grow with the square of its atoms. */
function namesMoreAtoms(smiles: string, limit: number): boolean {
  let atoms = 0;
  for (const _ of smiles.matchAll(ATOM_OF_SMILES)) if (++atoms > limit) return true;
  return false;
}

function mismatch(what: string): SaCoreError {
  return new SaCoreError('smiles_formula_mismatch', `The start molecule ${what}.`, { pointer: '/initial' });
}

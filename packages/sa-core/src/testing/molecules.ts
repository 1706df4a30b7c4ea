import { type LabelledIsomer, labelledIsomerOf } from '../displacement/labelled-isomer.ts';
import { createWalker, type Walker } from '../displacement/walker.ts';
import type { HeavyElement } from '../molecule/element.ts';
import { type Formula, hillFormula } from '../molecule/formula.ts';
import { bondOrder, bondsOf, MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';
import { Random } from '../random.ts';
import { randomMolecule } from './random-molecule.ts';

const PALETTE = ['C', 'C', 'C', 'C', 'N', 'P', 'O', 'S', 'F', 'Cl', 'Br', 'I'] as const;

/** A valid connected molecule, any with up to `maxAtoms` heavy atoms, that the seed decides. */
export function moleculeOfSeed(
  seed: number,
  maxAtoms: number,
  palette: readonly HeavyElement[] = PALETTE,
): MolecularGraph {
  const random = Random.fromSeed(seed);
  return randomMolecule((bound) => random.below(bound), maxAtoms, palette);
}

export function walkerAt(graph: MolecularGraph): Walker {
  return createWalker(graph.elements, labelledIsomerOf(graph));
}

export function formulaOf(graph: MolecularGraph): string {
  const counts: Record<string, number> = {};
  for (const element of graph.elements) counts[element] = (counts[element] ?? 0) + 1;
  const hydrogens = graph.hydrogenCounts.reduce((sum, count) => sum + count, 0);
  if (hydrogens > 0) counts['H'] = hydrogens;
  return hillFormula(counts as Formula);
}

/** The labelled graph as text: equal for two states exactly when their bonds and hydrogens are. */
export function keyOf(graph: MolecularGraph): string {
  return `${bondsOf(graph).join(' ')} ${graph.hydrogenCounts.join()}`;
}

/** The lists as sets, whatever their order and orientation. */
export function contentOf({ bondUnits, hydrogenOwners }: Walker | LabelledIsomer): string {
  const units: string[] = [];
  for (let u = 0; u < bondUnits.length; u += 2) {
    units.push([bondUnits[u]!, bondUnits[u + 1]!].sort((a, b) => a - b).join('-'));
  }
  return `${units.sort().join(' ')} ${[...hydrogenOwners].sort((a, b) => a - b).join()}`;
}

/** What is wrong with the graph's own bookkeeping: matrix symmetric, no loop, neighbour lists exactly the bonds. */
export function faultsOf(graph: MolecularGraph): string[] {
  const faults: string[] = [];
  const n = graph.elements.length;
  for (let x = 0; x < n; x++) {
    const bonded: number[] = [];
    for (let y = 0; y < n; y++) {
      if (bondOrder(graph, x, y) !== bondOrder(graph, y, x)) faults.push(`${x}-${y} is not symmetric`);
      if (bondOrder(graph, x, y) > 3) faults.push(`${x}-${y} has order ${bondOrder(graph, x, y)}`);
      if (bondOrder(graph, x, y) > 0) bonded.push(y);
    }
    if (bonded.includes(x)) faults.push(`${x} has a loop`);
    const start = x * MAX_NEIGHBOURS;
    const listed = [...graph.neighbours.subarray(start, start + graph.degrees[x]!)].sort((a, b) => a - b);
    if (listed.join() !== bonded.join())
      faults.push(`neighbours of ${x}: ${listed.join()} for ${bonded.join()}`);
  }
  return faults;
}

/** Connectivity by union of classes: another way than the one in src. */
export function isOnePiece(graph: MolecularGraph): boolean {
  const classOf = graph.elements.map((_, x) => x);
  for (const [x, y] of bondsOf(graph)) {
    const [kept, gone] = [classOf[x]!, classOf[y]!];
    classOf.forEach((c, z) => {
      if (c === gone) classOf[z] = kept;
    });
  }
  return new Set(classOf).size === 1;
}

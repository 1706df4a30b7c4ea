import type { HeavyElement } from '../molecule/element.ts';
import { MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';
import type { StructuralRule } from './structural-rule.ts';

const isOxygen = (element: HeavyElement): boolean => element === 'O';
const isNitrogenOrOxygen = (element: HeavyElement): boolean => element === 'N' || element === 'O';

/** For each atom of the elements, how many of its neighbours are of them. */
function likeNeighbours(graph: MolecularGraph, isOne: (element: HeavyElement) => boolean): number[] {
  return graph.elements.map((element, x) => {
    if (!isOne(element)) return 0;
    const start = x * MAX_NEIGHBOURS;
    const neighbours = [...graph.neighbours.subarray(start, start + graph.degrees[x]!)];
    return neighbours.filter((y) => isOne(graph.elements[y]!)).length;
  });
}

export const noPeroxides: StructuralRule = {
  name: 'no-peroxides',
  description:
    'No two oxygens are bonded to each other. The bond is among the weakest single bonds, some 180 kJ/mol; peroxides and dioxygen go.',
  references: ['Bach1996', 'Fink2007'],
  countIn: (graph) => likeNeighbours(graph, isOxygen).reduce((sum, count) => sum + count, 0) / 2,
};

export const noHeteroatomChains: StructuralRule = {
  name: 'no-heteroatom-chains',
  description:
    'No three atoms of nitrogen and oxygen in a row, in a chain or a ring, as in triazane, nitrites and ozone. Most such molecules decompose easily; nitrosamines and 1,2,3-triazoles, which do exist, go as well.',
  references: ['Fink2007'],
  countIn: (graph) =>
    likeNeighbours(graph, isNitrogenOrOxygen).reduce((sum, count) => sum + (count * (count - 1)) / 2, 0),
};

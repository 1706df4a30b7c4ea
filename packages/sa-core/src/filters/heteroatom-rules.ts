import type { HeavyElement } from '../molecule/element.ts';
import { MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';
import { explained, type Prohibition } from './structural-rule.ts';

const isOxygen = (element: HeavyElement): boolean => element === 'O';
const isNitrogenOrOxygen = (element: HeavyElement): boolean => element === 'N' || element === 'O';

/** Adds up a function of the number of neighbours of certain elements, over the atoms of these elements. */
function sumOver(
  { elements, degrees, neighbours }: MolecularGraph,
  isOne: (element: HeavyElement) => boolean,
  termOf: (likeNeighbours: number) => number,
): number {
  let sum = 0;
  for (let x = 0; x < elements.length; x++) {
    if (!isOne(elements[x]!)) continue;
    let likeNeighbours = 0;
    for (let k = x * MAX_NEIGHBOURS; k < x * MAX_NEIGHBOURS + degrees[x]!; k++) {
      if (isOne(elements[neighbours[k]!]!)) likeNeighbours++;
    }
    sum += termOf(likeNeighbours);
  }
  return sum;
}

export const noPeroxidesRule: Prohibition = {
  name: 'no-peroxides',
  countIn: (graph) => sumOver(graph, isOxygen, (oxygens) => oxygens / 2),
};

export const noPeroxides = /* @__PURE__ */ explained(noPeroxidesRule, {
  description:
    'No two oxygens are bonded to each other. The bond is among the weakest single bonds; peroxides and dioxygen go.',
  references: ['Blanksby2003', 'Fink2007'],
});

export const noHeteroatomChainsRule: Prohibition = {
  name: 'no-heteroatom-chains',
  countIn: (graph) => sumOver(graph, isNitrogenOrOxygen, (others) => (others * (others - 1)) / 2),
};

export const noHeteroatomChains = /* @__PURE__ */ explained(noHeteroatomChainsRule, {
  description:
    'No three atoms of nitrogen and oxygen in a row, in a chain or a ring, as in triazane, nitrites and ozone. Most such molecules decompose easily; nitrosamines and 1,2,3-triazoles, which do exist, go as well.',
  references: ['Fink2007'],
});

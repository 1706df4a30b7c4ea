import { MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';
import { described, type Score } from './scoring-component.ts';
import { tablesOf } from './shared-tables.ts';
import { squareRoot } from './square-root.ts';

const STEPS_PER_UNIT = 1e6;
/** The terms of the sum are rounded to multiples of 1 / this: integers, which add up to the same in every order. */
const TERM_STEPS_PER_UNIT = 1e12;

/**
 * J = m / (c + 1) times the sum of 1 / sqrt(s_x s_y) over the m bonds x-y, where s are the row sums of the distances and
 * c = m - n + 1 is the number of independent rings [Balaban1982]. Bond orders do not count: a double bond is one bond, of
 * length 1.
 *
 * J of two isomers can differ by as little as one likes once they are large, so it is rounded to six decimals, and that is
 * the resolution. Of a single atom it is 0: there is no bond to sum over.
 */
export const balabanScore: Score = {
  name: 'balaban_j',
  version: 1,
  resolution: 1e-6,
  needs: ['distances'],
  costClass: 'distances',
  score: balabanIndexOf,
};

export const balabanIndex = /* @__PURE__ */ described(balabanScore, {
  description:
    "Balaban's distance connectivity index J, bond orders ignored: large for branched chains, small where there are rings; " +
    'it hardly grows with the molecule. Rounded to six decimals.',
  unit: '1',
  usualRange: () => ({ low: 0, high: 6 }),
});

function balabanIndexOf(graph: MolecularGraph, { distances } = tablesOf(graph)): number {
  const { degrees, neighbours } = graph;
  const n = degrees.length;
  let bonds = 0;
  let sum = 0;
  for (let x = 0; x < n; x++) {
    const start = x * MAX_NEIGHBOURS;
    for (let k = start; k < start + degrees[x]!; k++) {
      const y = neighbours[k]!;
      if (y < x) continue;
      bonds++;
      const product = distanceSum(distances, n, x) * distanceSum(distances, n, y);
      sum += Math.round(TERM_STEPS_PER_UNIT / squareRoot(product));
    }
  }
  const j = (bonds * (sum / TERM_STEPS_PER_UNIT)) / (bonds - n + 2);
  return Math.round(j * STEPS_PER_UNIT) / STEPS_PER_UNIT;
}

/** Asked anew for each end of a bond: a molecule has few bonds, and so no memory is needed. */
function distanceSum(distances: Uint16Array, n: number, x: number): number {
  let sum = 0;
  for (let i = x * n; i < x * n + n; i++) sum += distances[i]!;
  return sum;
}

import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import { described, type Score } from './scoring-component.ts';
import { tablesOf } from './shared-tables.ts';

/**
 * The sum of (d + d^2) / 2 over the distances d of all pairs of heavy atoms. [Randic1993] defined it by the paths of a
 * tree; this is its extension to rings [Klein1995], which gives the same for trees. Bond orders do not count.
 *
 * Each (d + d^2) / 2 is an integer. Between a clique, where every d is 1, and a chain of n atoms, which has (n + 2 over 4).
 */
export const hyperWienerScore: Score = {
  name: 'hyper_wiener_index',
  version: 1,
  resolution: 1,
  needs: ['distances'],
  costClass: 'distances',
  score: hyperWienerIndexOf,
};

export const hyperWienerIndex = /* @__PURE__ */ described(hyperWienerScore, {
  description:
    'Sum of (d + d²)/2 over the distances d, in bonds, of all pairs of heavy atoms: as the Wiener index, with more weight ' +
    'on what is far apart.',
  unit: '1',
  usualRange: (n) => ({ low: (n * (n - 1)) / 2, high: ((n + 2) * (n + 1) * n * (n - 1)) / 24 }),
});

function hyperWienerIndexOf(graph: MolecularGraph, { distances } = tablesOf(graph)): number {
  let ordered = 0;
  for (let i = 0; i < distances.length; i++) {
    const d = distances[i]!;
    ordered += d * (d + 1);
  }
  // Each pair stands twice in the table, and each term is halved.
  return ordered / 4;
}

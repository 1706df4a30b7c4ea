import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import { described, type Score } from './scoring-component.ts';

/**
 * The number of independent rings: bonds - atoms + 1 over the heavy atoms, the cyclomatic number of a connected graph
 * [Berge1962]. A double bond is one bond here, no ring of two. It is the number of rings in any smallest set that
 * generates all others: 2 for naphthalene, 5 for cubane.
 *
 * At most 4 neighbours an atom make at most 2 n bonds, and n + 1 rings.
 */
export const ringCountScore: Score = {
  name: 'ring_count',
  version: 1,
  resolution: 1,
  costClass: 'bonds',
  score: ringCountOf,
};

export const ringCount = /* @__PURE__ */ described(ringCountScore, {
  description:
    'Number of independent rings: bonds - atoms + 1, over the heavy atoms. Naphthalene has 2, cubane 5.',
  unit: '1',
  usualRange: (n) => ({ low: 0, high: n + 1 }),
});

function ringCountOf({ degrees }: MolecularGraph): number {
  let ends = 0;
  for (let x = 0; x < degrees.length; x++) ends += degrees[x]!;
  return ends / 2 - degrees.length + 1;
}

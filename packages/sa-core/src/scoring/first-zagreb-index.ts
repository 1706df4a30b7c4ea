import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import { described, type Score } from './scoring-component.ts';

/**
 * The sum of the squared degrees, the numbers of heavy neighbours; bond orders do not count [Gutman1972].
 *
 * A square is odd where its degree is, and degrees add up to twice the bonds: the index is always even.
 * Among connected graphs a chain has the least, 4 n - 6 from two atoms on; no atom has more than 4 neighbours.
 */
export const firstZagrebScore: Score = {
  name: 'zagreb_1',
  version: 1,
  resolution: 2,
  costClass: 'bonds',
  score: firstZagrebIndexOf,
};

export const firstZagrebIndex = /* @__PURE__ */ described(firstZagrebScore, {
  description:
    'First Zagreb index: sum of the squares of the numbers of heavy neighbours. Large where the molecule is branched or ' +
    'has many rings.',
  unit: '1',
  usualRange: (n) => ({ low: n === 1 ? 0 : 4 * n - 6, high: 16 * n }),
});

function firstZagrebIndexOf({ degrees }: MolecularGraph): number {
  let sum = 0;
  for (let x = 0; x < degrees.length; x++) sum += degrees[x]! * degrees[x]!;
  return sum;
}

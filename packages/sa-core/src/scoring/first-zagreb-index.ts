import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import type { ScoringComponent } from './scoring-component.ts';

/**
 * The sum of the squared degrees, the numbers of heavy neighbours; bond orders do not count [Gutman1972].
 *
 * A square is odd where its degree is, and degrees add up to twice the bonds: the index is always even.
 * Among connected graphs a chain has the least, 4 n - 6 from two atoms on; no atom has more than 4 neighbours.
 */
export const firstZagrebIndex: ScoringComponent = {
  name: 'zagreb_1',
  version: 1,
  description:
    'First Zagreb index: sum of the squares of the numbers of heavy neighbours. Large where the molecule is branched or ' +
    'has many rings.',
  unit: '1',
  resolution: 2,
  costClass: 'bonds',
  usualRange: (n) => ({ low: n === 1 ? 0 : 4 * n - 6, high: 16 * n }),
  score: firstZagrebIndexOf,
};

function firstZagrebIndexOf({ degrees }: MolecularGraph): number {
  let sum = 0;
  for (let x = 0; x < degrees.length; x++) sum += degrees[x]! * degrees[x]!;
  return sum;
}

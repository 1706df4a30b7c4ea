import { MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';
import { described, type Score } from './scoring-component.ts';

const STEPS_PER_UNIT = 1e6;

// The doubles nearest to the roots, so that no engine has to take them.
const SQRT_2 = Math.SQRT2;
const SQRT_3 = 1.7320508075688772;
const SQRT_6 = 2.449489742783178;

/**
 * With degrees from 1 to 4 every 1 / sqrt(d_x d_y) is a whole multiple of 1, sqrt 2, sqrt 3 or sqrt 6, over 12: of which
 * root, and how many, by the product of the degrees.
 */
const TWELFTHS: Readonly<Record<number, readonly [root: 0 | 1 | 2 | 3, count: number]>> = {
  1: [0, 12],
  2: [1, 6],
  3: [2, 4],
  4: [0, 6],
  6: [3, 2],
  8: [1, 3],
  9: [0, 4],
  12: [2, 2],
  16: [0, 3],
};

/**
 * The sum of 1 / sqrt(d_x d_y) over the bonds x-y, d the number of heavy neighbours; bond orders do not count
 * [Randic1975].
 *
 * The parts of 1, sqrt 2, sqrt 3 and sqrt 6 are added up as integers, so the sum does not depend on the order of the bonds.
 * Large isomers can differ by as little as one likes, so it is rounded to six decimals, and that is the resolution.
 *
 * No bond counts less than 1/4, and n atoms have n - 1 bonds or more; regular graphs reach n / 2, the most there is.
 */
export const randicScore: Score = {
  name: 'randic_index',
  version: 1,
  resolution: 1e-6,
  costClass: 'bonds',
  score: randicIndexOf,
};

export const randicIndex = /* @__PURE__ */ described(randicScore, {
  description:
    "Randić's connectivity index: sum of 1/√(d·d′) over the bonds between heavy atoms, d and d′ the numbers of heavy " +
    'neighbours of their ends. Small where the molecule is branched. Rounded to six decimals.',
  unit: '1',
  usualRange: (n) => ({ low: (n - 1) / 4, high: n / 2 }),
});

function randicIndexOf({ degrees, neighbours }: MolecularGraph): number {
  let [ones, twos, threes, sixes] = [0, 0, 0, 0];
  for (let x = 0; x < degrees.length; x++) {
    const start = x * MAX_NEIGHBOURS;
    for (let k = start; k < start + degrees[x]!; k++) {
      const y = neighbours[k]!;
      if (y < x) continue;
      const [root, count] = TWELFTHS[degrees[x]! * degrees[y]!]!;
      if (root === 0) ones += count;
      else if (root === 1) twos += count;
      else if (root === 2) threes += count;
      else sixes += count;
    }
  }
  const index = (ones + twos * SQRT_2 + threes * SQRT_3 + sixes * SQRT_6) / 12;
  return Math.round(index * STEPS_PER_UNIT) / STEPS_PER_UNIT;
}

import { createBondsProposal } from '../../displacement/bonds-proposal.ts';
import { makeMove } from '../../displacement/make-move.ts';
import { createMove } from '../../displacement/move.ts';
import { commit, createWalker, undo } from '../../displacement/walker.ts';
import { type Formula, heavyAtomCount, heavyElements } from '../../molecule/formula.ts';
import { Random } from '../../random.ts';
import { energyOf, type Objective } from '../../scoring/objective.ts';
import type { CostClass } from '../../scoring/scoring-component.ts';
import { createTables } from '../../scoring/shared-tables.ts';
import { randomMolecule } from '../start-molecule.ts';

/**
 * How many molecules are scored, by the dearest component; one that does not tell its cost counts as the dearest. It has to
 * be cheap: a configuration is resolved while somebody waits.
 */
const EVALUATIONS: Readonly<Record<CostClass, number>> = {
  bonds: 200,
  distances: 200,
  subgraphs: 60,
  external: 24,
};
/** Larger molecules have fewer scored, in proportion, but never fewer than this. */
const HEAVY_ATOMS_AT_FULL_COUNT = 50;
const FEWEST_EVALUATIONS = 20;
const PROPOSALS_PER_EVALUATION = 20;
const MOST_SHUFFLES = 2000;
/** Sums of weighted scores that differ by less than this share of the resolution differ by rounding. */
const ROUNDING = 1e-6;
/** 1 / ln(1 / 0.8): at so many times a difference four of five such steps for the worse are accepted. */
const FOUR_OF_FIVE = 4.48;
/** This share of the differences may be smaller than the one that the floor is taken from: some are small by chance. */
const SMALLER_BY_CHANCE = 0.03;

/** Keeps the generator of the walk apart from that of the run, which has the same seed. */
const OWN_STREAM = 0x5eed_a070;

export interface Temperatures {
  readonly initial_temp: number;
  readonly min_temp: number;
}

/**
 * Temperatures that fit an objective, from the differences between neighbours that a short walk meets. The first half of the
 * walk takes every displacement and shows what differences are usual: kT0 accepts four fifths of steps for the worse of
 * their mean [Kirkpatrick1983, BenAmeur2004]. The second half goes downhill alone and shows how small they are near good
 * molecules: the floor is half of about the smallest, as it is half of the resolution elsewhere.
 *
 * The walk is that of the proposal "bonds", whichever the run uses, from a random molecule of a generator of its own.
 *
 * @param sign 1 where the energy is minimised, -1 where it is maximised
 */
export function automaticTemperatures(
  formula: Formula,
  objective: Objective,
  sign: 1 | -1,
  seed: number,
): Temperatures {
  const fullCount = Math.min(
    ...objective.components.map(({ costClass = 'external' }) => EVALUATIONS[costClass]),
  );
  const share = Math.min(1, HEAVY_ATOMS_AT_FULL_COUNT / heavyAtomCount(formula));
  const half = Math.max(FEWEST_EVALUATIONS, Math.floor(fullCount * share)) >> 1;
  const walk = createWalk(formula, objective, sign, seed);
  const anywhere = walk(half, () => true);
  const downhill = walk(half, (dE) => dE <= 0);
  const met = (lists: number[][]) => lists.find(({ length }) => length > 0) ?? [objective.resolution];
  const usual = meanOf(met([anywhere, downhill]));
  const initial_temp = Math.min(FOUR_OF_FIVE * usual, Number.MAX_VALUE);
  const ascending = met([downhill, anywhere]);
  ascending.sort((a, b) => a - b);
  const small = ascending[Math.ceil(SMALLER_BY_CHANCE * (ascending.length - 1))]!;
  return { initial_temp, min_temp: Math.min(small / 2, initial_temp) };
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x / numbers.length, 0);
}

/** A walk that goes on where it stopped; each time it tells the differences, without their sign, other than 0. */
function createWalk(formula: Formula, objective: Objective, sign: 1 | -1, seed: number) {
  const random = ownGenerator(seed);
  const elements = heavyElements(formula);
  const walker = createWalker(elements, randomMolecule(formula, random, [], MOST_SHUFFLES));
  const propose = createBondsProposal(elements.length);
  const move = createMove();
  const scores = new Float64Array(objective.components.length);
  const tables = createTables(elements.length, objective.needs);
  let energy = energyOf(objective, walker.graph, scores, tables);
  return (evaluations: number, accepts: (dE: number) => boolean): number[] => {
    const differences: number[] = [];
    let left = evaluations;
    for (let t = 0; left > 0 && t < PROPOSALS_PER_EVALUATION * evaluations; t++) {
      if (makeMove(propose, walker, t, random, move) !== 'proposed') continue;
      left--;
      const proposed = energyOf(objective, walker.graph, scores, tables);
      const difference = Math.abs(proposed - energy);
      if (difference > ROUNDING * objective.resolution) differences.push(difference);
      if (accepts(sign * (proposed - energy))) {
        commit(walker, move);
        energy = proposed;
      } else undo(walker, move);
    }
    return differences;
  };
}

function ownGenerator(seed: number): Random {
  const [a, b, c, d] = Random.fromSeed(seed).state();
  const random = new Random([a ^ OWN_STREAM, b, c, d | 1]);
  for (let i = 0; i < 16; i++) random.uint32();
  return random;
}

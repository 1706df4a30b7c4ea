import { createBondsProposal } from '../displacement/bonds-proposal.ts';
import { type LabelledIsomer, labelledIsomerOf } from '../displacement/labelled-isomer.ts';
import { makeMove } from '../displacement/make-move.ts';
import { createMove } from '../displacement/move.ts';
import { commit, createWalker, isomerAt } from '../displacement/walker.ts';
import { SaCoreError } from '../errors.ts';
import type { Prohibition } from '../filters/structural-rule.ts';
import { type Formula, heavyElements } from '../molecule/formula.ts';
import { longestChain } from '../molecule/longest-chain.ts';
import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import type { Random } from '../random.ts';
import { firstIsomer, walkUntilObeying } from './first-isomer.ts';

/**
 * Makes the start molecule of an `initial` that is neither "random" nor "chain", its atoms in the order that the formula
 * gives every run; throws a SaCoreError with the pointer of that field. A run is handed the one it is to use, so that a
 * bundle holds the reader of SMILES only where there may be any.
 */
export type StartReader = (formula: Formula, initial: string) => MolecularGraph;

const PROPOSALS_PER_UNIT_OR_HYDROGEN = 20;

/**
 * The molecule at step 0: "chain", the longest chain; "random", that chain after 20 (M + H) proposals "bonds" at
 * kT = infinity, drawn from `random`; or the molecule that `read` makes of it. A chain that breaks one of the rules is replaced by
 * an isomer that obeys them all; a random molecule is walked on from until one does, so that where the rules divide the
 * isomers into parts, different seeds start in different ones.
 *
 * @throws {SaCoreError} formula_filtered, any smiles_* error with the pointer of the field `initial`
 */
export function startMolecule(
  formula: Formula,
  initial: string,
  random: Random,
  rules: readonly Prohibition[],
  read: StartReader,
): LabelledIsomer {
  if (initial === 'chain') return firstIsomer(formula, rules);
  if (initial === 'random') return randomMolecule(formula, random, rules);
  return labelledIsomerOf(read(formula, initial));
}

/**
 * The longest chain after proposals "bonds" at kT = infinity.
 *
 * @param mostProposals where a molecule that is less than thoroughly shuffled will do
 */
export function randomMolecule(
  formula: Formula,
  random: Random,
  rules: readonly Prohibition[],
  mostProposals = Number.POSITIVE_INFINITY,
): LabelledIsomer {
  const elements = heavyElements(formula);
  const walker = createWalker(elements, labelledIsomerOf(longestChain(formula)));
  const propose = createBondsProposal(elements.length);
  const move = createMove();
  const proposals = Math.min(
    PROPOSALS_PER_UNIT_OR_HYDROGEN * (walker.bondUnits.length / 2 + walker.hydrogenOwners.length),
    mostProposals,
  );
  for (let t = 0; t < proposals; t++) {
    if (makeMove(propose, walker, t, random, move) === 'proposed') commit(walker, move);
  }
  return walkUntilObeying(walker, rules, random) ? isomerAt(walker) : firstIsomer(formula, rules);
}

/**
 * Refuses a start that the rules forbid, or that does not exist within them.
 *
 * @throws {SaCoreError} formula_filtered; configuration_value with the pointer of the field `initial`
 */
export function assertStartObeys(
  formula: Formula,
  initial: string,
  rules: readonly Prohibition[],
  read: StartReader,
): void {
  if (rules.length === 0) return;
  if (initial === 'chain' || initial === 'random') {
    firstIsomer(formula, rules);
    return;
  }
  const graph = read(formula, initial);
  const broken = rules.find((rule) => rule.countIn(graph) > 0);
  if (broken === undefined) return;
  throw new SaCoreError(
    'configuration_value',
    `The start molecule breaks the rule "${broken.name}" of the filters. Start from another one, or leave the rule out.`,
    { pointer: '/initial' },
  );
}

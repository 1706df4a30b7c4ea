import { createBondsProposal } from '../displacement/bonds-proposal.ts';
import { type LabelledIsomer, labelledIsomerOf } from '../displacement/labelled-isomer.ts';
import { makeMove } from '../displacement/make-move.ts';
import { createMove } from '../displacement/move.ts';
import { commit, createWalker, isomerAt, undo, type Walker } from '../displacement/walker.ts';
import { SaCoreError } from '../errors.ts';
import type { Prohibition } from '../filters/structural-rule.ts';
import { type Formula, hillFormula } from '../molecule/formula.ts';
import { longestChain } from '../molecule/longest-chain.ts';
import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import { Random } from '../random.ts';
import { accepts } from './metropolis.ts';

/**
 * A search is given up after this many atoms judged, one molecule after the other: 20,000 proposals of 20 heavy atoms.
 * A bound on the time, a fraction of a second, that a configuration without a solution takes to be refused.
 */
const MAX_ATOMS_JUDGED = 400_000;
const MAX_PROPOSALS = 20_000;
/** In places where a rule is broken: one more is accepted with a probability of 4 %, so that no molecule is a trap. */
const SEARCH_TEMPERATURE = 0.3;
const SEARCH_SEED = 1996;

/**
 * The longest chain, if it obeys the rules; else the first isomer that does on a walk from there. The same for every run of
 * the formula and the rules.
 *
 * @throws {SaCoreError} formula_filtered if none is found: there may be none, or it is too rare
 */
export function firstIsomer(formula: Formula, rules: readonly Prohibition[]): LabelledIsomer {
  const chain = longestChain(formula);
  const walker = createWalker(chain.elements, labelledIsomerOf(chain));
  if (walkUntilObeying(walker, rules, Random.fromSeed(SEARCH_SEED))) return isomerAt(walker);
  const proposals = proposalsOf(chain.elements.length);
  throw new SaCoreError(
    'formula_filtered',
    `No isomer of ${hillFormula(formula)} was found that obeys the filters, in a search of ${proposals} steps. Leave out ` +
      'some of them, or give a start molecule that obeys them as a SMILES.',
    { pointer: '/filters' },
  );
}

/**
 * A short annealing from where the walker is, on the number of places where rules are broken, without a filter: so it
 * passes through molecules that break them, to wherever one obeys first. False if none did; draws nothing if the molecule
 * at hand does.
 */
export function walkUntilObeying(walker: Walker, rules: readonly Prohibition[], random: Random): boolean {
  const propose = createBondsProposal(walker.graph.elements.length);
  const move = createMove();
  const proposals = proposalsOf(walker.graph.elements.length);
  let broken = brokenPlaces(walker.graph, rules);
  for (let t = 0; broken > 0 && t < proposals; t++) {
    const u = random.unit();
    if (makeMove(propose, walker, t, random, move) !== 'proposed') continue;
    const proposed = brokenPlaces(walker.graph, rules);
    if (accepts(proposed - broken, SEARCH_TEMPERATURE, u)) {
      commit(walker, move);
      broken = proposed;
    } else undo(walker, move);
  }
  return broken === 0;
}

function proposalsOf(heavyAtoms: number): number {
  return Math.min(MAX_PROPOSALS, Math.floor(MAX_ATOMS_JUDGED / heavyAtoms));
}

function brokenPlaces(graph: MolecularGraph, rules: readonly Prohibition[]): number {
  return rules.reduce((sum, rule) => sum + rule.countIn(graph), 0);
}

import { createBondsProposal } from '../displacement/bonds-proposal.ts';
import { type LabelledIsomer, labelledIsomerOf } from '../displacement/labelled-isomer.ts';
import { makeMove } from '../displacement/make-move.ts';
import { createMove } from '../displacement/move.ts';
import { commit, createWalker, isomerAt } from '../displacement/walker.ts';
import { pointingTo, SaCoreError } from '../errors.ts';
import type { Prohibition } from '../filters/structural-rule.ts';
import type { HeavyElement } from '../molecule/element.ts';
import { type Formula, formulaOf, heavyElements, hillFormula } from '../molecule/formula.ts';
import { longestChain } from '../molecule/longest-chain.ts';
import {
  bondsOf,
  createMolecularGraph,
  type MolecularGraph,
  setBondOrder,
} from '../molecule/molecular-graph.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';
import type { Random } from '../random.ts';
import { firstIsomer, walkUntilObeying } from './first-isomer.ts';

const PROPOSALS_PER_UNIT_OR_HYDROGEN = 20;
const ATOM_OF_SMILES = /\[[^[\]]*\]|Br|Cl|[A-Za-z*]/g;

/**
 * The molecule at step 0: "chain", the longest chain; "random", that chain after 20 (M + H) proposals "bonds" at
 * kT = infinity, drawn from `random`; or the molecule of a SMILES. A chain that breaks one of the rules is replaced by
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
): LabelledIsomer {
  if (initial === 'chain') return firstIsomer(formula, rules);
  if (initial === 'random') return randomMolecule(formula, random, rules);
  return labelledIsomerOf(moleculeOfSmiles(formula, initial));
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
export function assertStartObeys(formula: Formula, initial: string, rules: readonly Prohibition[]): void {
  if (rules.length === 0) return;
  if (initial === 'chain' || initial === 'random') {
    firstIsomer(formula, rules);
    return;
  }
  const graph = moleculeOfSmiles(formula, initial);
  const broken = rules.find((rule) => rule.countIn(graph) > 0);
  if (broken === undefined) return;
  throw new SaCoreError(
    'configuration_value',
    `The start molecule breaks the rule "${broken.name}" of the filters. Start from another one, or leave the rule out.`,
    { pointer: '/initial' },
  );
}

/**
 * The molecule of a SMILES, its atoms renumbered to the order that the formula gives every run.
 *
 * @throws {SaCoreError} any smiles_* error, with the pointer of the field `initial`
 */
export function moleculeOfSmiles(formula: Formula, smiles: string): MolecularGraph {
  const elements = heavyElements(formula);
  if (namesMoreAtoms(smiles, elements.length + (formula.H ?? 0))) {
    throw mismatch(`has more atoms than ${hillFormula(formula)}, the formula of the run`);
  }
  const read = pointingTo('/initial', () => readSmiles(smiles));
  const found = hillFormula(formulaOf(read));
  if (found !== hillFormula(formula)) {
    throw mismatch(`has the formula ${found}, but the run is over isomers of ${hillFormula(formula)}`);
  }
  const atomsOf = new Map<HeavyElement, number[]>();
  elements.forEach((element, x) => {
    atomsOf.set(element, [...(atomsOf.get(element) ?? []), x]);
  });
  const renumbered = read.elements.map((element) => atomsOf.get(element)!.shift()!);
  const graph = createMolecularGraph(elements);
  for (const [x, y, order] of bondsOf(read)) setBondOrder(graph, renumbered[x]!, renumbered[y]!, order);
  renumbered.forEach((x, readAtom) => {
    graph.hydrogenCounts[x] = read.hydrogenCounts[readAtom]!;
  });
  return graph;
}

/** Counted before the SMILES is read, because reading takes memory and time that grow with the square of its atoms. */
function namesMoreAtoms(smiles: string, limit: number): boolean {
  let atoms = 0;
  for (const _ of smiles.matchAll(ATOM_OF_SMILES)) if (++atoms > limit) return true;
  return false;
}

function mismatch(what: string): SaCoreError {
  return new SaCoreError('smiles_formula_mismatch', `The start molecule ${what}.`, { pointer: '/initial' });
}

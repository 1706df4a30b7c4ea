import { expect, test } from '@jest/globals';
import { createAtomsProposal } from '../displacement/atoms-proposal.ts';
import { createBondsProposal } from '../displacement/bonds-proposal.ts';
import { labelledIsomerOf } from '../displacement/labelled-isomer.ts';
import { createMove } from '../displacement/move.ts';
import type { Proposal } from '../displacement/proposal.ts';
import { apply, commit, createWalker, undo, type Walker } from '../displacement/walker.ts';
import { isConnected } from '../molecule/connectivity.ts';
import { formulaOf, hillFormula } from '../molecule/formula.ts';
import {
  bondOrder,
  hasValidValences,
  MAX_BOND_ORDER,
  MAX_NEIGHBOURS,
  type MolecularGraph,
} from '../molecule/molecular-graph.ts';
import { Random } from '../random.ts';
import { randomMolecule } from '../testing/random-molecule.ts';
import { extent } from './extent.ts';

const FORMULAS = 200;
const PALETTE = ['C', 'C', 'C', 'C', 'N', 'O', 'S', 'P', 'F', 'Cl'] as const;
const MAX_HEAVY_ATOMS = 20;
const PROPOSALS: readonly ((heavyAtoms: number) => Proposal)[] = [createBondsProposal, createAtomsProposal];

/** 200 different formulas with at least two heavy atoms, each as the molecule that a walk starts from. */
function startMolecules(random: Random): MolecularGraph[] {
  const byFormula = new Map<string, MolecularGraph>();
  while (byFormula.size < FORMULAS) {
    const molecule = randomMolecule((below) => random.below(below), MAX_HEAVY_ATOMS, PALETTE);
    const formula = hillFormula(formulaOf(molecule));
    if (molecule.elements.length > 1 && !byFormula.has(formula)) byFormula.set(formula, molecule);
  }
  return [...byFormula.values()];
}

/** What is wrong with the molecule that a walk stands at, or undefined. */
function faultOf({ graph, bondUnits, hydrogenOwners }: Walker, formula: string): string | undefined {
  if (!hasValidValences(graph)) return 'a valence';
  if (!isConnected(graph)) return 'connectivity';
  if (hillFormula(formulaOf(graph)) !== formula) return 'the formula';
  if (hasUntrueNeighbours(graph)) return 'the lists of neighbours';
  if (hasUntrueUnits(graph, bondUnits)) return 'the bond units';
  return hasUntrueOwners(graph, hydrogenOwners) ? 'the owners of hydrogens' : undefined;
}

function hasUntrueNeighbours(graph: MolecularGraph): boolean {
  const n = graph.elements.length;
  for (let x = 0; x < n; x++) {
    if (bondOrder(graph, x, x) !== 0) return true;
    let neighbours = 0;
    for (let y = 0; y < n; y++) {
      const order = bondOrder(graph, x, y);
      if (order !== bondOrder(graph, y, x) || order > MAX_BOND_ORDER) return true;
      if (order > 0) neighbours++;
    }
    if (neighbours !== graph.degrees[x]) return true;
    const listed = new Set(graph.neighbours.subarray(x * MAX_NEIGHBOURS, x * MAX_NEIGHBOURS + neighbours));
    if (listed.size !== neighbours) return true;
    for (const y of listed) if (bondOrder(graph, x, y) === 0) return true;
  }
  return false;
}

function hasUntrueUnits(graph: MolecularGraph, bondUnits: Uint16Array): boolean {
  const n = graph.elements.length;
  const orders = new Uint8Array(n * n);
  for (let u = 0; u < bondUnits.length; u += 2) {
    const [x, y] = [bondUnits[u]!, bondUnits[u + 1]!];
    orders[x * n + y]!++;
    orders[y * n + x]!++;
  }
  return orders.some((order, i) => order !== graph.bondOrders[i]);
}

function hasUntrueOwners(graph: MolecularGraph, hydrogenOwners: Uint16Array): boolean {
  const counts = new Uint8Array(graph.elements.length);
  for (const owner of hydrogenOwners) counts[owner]!++;
  return counts.some((count, x) => count !== graph.hydrogenCounts[x]);
}

/** Draws for each move that a walk may take: "atoms" draws mostly nothing, and some formulas have nothing to move. */
const DRAWS_PER_MOVE = 2000;

interface Walk {
  readonly moves: number;
  readonly fault: string | undefined;
}

/** A walk at kT = infinity whose molecule is looked through after every move. */
function walk(start: MolecularGraph, propose: Proposal, wanted: number, random: Random): Walk {
  const formula = hillFormula(formulaOf(start));
  const walker = createWalker(start.elements, labelledIsomerOf(start));
  const move = createMove();
  const before = new Uint8Array(start.bondOrders.length);
  let moves = 0;
  for (let t = 0; moves < wanted && t < wanted * DRAWS_PER_MOVE; t++) {
    if (propose(walker, t, random, move) !== 'proposed') continue;
    moves++;
    before.set(walker.graph.bondOrders);
    apply(walker, move);
    let fault: string | undefined;
    if (isConnected(walker.graph)) {
      commit(walker, move);
    } else {
      if (!move.mayDisconnect) fault = 'a move that cannot disconnect did';
      undo(walker, move);
      if (before.some((order, bond) => order !== walker.graph.bondOrders[bond])) fault = 'what was undone';
    }
    fault ??= faultOf(walker, formula);
    if (fault !== undefined) return { moves, fault: `${formula}, draw ${t}: ${fault}` };
  }
  return { moves, fault: undefined };
}

const MOVES = extent(10_000_000, 400_000);

// Half of the formulas are walked by "bonds", half by "atoms"; what one has too few moves for, the next ones make up for.
test(`${MOVES} random moves over ${FORMULAS} random formulas keep every invariant`, () => {
  const random = Random.fromSeed(1996);
  let moves = 0;
  startMolecules(random).forEach((start, i) => {
    const propose = PROPOSALS[i % PROPOSALS.length]!(start.elements.length);
    const walked = walk(start, propose, Math.ceil((MOVES - moves) / (FORMULAS - i)), random);
    expect(walked.fault).toBeUndefined();
    moves += walked.moves;
  });
  expect(moves).toBeGreaterThanOrEqual(MOVES);
});

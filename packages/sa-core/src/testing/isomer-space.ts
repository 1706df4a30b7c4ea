import { createAtomsProposal } from '../displacement/atoms-proposal.ts';
import { drawBondSwitch } from '../displacement/bond-switch.ts';
import { BridgeSearch } from '../displacement/bridge-search.ts';
import { drawHydrogenShift } from '../displacement/hydrogen-shift.ts';
import { labelledIsomerOf, molecularGraphOf } from '../displacement/labelled-isomer.ts';
import { createMove, type Move } from '../displacement/move.ts';
import type { Draw } from '../displacement/proposal.ts';
import { apply, undo, type Walker } from '../displacement/walker.ts';
import { createCanonizer } from '../molecule/canonical-form.ts';
import { isConnected } from '../molecule/connectivity.ts';
import { bondsOf, type MolecularGraph } from '../molecule/molecular-graph.ts';
import type { Random } from '../random.ts';
import { EveryDraw } from './every-draw.ts';
import { keyOf, walkerAt } from './molecules.ts';

export type Kind = 'shift' | 'switch' | 'atoms';

/** One way to draw a displacement, apart from when a run would draw it. */
function drawOf(kind: Kind, atoms: number): (walker: Walker, random: Random, move: Move) => Draw {
  if (kind === 'atoms') {
    const propose = createAtomsProposal(atoms);
    return (walker, random, move) => propose(walker, 0, random, move);
  }
  const bridges = new BridgeSearch(atoms);
  const draw = kind === 'shift' ? drawHydrogenShift : drawBondSwitch;
  return (walker, random, move) => draw(walker, random, move, bridges);
}

/**
 * Every outcome of one draw from a molecule, at kT = infinity, with its probability. The graph that `visit` gets is lent;
 * undefined stands for a draw that leaves the molecule as it is.
 */
export function forEachOutcome(
  graph: MolecularGraph,
  kind: Kind,
  visit: (probability: number, after: MolecularGraph | undefined, move: Move) => void,
): void {
  const atoms = graph.elements.length;
  const walker = walkerAt(graph);
  const hydrogens = walker.hydrogenOwners.length;
  const impossible = kind === 'shift' && (hydrogens === 0 || walker.bondUnits.length === 0);
  if (impossible) return;
  const move = createMove();
  const draw = drawOf(kind, atoms);
  let outcome: Draw;
  new EveryDraw().forEach(
    (random) => {
      outcome = draw(walker, random, move);
    },
    (probability) => {
      if (outcome !== 'proposed') return visit(probability, undefined, move);
      apply(walker, move);
      const whole = !move.mayDisconnect || isConnected(walker.graph);
      visit(probability, whole ? walker.graph : undefined, move);
      undo(walker, move);
    },
  );
}

/** Every labelled molecule that draws of these kinds lead to, and the isomers (canonical codes) among them. */
export function labelledStates(start: MolecularGraph, kinds: readonly Kind[]): Map<string, MolecularGraph> {
  const states = new Map([[keyOf(start), start]]);
  for (const graph of states.values()) {
    for (const kind of kinds) {
      forEachOutcome(graph, kind, (_, after) => {
        if (after === undefined || states.has(keyOf(after))) return;
        states.set(keyOf(after), molecularGraphOf(after.elements, labelledIsomerOf(after)));
      });
    }
  }
  return states;
}

/** Every isomer that hydrogen shifts and bond switches lead to, one graph for each canonical code. */
export function floodFill(start: MolecularGraph): Map<string, MolecularGraph> {
  const canonizer = createCanonizer(start.elements.length);
  const found = new Map([[canonizer.canonicalCode(start), start]]);
  for (const graph of found.values()) {
    const seen = new Set<string>();
    for (const kind of ['shift', 'switch'] as const) {
      forEachOutcome(graph, kind, (_, after) => {
        if (after === undefined) return;
        const key = keyOf(after);
        if (seen.has(key)) return;
        seen.add(key);
        const code = canonizer.canonicalCode(after);
        if (!found.has(code)) found.set(code, molecularGraphOf(after.elements, labelledIsomerOf(after)));
      });
    }
  }
  return found;
}

/** Permutations of hydrogens among their places, divided by those that leave every atom its own: labellings of a graph. */
export function hydrogenLabellings(graph: MolecularGraph): number {
  const total = graph.hydrogenCounts.reduce((sum, count) => sum + count, 0);
  return [...graph.hydrogenCounts].reduce(
    (labellings, count) => labellings / factorial(count),
    factorial(total),
  );
}

/** The product of the factorials of all bond orders. */
export function bondOrderFactorials(graph: MolecularGraph): number {
  return bondsOf(graph).reduce((product, [, , order]) => product * factorial(order), 1);
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

/**
 * probability[from][to] of one draw at kT = infinity, states by their keys; staying is left out.
 *
 * @param acceptance the probability to make a move that was drawn
 */
export function transitionMatrix(
  states: ReadonlyMap<string, MolecularGraph>,
  kind: Kind,
  acceptance: (move: Move) => number = () => 1,
): Map<string, Map<string, number>> {
  const matrix = new Map<string, Map<string, number>>();
  for (const [from, graph] of states) {
    const row = new Map<string, number>();
    matrix.set(from, row);
    forEachOutcome(graph, kind, (probability, after, move) => {
      if (after === undefined) return;
      const to = keyOf(after);
      row.set(to, (row.get(to) ?? 0) + probability * acceptance(move));
    });
  }
  return matrix;
}

/** How far flows in the two directions between two states differ most, where states have these weights. */
export function imbalance(
  states: ReadonlyMap<string, MolecularGraph>,
  matrix: ReadonlyMap<string, ReadonlyMap<string, number>>,
  weight: (graph: MolecularGraph) => number,
): number {
  let worst = 0;
  for (const [from, row] of matrix) {
    for (const [to, probability] of row) {
      const there = weight(states.get(from)!) * probability;
      const back = weight(states.get(to)!) * (matrix.get(to)!.get(from) ?? 0);
      worst = Math.max(worst, Math.abs(there - back) / Math.max(there, back));
    }
  }
  return worst;
}

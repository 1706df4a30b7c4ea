import type { HeavyElement } from '../molecule/element.ts';
import { type MolecularGraph, setBondOrder } from '../molecule/molecular-graph.ts';
import { type IsomerView, type LabelledIsomer, molecularGraphOf } from './labelled-isomer.ts';
import type { Move } from './move.ts';

/**
 * The molecule that a walk stands at, as a graph and as lists to draw from.
 * Invariant between moves: units and owners describe exactly the graph.
 */
export interface Walker {
  readonly graph: MolecularGraph;
  /** Unit u joins [2 u] and [2 u + 1]. */
  readonly bondUnits: Uint16Array;
  readonly hydrogenOwners: Uint16Array;
}

export function createWalker(elements: readonly HeavyElement[], isomer: LabelledIsomer): Walker {
  return {
    graph: molecularGraphOf(elements, isomer),
    bondUnits: Uint16Array.from(isomer.bondUnits),
    hydrogenOwners: Uint16Array.from(isomer.hydrogenOwners),
  };
}

/** A copy that later moves do not change. */
export function isomerAt({ bondUnits, hydrogenOwners }: IsomerView): LabelledIsomer {
  return { bondUnits: listOf(bondUnits), hydrogenOwners: listOf(hydrogenOwners) };
}

/** Ten times as fast as the spread of a typed array. */
function listOf(numbers: ArrayLike<number>): number[] {
  const list: number[] = [];
  for (let i = 0; i < numbers.length; i++) list.push(numbers[i]!);
  return list;
}

/** Changes the graph alone, so that the molecule proposed can be judged; then either {@link commit} or {@link undo}. */
export function apply({ graph }: Walker, move: Move): void {
  changeBonds(graph, move, move.before, move.after);
  if (move.hydrogen >= 0) moveHydrogen(graph, move.from, move.to);
}

export function undo({ graph }: Walker, move: Move): void {
  changeBonds(graph, move, move.after, move.before);
  if (move.hydrogen >= 0) moveHydrogen(graph, move.to, move.from);
}

function moveHydrogen({ hydrogenCounts }: MolecularGraph, from: number, to: number): void {
  hydrogenCounts[from]!--;
  hydrogenCounts[to]!++;
}

/** Weakened bonds first: so no atom ever has more neighbours than its four places, not even on the way. */
function changeBonds(graph: MolecularGraph, move: Move, from: Uint8Array, to: Uint8Array): void {
  for (let i = 0; i < move.bonds; i++) {
    if (to[i]! < from[i]!) setBondOrder(graph, move.x[i]!, move.y[i]!, to[i]!);
  }
  for (let i = 0; i < move.bonds; i++) {
    if (to[i]! > from[i]!) setBondOrder(graph, move.x[i]!, move.y[i]!, to[i]!);
  }
}

/** Brings the lists into step with the graph that the applied move has made. */
export function commit(walker: Walker, move: Move): void {
  for (let i = 0; i < move.units; i++) {
    walker.bondUnits[2 * move.unit[i]!] = move.unitX[i]!;
    walker.bondUnits[2 * move.unit[i]! + 1] = move.unitY[i]!;
  }
  if (move.hydrogen >= 0) walker.hydrogenOwners[move.hydrogen] = move.to;
}

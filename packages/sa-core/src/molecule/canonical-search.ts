import { tabulate } from './atom-table.ts';
import type { CanonicalLeaf } from './canonical-leaf.ts';
import { individualiseAndRefine, refineAll } from './colour-refinement.ts';
import { colourByKind, copyColouring } from './colouring.ts';
import { smallestCoreCell } from './cyclic-core.ts';
import type { MolecularGraph } from './molecular-graph.ts';
import { isCovered, type Orbits, orbitOf, uniteByPermutation } from './orbits.ts';
import { visitLeaf } from './search-leaf.ts';
import { type CanonicalSearch, enterNode, type SearchNode } from './search-state.ts';

/**
 * Searches for the canonical labelling by individualisation and refinement (McKay & Piperno, Practical graph isomorphism
 * II, 2014). A node of the tree is an equitable colouring; each child sets one atom of a cell apart. The canonical leaf
 * is the one with the least traces and then the least bonds. Subtrees are left out when an automorphism maps an explored
 * one on them, and when their traces already lose.
 *
 * Afterwards `search.best` is the canonical leaf and `search.orbitSizes` belongs to this graph.
 */
export function findCanonicalLeaf(search: CanonicalSearch, graph: MolecularGraph): void {
  search.first.depth = -1;
  search.best.depth = -1;
  search.generatorCount = 0;
  search.orbitSizes.length = 0;
  search.leaves = 0;
  tabulate(search.table, graph);
  colourByKind(search.colouring, search.table);
  refineAll(search.refinement, search.colouring, search.table);
  explore(search, 0, true, true);
}

/**
 * Explores the tree below the present node, at this depth. `likeFirst` and `likeBest`: whether all traces on the way are
 * those of the first and of the best leaf, as far as there are such leaves. Returns the depth of the node whose next
 * child is due: the one above this node, or one nearer to the root when all in between was found to be explored already.
 */
function explore(search: CanonicalSearch, depth: number, likeFirst: boolean, likeBest: boolean): number {
  const cell = smallestCoreCell(search.core, search.colouring, search.table);
  if (cell < 0) return visitLeaf(search, depth, likeFirst, likeBest);
  const onFirstPath = search.first.depth < 0;
  const node = enterNode(search, depth, cell);
  if (onFirstPath) exploreFirstChild(search, node);
  let due = exploreLikeFirst(search, node, onFirstPath, likeFirst, likeBest);
  if (due === depth && likeBest) due = exploreLeast(search, node, onFirstPath, likeFirst);
  if (due < depth) return due;
  if (onFirstPath) search.orbitSizes.push(countOrbit(search.orbits, node));
  return depth - 1;
}

/** Goes down to the first leaf, which is the best so far, by the first child of each node. */
function exploreFirstChild(search: CanonicalSearch, node: SearchNode): void {
  const trace = refineChild(search, node, node.cell);
  search.first.traces[node.depth] = trace;
  search.best.traces[node.depth] = trace;
  explore(search, node.depth + 1, true, true);
}

/** Refines all children, and explores those that may be images of the first leaf's branch. Returns like explore. */
function exploreLikeFirst(
  search: CanonicalSearch,
  node: SearchNode,
  onFirstPath: boolean,
  likeFirst: boolean,
  likeBest: boolean,
): number {
  for (let index = onFirstPath ? node.cell + 1 : node.cell; index < node.end; index++) {
    if (isExplored(search, node, onFirstPath, index)) continue;
    const trace = refineChild(search, node, index);
    if (!likeFirst || !isFirstTrace(search, node, trace)) continue;
    const childLikeBest = likeBest && followsBest(search.best, node.depth, trace);
    const due = explore(search, node.depth + 1, true, childLikeBest);
    if (due < node.depth) return due;
  }
  return node.depth;
}

/**
 * Explores the remaining children of the least trace, if the canonical leaf can be below them. All have been refined
 * before the first is explored: to explore each that is less than those before it would take time exponential in
 * the number of parts of a molecule that leave choices. Returns like explore.
 */
function exploreLeast(
  search: CanonicalSearch,
  node: SearchNode,
  onFirstPath: boolean,
  likeFirst: boolean,
): number {
  const { depth, traces } = node;
  const isLeft = (index: number): boolean =>
    !(likeFirst && isFirstTrace(search, node, traces[index]!)) &&
    !isExplored(search, node, onFirstPath, index);
  let least = Number.POSITIVE_INFINITY;
  for (let index = node.cell; index < node.end; index++) {
    if (traces[index]! < least && isLeft(index)) least = traces[index]!;
  }
  if (least === Number.POSITIVE_INFINITY || !followsBest(search.best, depth, least)) return depth;
  for (let index = node.cell; index < node.end; index++) {
    if (traces[index] !== least || !isLeft(index)) continue;
    refineChild(search, node, index);
    const due = explore(search, depth + 1, false, true);
    if (due < depth) return due;
  }
  return depth;
}

/** Makes the search's colouring the child that sets the atom at this position apart, and returns its trace. */
function refineChild(search: CanonicalSearch, node: SearchNode, index: number): number {
  const atom = node.colouring.atomAt[index]!;
  copyColouring(node.colouring, search.colouring);
  search.path[node.depth] = atom;
  individualiseAndRefine(search.refinement, search.colouring, search.table, atom);
  node.traces[index] = search.refinement.trace;
  return search.refinement.trace;
}

function isFirstTrace({ first }: CanonicalSearch, { depth }: SearchNode, trace: number): boolean {
  return depth < first.depth && first.traces[depth] === trace;
}

/** Whether a child with this trace can still lead to the least leaf. If it beats the best, it takes the best's place. */
function followsBest(best: CanonicalLeaf, depth: number, trace: number): boolean {
  if (best.depth >= 0) {
    // A leaf comes before all nodes with its traces that are not leaves.
    if (depth >= best.depth || trace > best.traces[depth]!) return false;
    if (trace === best.traces[depth]) return true;
    best.depth = -1;
  }
  best.traces[depth] = trace;
  return true;
}

/** Whether an automorphism maps an earlier child, which then has the same trace, on this one. */
function isExplored(search: CanonicalSearch, node: SearchNode, onFirstPath: boolean, index: number): boolean {
  // On the first path all automorphisms found so far fix the path of the node, the search having come no further back.
  const orbits = onFirstPath ? search.orbits : orbitsFixingPath(search, node);
  return isCovered(orbits, node.colouring.atomAt, node.cell, index);
}

/** Orbits of those automorphisms found so far that fix every atom set apart on the way to the node. */
function orbitsFixingPath(search: CanonicalSearch, node: SearchNode): Orbits {
  const { path, generators } = search;
  for (; node.generatorCount < search.generatorCount; node.generatorCount++) {
    const images = generators[node.generatorCount]!;
    let level = 0;
    while (level < node.depth && images[path[level]!] === path[level]) level++;
    if (level === node.depth) uniteByPermutation(node.orbits, images);
  }
  return node.orbits;
}

/** How many atoms of the node's cell are in the orbit of its first. */
function countOrbit(orbits: Orbits, { cell, end, colouring: { atomAt } }: SearchNode): number {
  const orbit = orbitOf(orbits, atomAt[cell]!);
  let count = 0;
  for (let index = cell; index < end; index++) if (orbitOf(orbits, atomAt[index]!) === orbit) count++;
  return count;
}

import { type AtomTable, createAtomTable, tabulate } from './atom-table.ts';
import {
  type CanonicalLeaf,
  compareBonds,
  copyLabelling,
  createCanonicalLeaf,
  readLabelling,
} from './canonical-leaf.ts';
import { createRefinement, individualiseAndRefine, type Refinement, refineAll } from './colour-refinement.ts';
import { type Colouring, colourByKind, copyColouring, createColouring } from './colouring.ts';
import { type CyclicCore, createCyclicCore, smallestCoreCell } from './cyclic-core.ts';
import type { MolecularGraph } from './molecular-graph.ts';
import { isCovered, type Orbits, orbitOf, resetOrbits, uniteByPermutation, uniteOrbits } from './orbits.ts';

/** More generators than this are not kept for pruning; forgetting one costs time, not truth. */
const MAX_KEPT_GENERATORS = 256;

/**
 * The search for the canonical labelling: individualisation and refinement, McKay & Piperno 2014. A node of the tree is
 * an equitable colouring; its children set apart one atom of a cell each. The canonical leaf is the one with the least
 * traces and then the least bonds. Subtrees are left out when an automorphism maps an explored one on them, or when
 * their traces already lose. All of it is scratch that one search leaves to the next.
 */
export interface CanonicalSearch {
  readonly table: AtomTable;
  readonly refinement: Refinement;
  readonly core: CyclicCore;
  /** The node at which the search stands. */
  readonly colouring: Colouring;
  /** The atoms set apart on the way to it. */
  readonly path: Uint16Array;
  /** The labelling of the leaf at which the search stands; its depth, path and traces are not used. */
  readonly current: CanonicalLeaf;
  /** The first leaf: the one whose path shows the order of the group. */
  readonly first: CanonicalLeaf;
  /** The least leaf so far. Its depth is -1 while the search is on its way to a leaf that will be less. */
  readonly best: CanonicalLeaf;
  /** What nodes at each depth keep while their children are explored. Made when first needed. */
  readonly nodes: SearchNode[];
  /** Orbits of all automorphisms found, which fix the path of the first leaf as far as the search has not returned. */
  readonly orbits: Orbits;
  /** Automorphisms found by comparing leaves, as the image of each atom: the first generatorCount are of this search. */
  readonly generators: Uint16Array[];
  generatorCount: number;
  /** Orders of the group's orbits along the path of the first leaf: their product is the order of the group. */
  readonly orbitSizes: number[];
  /** How many leaves were looked at: the cost of the search. */
  leaves: number;
}

interface SearchNode {
  readonly colouring: Colouring;
  /** Orbits of the first generatorCount generators as far as they fix the node's path. */
  readonly orbits: Orbits;
  generatorCount: number;
}

/** Scratch for graphs of exactly `size` heavy atoms. */
export function createCanonicalSearch(size: number): CanonicalSearch {
  return {
    table: createAtomTable(size),
    refinement: createRefinement(size),
    core: createCyclicCore(size),
    colouring: createColouring(size),
    path: new Uint16Array(size),
    current: createCanonicalLeaf(size),
    first: createCanonicalLeaf(size),
    best: createCanonicalLeaf(size),
    nodes: [],
    orbits: new Uint16Array(size),
    generators: [],
    generatorCount: 0,
    orbitSizes: [],
    leaves: 0,
  };
}

/** Runs the search. Afterwards `best` is the canonical leaf and `orbitSizes` belongs to this graph. */
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
  const { table, refinement, colouring, first, best } = search;
  const cell = smallestCoreCell(search.core, colouring, table);
  if (cell < 0) return visitLeaf(search, depth, likeFirst, likeBest);

  const onFirstPath = first.depth < 0;
  const node = enterNode(search, depth);
  const atoms = node.colouring.atomAt;
  const end = cell + node.colouring.cellSizes[cell]!;
  for (let index = cell; index < end; index++) {
    if (index > cell) {
      const orbits = onFirstPath ? search.orbits : orbitsFixingPath(search, node, depth);
      if (isCovered(orbits, atoms, cell, index)) continue;
      copyColouring(node.colouring, colouring);
    }
    search.path[depth] = atoms[index]!;
    individualiseAndRefine(refinement, colouring, table, atoms[index]!);
    const childLikeFirst = likeFirst && followsFirst(first, depth, refinement.trace);
    const childLikeBest = likeBest && followsBest(best, depth, refinement.trace);
    if (!childLikeFirst && !childLikeBest) continue;
    const due = explore(search, depth + 1, childLikeFirst, childLikeBest);
    if (due < depth) return due;
  }
  if (onFirstPath) search.orbitSizes.push(countOrbit(search.orbits, atoms, cell, end));
  return depth - 1;
}

function enterNode(search: CanonicalSearch, depth: number): SearchNode {
  const size = search.table.size;
  search.nodes[depth] ??= {
    colouring: createColouring(size),
    orbits: new Uint16Array(size),
    generatorCount: 0,
  };
  const node = search.nodes[depth];
  copyColouring(search.colouring, node.colouring);
  resetOrbits(node.orbits);
  node.generatorCount = 0;
  return node;
}

function followsFirst(first: CanonicalLeaf, depth: number, trace: number): boolean {
  if (first.depth < 0) {
    first.traces[depth] = trace;
    return true;
  }
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

/** Orbits of those automorphisms found so far that fix every atom set apart on the way to the node. */
function orbitsFixingPath(search: CanonicalSearch, node: SearchNode, depth: number): Orbits {
  for (; node.generatorCount < search.generatorCount; node.generatorCount++) {
    const images = search.generators[node.generatorCount]!;
    let level = 0;
    while (level < depth && images[search.path[level]!] === search.path[level]) level++;
    if (level === depth) uniteByPermutation(node.orbits, images);
  }
  return node.orbits;
}

/** How many atoms of a cell are in the orbit of its first. */
function countOrbit(orbits: Orbits, atoms: Uint16Array, start: number, end: number): number {
  const orbit = orbitOf(orbits, atoms[start]!);
  let count = 0;
  for (let index = start; index < end; index++) if (orbitOf(orbits, atoms[index]!) === orbit) count++;
  return count;
}

/** Looks at the leaf below a node without a cyclic core. Returns like explore. */
function visitLeaf(search: CanonicalSearch, depth: number, likeFirst: boolean, likeBest: boolean): number {
  const { colouring, table, current, first, best } = search;
  search.leaves++;
  const isFirst = first.depth < 0;
  if (isFirst) resetOrbits(search.orbits);
  completeColouring(search, isFirst);
  readLabelling(current, colouring, table);
  if (isFirst) keepLeaf(search, first, depth);
  if (isFirst) keepLeaf(search, best, depth);
  if (isFirst) return depth - 1;
  if (likeFirst && depth === first.depth && compareBonds(current, first) === 0) {
    return addAutomorphism(search, first);
  }
  if (likeBest) {
    const order = best.depth === depth ? compareBonds(current, best) : -1;
    if (order === 0) return addAutomorphism(search, best);
    if (order < 0) keepLeaf(search, best, depth);
  }
  return depth - 1;
}

/** Makes a colouring without a cyclic core discrete. Its cells are orbits, so any atom of any cell will do. */
function completeColouring(search: CanonicalSearch, isFirst: boolean): void {
  const { colouring, refinement, table, orbits, orbitSizes } = search;
  const { atomAt, cellSizes } = colouring;
  if (isFirst) {
    for (let colour = 0; colour < table.size; colour += cellSizes[colour]!) {
      for (let k = 1; k < cellSizes[colour]!; k++) uniteOrbits(orbits, atomAt[colour]!, atomAt[colour + k]!);
    }
  }
  for (let colour = 0; colouring.cells < table.size; colour++) {
    // Cells before this one have one atom each, and refinement keeps them so.
    while (cellSizes[colour]! > 1) {
      if (isFirst) orbitSizes.push(cellSizes[colour]!);
      individualiseAndRefine(refinement, colouring, table, atomAt[colour]!);
    }
  }
}

/** Copies the current leaf into the first or the best; that one's traces were written on the way down. */
function keepLeaf(search: CanonicalSearch, leaf: CanonicalLeaf, depth: number): void {
  leaf.depth = depth;
  leaf.path.set(search.path);
  copyLabelling(search.current, leaf);
}

/**
 * Records the automorphism that lays an earlier leaf on the current one. Returns the depth at which their paths part:
 * the earlier leaf's branch there is explored, and what is left of the current one is its image.
 */
function addAutomorphism(search: CanonicalSearch, leaf: CanonicalLeaf): number {
  const { generators, current, path, table } = search;
  const index = search.generatorCount;
  generators[index] ??= new Uint16Array(table.size);
  const images = generators[index];
  for (let position = 0; position < table.size; position++) {
    images[leaf.atomAt[position]!] = current.atomAt[position]!;
  }
  uniteByPermutation(search.orbits, images);
  if (index < MAX_KEPT_GENERATORS) search.generatorCount++;
  let depth = 0;
  while (path[depth] === leaf.path[depth]) depth++;
  return depth;
}

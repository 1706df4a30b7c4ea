import { type AtomTable, createAtomTable } from './atom-table.ts';
import { type CanonicalLeaf, createCanonicalLeaf } from './canonical-leaf.ts';
import { createRefinement, type Refinement } from './colour-refinement.ts';
import { type Colouring, copyColouring, createColouring } from './colouring.ts';
import { type CyclicCore, createCyclicCore } from './cyclic-core.ts';
import { type Orbits, resetOrbits } from './orbits.ts';

/** All that the search for a canonical leaf knows. It is scratch memory that one search leaves to the next. */
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

/** What is kept at a node of the present path. */
export interface SearchNode {
  /** How many atoms are set apart on the way to it. */
  readonly depth: number;
  readonly colouring: Colouring;
  /** The cell whose atoms its children set apart, at the positions [cell, end). */
  cell: number;
  end: number;
  /** Traces of the children, by the position of the atom set apart, as far as they have been refined. */
  readonly traces: Int32Array;
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

/** Keeps the present colouring as the node at this depth, which branches on the cell of this colour. */
export function enterNode(search: CanonicalSearch, depth: number, cell: number): SearchNode {
  const size = search.table.size;
  search.nodes[depth] ??= {
    depth,
    colouring: createColouring(size),
    cell,
    end: cell,
    traces: new Int32Array(size),
    orbits: new Uint16Array(size),
    generatorCount: 0,
  };
  const node = search.nodes[depth];
  copyColouring(search.colouring, node.colouring);
  node.cell = cell;
  node.end = cell + node.colouring.cellSizes[cell]!;
  resetOrbits(node.orbits);
  node.generatorCount = 0;
  return node;
}

import { bondOrder, MAX_NEIGHBOURS, type MolecularGraph } from './molecular-graph.ts';

/** A depth-first spanning tree of a molecule: the skeleton of a SMILES. Bonds outside it close rings. */
export interface SpanningTree {
  /** Atoms in the order of the search, the root first. Only those that bonds join to it. */
  readonly preorder: readonly number[];
  /** The parent of each atom, -1 for the root. */
  readonly parents: readonly number[];
  /** The children of each atom, the largest subtree last. */
  readonly children: readonly (readonly number[])[];
  /** For each atom, descendants to which a ring bond goes, in the order in which they are closed. */
  readonly openings: readonly (readonly number[])[];
  /** For each atom, ancestors from which a ring bond comes. */
  readonly closures: readonly (readonly number[])[];
}

/**
 * The tree that starts at the atom of the lowest rank and goes on along the highest bond order, then to the lowest rank.
 * `ranks`: one number for each atom, all different. Depends on ranks alone, not on the numbering of the atoms.
 */
export function createSpanningTree(graph: MolecularGraph, ranks: ArrayLike<number>): SpanningTree {
  const n = graph.elements.length;
  const parents = new Array<number>(n).fill(-1);
  const preorder: number[] = [];
  const lists = () => Array.from({ length: n }, (): number[] => []);
  const [children, openings, closures] = [lists(), lists(), lists()];
  /** The place of each atom in preorder, -1 until it is reached. */
  const places = new Array<number>(n).fill(-1);
  const toVisit = Array.from({ length: n }, (_, atom) => orderedNeighbours(graph, ranks, atom));

  let root = 0;
  for (let atom = 1; atom < n; atom++) if (ranks[atom]! < ranks[root]!) root = atom;
  places[root] = preorder.push(root) - 1;
  for (let atom = root; atom >= 0; ) {
    const next = toVisit[atom]!.shift();
    if (next === undefined) {
      atom = parents[atom]!;
    } else if (places[next] === -1) {
      places[next] = preorder.push(next) - 1;
      parents[next] = atom;
      children[atom]!.push(next);
      atom = next;
    } else if (next !== parents[atom] && places[next]! < places[atom]!) {
      closures[atom]!.push(next);
      openings[next]!.push(atom);
    }
  }
  sortBySubtree(preorder, parents, children);
  return { preorder, parents, children, openings, closures };
}

function orderedNeighbours(graph: MolecularGraph, ranks: ArrayLike<number>, atom: number): number[] {
  const start = atom * MAX_NEIGHBOURS;
  const neighbours = Array.from(graph.neighbours.subarray(start, start + graph.degrees[atom]!));
  const order = (other: number) => bondOrder(graph, atom, other);
  return neighbours.sort((a, b) => order(b) - order(a) || ranks[a]! - ranks[b]!);
}

/** Orders children by the size of their subtrees. Sorting is stable: equal ones stay in the order of the search. */
function sortBySubtree(preorder: readonly number[], parents: readonly number[], children: number[][]): void {
  const sizes = new Array<number>(parents.length).fill(1);
  for (let k = preorder.length - 1; k > 0; k--) {
    const atom = preorder[k]!;
    sizes[parents[atom]!]! += sizes[atom]!;
  }
  for (const list of children) list.sort((a, b) => sizes[a]! - sizes[b]!);
}

import { codeOf, createCodeBuffer, writeCode } from './canonical-code.ts';
import { findCanonicalLeaf } from './canonical-search.ts';
import type { MolecularGraph } from './molecular-graph.ts';
import { type CanonicalSearch, createCanonicalSearch } from './search-state.ts';

/** What a molecule is apart from the numbering of its atoms. */
export interface CanonicalForm {
  /**
   * The canonical position 0..n-1 of each heavy atom, length n, a permutation. Relabelled by it, isomorphic graphs become
   * the same graph. Automorphisms leave a choice between labellings, which this one makes by the numbering it was given.
   */
  readonly labelling: Uint16Array;
  /**
   * Equal for two graphs exactly when they are isomorphic as multigraphs with elements and hydrogen counts: the same
   * isomer. ASCII letters, digits and -=#, about 4 characters an atom. Propene is C3C2C1-0=1: each atom is its element (Cl
   * and Br as c and b), its hydrogens, and the order and position of its bonds to earlier atoms.
   */
  readonly code: string;
  /** The order of the automorphism group of the heavy-atom graph: permutations that keep elements, hydrogens, bonds. */
  readonly automorphisms: bigint;
}

/** Canonical forms of graphs of one size, computed in scratch memory that is allocated once. */
export interface Canonizer {
  /** Everything about the graph. Allocates what it returns. */
  canonicalForm(graph: MolecularGraph): CanonicalForm;
  /** The code alone: what a search that only asks whether it has met an isomer needs. */
  canonicalCode(graph: MolecularGraph): string;
  /** Writes the code to the start of `characters` and returns its length: no string is made. */
  writeCanonicalCode(graph: MolecularGraph): number;
  /** Scratch, which the next call writes anew. */
  readonly characters: Uint16Array;
}

/**
 * A canonizer for graphs of exactly `size` heavy atoms, 0..65535, connected or not. Each call is independent of those
 * before. Throws a RangeError when a graph has another size.
 */
export function createCanonizer(size: number): Canonizer {
  const search = createCanonicalSearch(size);
  const characters = createCodeBuffer(size);
  const writeCanonicalCode = (graph: MolecularGraph): number => {
    if (graph.elements.length !== size) {
      throw new RangeError(
        `The canonizer is for ${size} heavy atoms, the graph has ${graph.elements.length}.`,
      );
    }
    findCanonicalLeaf(search, graph);
    return writeCode(characters, search.best, graph);
  };
  return {
    canonicalForm(graph) {
      const length = writeCanonicalCode(graph);
      const labelling = new Uint16Array(size);
      for (let position = 0; position < size; position++) labelling[search.best.atomAt[position]!] = position;
      return { labelling, code: codeOf(characters, length), automorphisms: groupOrder(search) };
    },
    canonicalCode(graph) {
      return codeOf(characters, writeCanonicalCode(graph));
    },
    writeCanonicalCode,
    characters,
  };
}

/** The canonical form of one graph. Who needs many of one size saves time with createCanonizer. */
export function canonicalForm(graph: MolecularGraph): CanonicalForm {
  return createCanonizer(graph.elements.length).canonicalForm(graph);
}

/**
 * The order of the automorphism group of the molecule with its hydrogens as atoms: the heavy atoms' group, and for each
 * of these the permutations of its hydrogens. n-Hexane has 2 x 3! x 2!^4 x 3! = 1152.
 */
export function automorphismGroupOrder(graph: MolecularGraph): bigint {
  let order = canonicalForm(graph).automorphisms;
  for (const hydrogens of graph.hydrogenCounts) {
    for (let factor = 2n; factor <= hydrogens; factor++) order *= factor;
  }
  return order;
}

/** Orbit-stabiliser theorem along the path of the first leaf. Bigint: C100H202 as a greedy tree has 5.9e23. */
function groupOrder(search: CanonicalSearch): bigint {
  let order = 1n;
  for (const size of search.orbitSizes) order *= BigInt(size);
  return order;
}

import { type CanonicalLeaf, compareBonds, copyLabelling, readLabelling } from './canonical-leaf.ts';
import { individualiseAndRefine } from './colour-refinement.ts';
import { resetOrbits, uniteByPermutation, uniteOrbits } from './orbits.ts';
import type { CanonicalSearch } from './search-state.ts';

/** More generators than this are not kept for pruning; forgetting one costs time, not truth. */
const MAX_KEPT_GENERATORS = 256;

/** Looks at the leaf below a node without a cyclic core. Returns like explore. */
export function visitLeaf(
  search: CanonicalSearch,
  depth: number,
  likeFirst: boolean,
  likeBest: boolean,
): number {
  const { colouring, table, current, first, best } = search;
  search.leaves++;
  const isFirst = first.depth < 0;
  if (isFirst) resetOrbits(search.orbits);
  completeColouring(search, isFirst);
  readLabelling(current, colouring, table);
  if (isFirst) {
    first.depth = depth;
    // The only leaf has none to be compared with.
    if (depth > 0) keepLeaf(search, first, depth);
    keepLeaf(search, best, depth);
    return depth - 1;
  }
  if (likeFirst && compareBonds(current, first) === 0) {
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
    // Cells before this position have one atom each, so a cell starts here.
    if (cellSizes[colour] === 1) continue;
    if (isFirst) orbitSizes.push(cellSizes[colour]!);
    individualiseAndRefine(refinement, colouring, table, atomAt[colour]!);
  }
}

/** Copies the current leaf into the first or the best; that one's traces were written on the way down. */
function keepLeaf(search: CanonicalSearch, leaf: CanonicalLeaf, depth: number): void {
  leaf.depth = depth;
  for (let level = 0; level < depth; level++) leaf.path[level] = search.path[level]!;
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

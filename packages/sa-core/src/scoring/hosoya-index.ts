import { SaCoreError } from '../errors.ts';
import { MAX_NEIGHBOURS, type MolecularGraph } from '../molecule/molecular-graph.ts';
import { described, type Score } from './scoring-component.ts';

/**
 * An atom stays alone or goes with one of at most 4 others, so Z(n) <= Z(n - 1) + 4 Z(n - 2): below 2e13 for 32 atoms, and
 * every sum is exact. Much larger molecules would reach 2^53, and dense cages among them take too long.
 */
const MAX_HEAVY_ATOMS = 32;

/**
 * The number of ways to choose bonds of which no two share an atom, none at all being one way; bond orders do not count
 * [Hosoya1971]. Up to 32 heavy atoms.
 */
export const hosoyaScore: Score = {
  name: 'hosoya_z',
  version: 1,
  resolution: 1,
  maxHeavyAtoms: MAX_HEAVY_ATOMS,
  costClass: 'subgraphs',
  score: hosoyaIndexOf,
};

export const hosoyaIndex = /* @__PURE__ */ described(hosoyaScore, {
  description:
    "Hosoya's Z: the number of ways to choose bonds between heavy atoms of which no two share an atom. Small where the " +
    'molecule is branched, large where it has rings. For at most 32 heavy atoms.',
  unit: '1',
  // From a star, as in neopentane, to 2^n, which n atoms in dense cages come near to.
  usualRange: (n) => ({ low: n, high: (1 << (n >> 1)) * (1 << ((n + 1) >> 1)) }),
});

/**
 * Goes through the atoms one by one. Where the atoms gone through border on the others, each of the others has a place: a
 * bit of `state` that says whether it has its bond already. counts[state] is the number of ways to that state. Molecules
 * are slender, so few places are taken at a time: 2 in a chain or a ring, some 15 in the densest cages of 32 atoms.
 */
function hosoyaIndexOf(graph: MolecularGraph): number {
  const { degrees, neighbours } = graph;
  const n = degrees.length;
  if (n > MAX_HEAVY_ATOMS) {
    throw new SaCoreError(
      'component_invalid',
      `"hosoya_z" can score molecules of at most ${MAX_HEAVY_ATOMS} heavy atoms, and this one has ${n}.`,
    );
  }
  /** Atoms not gone through that border on those that are, by their place. */
  const border: number[] = [];
  const done = new Uint8Array(n);
  let counts: Float64Array = new Float64Array(64);
  counts[0] = 1;
  for (let round = 0; round < n; round++) {
    const atom = nextAtom(graph, border, done);
    counts = givePlace(counts, border, atom);
    const own = 1 << border.indexOf(atom);
    let others = 0;
    for (let k = atom * MAX_NEIGHBOURS; k < atom * MAX_NEIGHBOURS + degrees[atom]!; k++) {
      const y = neighbours[k]!;
      if (done[y]) continue;
      counts = givePlace(counts, border, y);
      others |= 1 << border.indexOf(y);
    }
    close(counts, 1 << border.length, own, others);
    removePlace(counts, border, own);
    done[atom] = 1;
  }
  return counts[0]!;
}

/** Of the border, or of all atoms at the start, the one that adds fewest others to the border. */
function nextAtom(
  { degrees, neighbours }: MolecularGraph,
  border: readonly number[],
  done: Uint8Array,
): number {
  let chosen = 0;
  let fewest = MAX_NEIGHBOURS + 1;
  const candidates = border.length === 0 ? degrees.length : border.length;
  for (let i = 0; i < candidates; i++) {
    const x = border.length === 0 ? i : border[i]!;
    let added = 0;
    for (let k = x * MAX_NEIGHBOURS; k < x * MAX_NEIGHBOURS + degrees[x]!; k++) {
      const y = neighbours[k]!;
      if (!done[y] && !border.includes(y)) added++;
    }
    if (added < fewest) [chosen, fewest] = [x, added];
  }
  return chosen;
}

/** Gives an atom that has none the next place: it has no bond yet, so the states with its bit have no way to them. */
function givePlace(counts: Float64Array, border: number[], atom: number): Float64Array {
  if (border.includes(atom)) return counts;
  const states = 1 << border.length;
  border.push(atom);
  let room: Float64Array = counts;
  if (room.length < 2 * states) {
    room = new Float64Array(4 * states);
    room.set(counts.subarray(0, states));
  }
  room.fill(0, states, 2 * states);
  return room;
}

/** Lets the atom of the bit `own` stay alone, or take its bond to one of `others`: the ways are gathered where its bit is set. */
function close(counts: Float64Array, states: number, own: number, others: number): void {
  for (let state = 0; state < states; state++) {
    if (state & own) continue;
    const ways = counts[state]!;
    if (ways === 0) continue;
    counts[state | own]! += ways;
    for (let free = others & ~state; free !== 0; free &= free - 1) {
      counts[state | own | (free & -free)]! += ways;
    }
  }
}

/** Keeps the states whose bit `own` is set; the last place moves to where it was. A state is read before it is overwritten. */
function removePlace(counts: Float64Array, border: number[], own: number): void {
  const last = 1 << (border.length - 1);
  for (let state = 0; state < last; state++) {
    const moved = own !== last && state & own ? last : 0;
    counts[state] = counts[state | own | moved]!;
  }
  const atom = border.pop()!;
  const place = 31 - Math.clz32(own);
  if (place < border.length) border[place] = atom;
}

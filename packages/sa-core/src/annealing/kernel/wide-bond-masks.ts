import { MAX_NEIGHBOURS } from '../../molecule/molecular-graph.ts';
import type { BondMasks } from './bond-masks.ts';

/** Atoms of a word. */
const WORD = 32;
/** Words that stand together. */
const PAIR = 2;

/**
 * Bonds between any number of atoms: a set of atoms is a word of each block, for the atoms 0 .. 31, 32 .. 63 and so on, so that
 * an atom of the first 32 is in the sets whose words in block 0 have its bit. The words of two blocks stand together, set by
 * set, so that a loop over the sets takes both at a time; with an odd number of blocks there is one more, which stays empty.
 */
export class WideBondMasks implements BondMasks {
  private readonly n: number;
  private readonly blocks: number;
  private bonds = 0;
  /** Invariant: the number of paths of two bonds. */
  private pathsOfTwo = 0;
  private readonly degrees: Int32Array;
  // Invariant: an atom's four places hold its neighbours, and itself where it has fewer.
  private readonly places: Int32Array;
  /** Three times the sets of all atoms. Invariant: the first are each atom with its neighbours; the others are scratch. */
  private readonly sets: Int32Array;
  // Scratch of the search for a path: what was reached, and what of it was not yet gone on from.
  private readonly reached: Int32Array;
  private readonly frontier: Int32Array;
  // Scratch of fillDistances: the atoms in the order in which they are reached.
  private readonly queue: Uint16Array;

  constructor(atoms: number) {
    this.n = atoms;
    this.blocks = PAIR * Math.ceil(atoms / (PAIR * WORD));
    this.degrees = new Int32Array(atoms);
    this.places = Int32Array.from({ length: MAX_NEIGHBOURS * atoms }, (_, i) =>
      Math.floor(i / MAX_NEIGHBOURS),
    );
    this.sets = new Int32Array(3 * this.blocks * atoms);
    for (let x = 0; x < atoms; x++) this.toggle(x, x);
    this.reached = new Int32Array(this.blocks);
    this.frontier = new Int32Array(this.blocks);
    this.queue = new Uint16Array(atoms);
  }

  join(x: number, y: number): void {
    this.toggle(x, y);
    this.toggle(y, x);
    this.replace(x, x, y);
    this.replace(y, y, x);
    this.pathsOfTwo += this.degrees[x]!++ + this.degrees[y]!++;
    this.bonds++;
  }

  part(x: number, y: number): void {
    this.toggle(x, y);
    this.toggle(y, x);
    this.replace(x, y, x);
    this.replace(y, x, y);
    this.pathsOfTwo -= --this.degrees[x]! + --this.degrees[y]!;
    this.bonds--;
  }

  move(p: number, q: number, r: number): void {
    this.toggle(r, q);
    this.toggle(r, p);
    this.toggle(q, r);
    this.toggle(p, r);
    this.replace(r, q, p);
    this.replace(q, r, q);
    this.replace(p, p, r);
    this.pathsOfTwo += this.degrees[p]!++ - --this.degrees[q]!;
  }

  leastIndexAfterMove(p: number, q: number): number {
    const { n, degrees, bonds, pathsOfTwo } = this;
    return 3 * ((n * (n - 1)) >> 1) - 2 * bonds - (pathsOfTwo + degrees[p]! - degrees[q]! + 1);
  }

  leastIndexAfterShift(p: number, q: number, r: number): number {
    const { n, degrees, bonds, pathsOfTwo } = this;
    const paths = pathsOfTwo + degrees[p]! - Math.min(degrees[q]!, degrees[r]!) + 1;
    return 3 * ((n * (n - 1)) >> 1) - 2 * bonds - paths;
  }

  /** Where the word of a block stands in the set of x. */
  private wordOf(x: number, block: number): number {
    return (block >>> 1) * PAIR * this.n + PAIR * x + (block & 1);
  }

  /** Puts y into the set of x, or takes it out. */
  private toggle(x: number, y: number): void {
    this.sets[this.wordOf(x, y >>> 5)]! ^= 1 << (y & 31);
  }

  /** Puts `to` into the first of the places of x that holds `from`; one does. */
  private replace(x: number, from: number, to: number): void {
    let place = x * MAX_NEIGHBOURS;
    while (this.places[place] !== from) place++;
    this.places[place] = to;
  }

  areJoinedOtherwise(q: number, r: number): boolean {
    const { blocks, sets, reached, frontier } = this;
    for (let block = 0; block < blocks; block++) reached[block] = sets[this.wordOf(q, block)]!;
    reached[r >>> 5]! &= ~(1 << (r & 31));
    for (let block = 0; block < blocks; block++) frontier[block] = reached[block]!;
    frontier[q >>> 5]! &= ~(1 << (q & 31));
    let block = 0;
    while (block < blocks) {
      const rest = frontier[block]!;
      if (rest === 0) {
        block++;
        continue;
      }
      const last = 31 - Math.clz32(rest);
      frontier[block] = rest ^ (1 << last);
      block = this.goOn(WORD * block + last, block);
      if (this.isOnFirstSide(r)) return true;
    }
    return false;
  }

  /** Adds the neighbours of x to what was reached. Returns the first block with atoms to go on from, if before `block`. */
  private goOn(x: number, block: number): number {
    const { blocks, sets, reached, frontier } = this;
    let first = block;
    for (let other = blocks - 1; other >= 0; other--) {
      const found = sets[this.wordOf(x, other)]! & ~reached[other]!;
      if (found === 0) continue;
      reached[other]! |= found;
      frontier[other]! |= found;
      if (other < first) first = other;
    }
    return first;
  }

  isOnFirstSide(x: number): boolean {
    return ((this.reached[x >>> 5]! >>> (x & 31)) & 1) === 1;
  }

  /** As in NarrowBondMasks: the number of pairs out of reach, added up over all reaches. */
  wienerIndex(atMost: number): number {
    const { n, places, sets } = this;
    const size = this.blocks * n;
    const pairs = (n * (n - 1)) / 2;
    let outOfReach = pairs - this.bonds;
    let sum = pairs + outOfReach;
    // No more pairs are within two bonds than there are paths of two.
    if (sum + outOfReach - this.pathsOfTwo > atMost) return sum + outOfReach - this.pathsOfTwo;
    let from = 0;
    while (outOfReach !== 0 && sum <= atMost) {
      const to = from === size ? 2 * size : size;
      let ones = 0;
      for (let blocks = 0; blocks < size; blocks += PAIR * n) {
        const base = from + blocks;
        const end = to + blocks + PAIR * n;
        let place = 0;
        for (let word = to + blocks; word < end; word += PAIR) {
          const a = base + PAIR * places[place]!;
          const b = base + PAIR * places[place + 1]!;
          const c = base + PAIR * places[place + 2]!;
          const d = base + PAIR * places[place + 3]!;
          place += MAX_NEIGHBOURS;
          const set = sets[a]! | sets[b]! | sets[c]! | sets[d]!;
          const next = sets[a + 1]! | sets[b + 1]! | sets[c + 1]! | sets[d + 1]!;
          sets[word] = set;
          sets[word + 1] = next;
          // The number of ones, by adding neighbouring fields of 1, 2, 4 and 8 bits.
          const twos = set - ((set >>> 1) & 0x55555555);
          const nextTwos = next - ((next >>> 1) & 0x55555555);
          const fields =
            (twos & 0x33333333) +
            ((twos >>> 2) & 0x33333333) +
            (nextTwos & 0x33333333) +
            ((nextTwos >>> 2) & 0x33333333);
          ones += Math.imul((fields & 0x0f0f0f0f) + ((fields >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
        }
      }
      outOfReach = (n * n - ones) / 2;
      sum += outOfReach;
      from = to;
    }
    return sum;
  }

  fillDistances(distances: Uint16Array, sums: Int32Array): void {
    const { n, places, queue } = this;
    distances.fill(n);
    for (let source = 0; source < n; source++) {
      const row = source * n;
      distances[row + source] = 0;
      queue[0] = source;
      let sum = 0;
      for (let head = 0, tail = 1; tail < n; head++) {
        const x = queue[head]!;
        const next = distances[row + x]! + 1;
        for (let place = x * MAX_NEIGHBOURS; place < (x + 1) * MAX_NEIGHBOURS; place++) {
          const y = places[place]!;
          // No distance is as long as n.
          if (distances[row + y]! < n) continue;
          distances[row + y] = next;
          sum += next;
          queue[tail++] = y;
        }
      }
      sums[source] = sum;
    }
  }
}

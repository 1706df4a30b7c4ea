import { MAX_NEIGHBOURS } from '../../molecule/molecular-graph.ts';
import type { BondMasks } from './bond-masks.ts';

/** Bonds between any number of atoms: a set of atoms is several words in a row. */
export class WideBondMasks implements BondMasks {
  private readonly n: number;
  /** Words of a set. */
  private readonly words: number;
  private bonds = 0;
  // Invariant: an atom's four places hold the first words of its neighbours, and its own where it has fewer.
  private readonly places: Uint32Array;
  /** Invariant: set x is x and its neighbours. */
  private readonly within1: Int32Array;
  // Scratch of wienerIndex: the atoms within some number of bonds of each atom.
  private readonly within: Int32Array;
  private readonly further: Int32Array;
  // Scratch of the search for a path: what was reached, and what of it was not yet gone on from.
  private readonly reached: Int32Array;
  private readonly frontier: Int32Array;

  constructor(atoms: number) {
    const words = Math.ceil(atoms / 32);
    this.n = atoms;
    this.words = words;
    this.places = Uint32Array.from(
      { length: MAX_NEIGHBOURS * atoms },
      (_, i) => words * Math.floor(i / MAX_NEIGHBOURS),
    );
    this.within1 = new Int32Array(words * atoms);
    for (let x = 0; x < atoms; x++) this.toggle(x, x);
    this.within = new Int32Array(words * atoms);
    this.further = new Int32Array(words * atoms);
    this.reached = new Int32Array(words);
    this.frontier = new Int32Array(words);
  }

  join(x: number, y: number): void {
    this.toggle(x, y);
    this.toggle(y, x);
    this.replace(x, x, y);
    this.replace(y, y, x);
    this.bonds++;
  }

  part(x: number, y: number): void {
    this.toggle(x, y);
    this.toggle(y, x);
    this.replace(x, y, x);
    this.replace(y, x, y);
    this.bonds--;
  }

  /** Puts y into the set of x, or takes it out. */
  private toggle(x: number, y: number): void {
    this.within1[x * this.words + (y >>> 5)]! ^= 1 << (y & 31);
  }

  /** Puts `to` into the first of the places of x that holds `from`; one does. */
  private replace(x: number, from: number, to: number): void {
    let place = x * MAX_NEIGHBOURS;
    while (this.places[place] !== from * this.words) place++;
    this.places[place] = to * this.words;
  }

  areJoinedOtherwise(q: number, r: number): boolean {
    const { within1, words, reached, frontier } = this;
    for (let i = 0; i < words; i++) reached[i] = within1[q * words + i]!;
    reached[r >>> 5]! &= ~(1 << (r & 31));
    for (let i = 0; i < words; i++) frontier[i] = reached[i]!;
    frontier[q >>> 5]! &= ~(1 << (q & 31));
    for (let i = 0; i < words; ) {
      const rest = frontier[i]!;
      if (rest === 0) {
        i++;
        continue;
      }
      const last = 31 - Math.clz32(rest);
      frontier[i] = rest & ~(1 << last);
      const row = (32 * i + last) * words;
      let first = i;
      for (let j = words - 1; j >= 0; j--) {
        const found = within1[row + j]! & ~reached[j]!;
        if (found === 0) continue;
        reached[j]! |= found;
        frontier[j]! |= found;
        if (j < first) first = j;
      }
      if (this.isOnFirstSide(r)) return true;
      i = first;
    }
    return false;
  }

  isOnFirstSide(x: number): boolean {
    return ((this.reached[x >>> 5]! >>> (x & 31)) & 1) === 1;
  }

  /** As in NarrowBondMasks: the number of pairs out of reach, added up over all reaches. */
  wienerIndex(atMost: number): number {
    const { n, words, places } = this;
    const pairs = (n * (n - 1)) / 2;
    let outOfReach = pairs - this.bonds;
    let sum = pairs + outOfReach;
    let from = this.within1;
    let to = this.within;
    while (outOfReach !== 0 && sum <= atMost) {
      let reached = 0;
      let word = 0;
      for (let place = 0; place < n * MAX_NEIGHBOURS; place += MAX_NEIGHBOURS) {
        const [a, b, c, d] = [places[place]!, places[place + 1]!, places[place + 2]!, places[place + 3]!];
        for (let i = 0; i < words; i++) {
          const set = from[a + i]! | from[b + i]! | from[c + i]! | from[d + i]!;
          to[word++] = set;
          // The number of ones, by adding neighbouring fields of 1, 2, 4 and 8 bits.
          let fields = set - ((set >>> 1) & 0x55555555);
          fields = (fields & 0x33333333) + ((fields >>> 2) & 0x33333333);
          reached += Math.imul((fields + (fields >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
        }
      }
      outOfReach = (n * n - reached) / 2;
      sum += outOfReach;
      from = to;
      to = to === this.within ? this.further : this.within;
    }
    return sum;
  }
}

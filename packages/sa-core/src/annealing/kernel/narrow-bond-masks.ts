import { MAX_NEIGHBOURS } from '../../molecule/molecular-graph.ts';
import type { BondMasks } from './bond-masks.ts';

/** Bonds between at most 32 atoms: a set of atoms is one word. */
export class NarrowBondMasks implements BondMasks {
  private readonly n: number;
  private bonds = 0;
  // Invariant: an atom's four places hold its neighbours, and itself where it has fewer.
  private readonly places: Uint8Array;
  /** Invariant: word x is the set of x and its neighbours. */
  private readonly within1: Int32Array;
  // Scratch of wienerIndex: the atoms within some number of bonds of each atom.
  private readonly within: Int32Array;
  private readonly further: Int32Array;
  /** What the last search for a path reached. */
  private reached = 0;

  constructor(atoms: number) {
    this.n = atoms;
    this.places = Uint8Array.from({ length: MAX_NEIGHBOURS * atoms }, (_, i) =>
      Math.floor(i / MAX_NEIGHBOURS),
    );
    this.within1 = Int32Array.from({ length: atoms }, (_, x) => 1 << x);
    this.within = new Int32Array(atoms);
    this.further = new Int32Array(atoms);
  }

  join(x: number, y: number): void {
    this.within1[x]! |= 1 << y;
    this.within1[y]! |= 1 << x;
    this.replace(x, x, y);
    this.replace(y, y, x);
    this.bonds++;
  }

  part(x: number, y: number): void {
    this.within1[x]! &= ~(1 << y);
    this.within1[y]! &= ~(1 << x);
    this.replace(x, y, x);
    this.replace(y, x, y);
    this.bonds--;
  }

  /** Puts `to` into the first of the places of x that holds `from`; one does. */
  private replace(x: number, from: number, to: number): void {
    let place = x * MAX_NEIGHBOURS;
    while (this.places[place] !== from) place++;
    this.places[place] = to;
  }

  areJoinedOtherwise(q: number, r: number): boolean {
    const { within1 } = this;
    let reached = within1[q]! & ~(1 << r);
    let frontier = reached & ~(1 << q);
    while (frontier !== 0) {
      const found = within1[31 - Math.clz32(frontier)]! & ~reached;
      frontier = (frontier & ~(0x80000000 >>> Math.clz32(frontier))) | found;
      reached |= found;
      if ((reached >>> r) & 1) return true;
    }
    this.reached = reached;
    return false;
  }

  isOnFirstSide(x: number): boolean {
    return ((this.reached >>> x) & 1) === 1;
  }

  /**
   * A pair at distance d is out of reach at 0, 1, .. d - 1 bonds, so the index is the number of pairs out of reach, added up
   * over all reaches. Within k + 1 bonds of an atom is what is within k bonds of its neighbours.
   */
  wienerIndex(atMost: number): number {
    const { n, places } = this;
    const pairs = (n * (n - 1)) >> 1;
    let outOfReach = pairs - this.bonds;
    let sum = pairs + outOfReach;
    let from = this.within1;
    let to = this.within;
    while (outOfReach !== 0 && sum <= atMost) {
      let reached = 0;
      for (let x = 0; x < n; x++) {
        const p = x * MAX_NEIGHBOURS;
        const row = from[places[p]!]! | from[places[p + 1]!]! | from[places[p + 2]!]! | from[places[p + 3]!]!;
        to[x] = row;
        // The number of ones, by adding neighbouring fields of 1, 2, 4 and 8 bits.
        let fields = row - ((row >>> 1) & 0x55555555);
        fields = (fields & 0x33333333) + ((fields >>> 2) & 0x33333333);
        reached += Math.imul((fields + (fields >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
      }
      outOfReach = (n * n - reached) >> 1;
      sum += outOfReach;
      from = to;
      to = to === this.within ? this.further : this.within;
    }
    return sum;
  }
}

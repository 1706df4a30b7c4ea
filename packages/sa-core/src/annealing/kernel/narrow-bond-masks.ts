import type { BondMasks } from './bond-masks.ts';

/** Words of memory for each of its parts, and so the most atoms. */
const PART = 32;
// Where the parts of the memory begin. WITHIN and FURTHER are scratch of wienerIndex.
const BONDED = 0;
const WITHIN = PART;
const FURTHER = 2 * PART;
const PLACES = 3 * PART;
const DEGREES = 4 * PART;
/** A byte repeated in all four bytes of a word, as a factor. */
const EACH_BYTE = 0x01010101;

/** Bonds between at most 32 atoms: a set of atoms is one word. */
export class NarrowBondMasks implements BondMasks {
  private readonly n: number;
  /**
   * All tables in one array, which the engine then addresses once. Invariant: word BONDED + x is the set of x and its
   * neighbours; the bytes of word PLACES + x are the neighbours, and x itself where it has fewer than four; word
   * DEGREES + x is how many they are.
   */
  private readonly memory = new Int32Array(5 * PART);
  private bonds = 0;
  /** Invariant: the number of paths of two bonds. */
  private pathsOfTwo = 0;
  /** What the last search for a path reached. */
  private reached = 0;

  constructor(atoms: number) {
    this.n = atoms;
    for (let x = 0; x < atoms; x++) {
      this.memory[BONDED + x] = 1 << x;
      this.memory[PLACES + x] = Math.imul(x, EACH_BYTE);
    }
    // Atoms are taken two at a time: one that stands in for the last of an odd number has all others within reach.
    if (atoms % 2 === 1) {
      this.memory[BONDED + atoms] = -1;
      this.memory[PLACES + atoms] = Math.imul(atoms, EACH_BYTE);
    }
  }

  join(x: number, y: number): void {
    const { memory } = this;
    memory[BONDED + x]! |= 1 << y;
    memory[BONDED + y]! |= 1 << x;
    this.replace(x, x, y);
    this.replace(y, y, x);
    this.pathsOfTwo += memory[DEGREES + x]!++ + memory[DEGREES + y]!++;
    this.bonds++;
  }

  part(x: number, y: number): void {
    const { memory } = this;
    memory[BONDED + x]! &= ~(1 << y);
    memory[BONDED + y]! &= ~(1 << x);
    this.replace(x, y, x);
    this.replace(y, x, y);
    this.pathsOfTwo -= --memory[DEGREES + x]! + --memory[DEGREES + y]!;
    this.bonds--;
  }

  move(p: number, q: number, r: number): void {
    const { memory } = this;
    memory[BONDED + r]! ^= (1 << q) | (1 << p);
    memory[BONDED + q]! ^= 1 << r;
    memory[BONDED + p]! ^= 1 << r;
    this.replace(r, q, p);
    this.replace(q, r, q);
    this.replace(p, p, r);
    this.pathsOfTwo += memory[DEGREES + p]!++ - --memory[DEGREES + q]!;
  }

  leastIndexAfterMove(p: number, q: number): number {
    const { n, memory, bonds, pathsOfTwo } = this;
    const paths = pathsOfTwo + memory[DEGREES + p]! - memory[DEGREES + q]! + 1;
    return 3 * ((n * (n - 1)) >> 1) - 2 * bonds - paths;
  }

  leastIndexAfterShift(p: number, q: number, r: number): number {
    const { n, memory, bonds, pathsOfTwo } = this;
    const paths =
      pathsOfTwo + memory[DEGREES + p]! - Math.min(memory[DEGREES + q]!, memory[DEGREES + r]!) + 1;
    return 3 * ((n * (n - 1)) >> 1) - 2 * bonds - paths;
  }

  /** Puts `to` into the lowest of the places of x that holds `from`; one does. */
  private replace(x: number, from: number, to: number): void {
    const places = this.memory[PLACES + x]!;
    const zeroWhereFrom = places ^ Math.imul(from, EACH_BYTE);
    // The lowest bit that is left is the top bit of the lowest byte that is zero.
    const tops = (zeroWhereFrom - EACH_BYTE) & ~zeroWhereFrom & (EACH_BYTE << 7);
    this.memory[PLACES + x] = places ^ Math.imul(from ^ to, (tops & -tops) >>> 7);
  }

  areJoinedOtherwise(q: number, r: number): boolean {
    const { memory } = this;
    let reached = memory[BONDED + q]! & ~(1 << r);
    let frontier = reached & ~(1 << q);
    while (frontier !== 0) {
      const last = 31 - Math.clz32(frontier);
      const found = memory[BONDED + last]! & ~reached;
      frontier = (frontier ^ (1 << last)) | found;
      reached |= found;
      if (((reached >>> r) & 1) === 1) return true;
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
    const { n, memory } = this;
    const all = -1 >>> (PART - n);
    const pairs = (n * (n - 1)) >> 1;
    let outOfReach = pairs - this.bonds;
    let sum = pairs + outOfReach;
    // No more pairs are within two bonds than there are paths of two.
    if (sum + outOfReach - this.pathsOfTwo > atMost) return sum + outOfReach - this.pathsOfTwo;
    let from = BONDED;
    while (outOfReach !== 0 && sum <= atMost) {
      const to = from === WITHIN ? FURTHER : WITHIN;
      let ones = 0;
      for (let x = 0; x < n; x += 2) {
        const places = memory[PLACES + x]!;
        const set =
          memory[from + (places & 31)]! |
          memory[from + ((places >>> 8) & 31)]! |
          memory[from + ((places >>> 16) & 31)]! |
          memory[from + (places >>> 24)]!;
        memory[to + x] = set;
        const nextPlaces = memory[PLACES + 1 + x]!;
        const nextSet =
          memory[from + (nextPlaces & 31)]! |
          memory[from + ((nextPlaces >>> 8) & 31)]! |
          memory[from + ((nextPlaces >>> 16) & 31)]! |
          memory[from + (nextPlaces >>> 24)]!;
        memory[to + 1 + x] = nextSet;
        // The ones of each byte of the others, by adding neighbouring fields of 1, 2 and 4 bits. An atom is never
        // out of its own reach, so that no byte of the sum over 32 atoms comes to 256.
        const others = ~set & all;
        const nextOthers = ~nextSet & all;
        const twos = others - ((others >>> 1) & 0x55555555);
        const nextTwos = nextOthers - ((nextOthers >>> 1) & 0x55555555);
        const fields =
          (twos & 0x33333333) +
          ((twos >>> 2) & 0x33333333) +
          (nextTwos & 0x33333333) +
          ((nextTwos >>> 2) & 0x33333333);
        ones = (ones + (fields & 0x0f0f0f0f) + ((fields >>> 4) & 0x0f0f0f0f)) | 0;
      }
      outOfReach = ((ones & 255) + ((ones >>> 8) & 255) + ((ones >>> 16) & 255) + (ones >>> 24)) >> 1;
      sum += outOfReach;
      from = to;
    }
    return sum;
  }

  fillDistances(distances: Uint16Array, sums: Int32Array): void {
    const { n, memory } = this;
    for (let source = 0; source < n; source++) {
      let unreached = ~(1 << source);
      let frontier = memory[BONDED + source]! & unreached;
      let sum = 0;
      distances[source * n + source] = 0;
      for (let distance = 1; frontier !== 0; distance++) {
        unreached &= ~frontier;
        let next = 0;
        while (frontier !== 0) {
          const last = 31 - Math.clz32(frontier);
          frontier ^= 1 << last;
          next |= memory[BONDED + last]!;
          distances[source * n + last] = distance;
          sum += distance;
        }
        frontier = next & unreached;
      }
      sums[source] = sum;
    }
  }
}

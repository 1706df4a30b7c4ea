/** The state of the generator: four 32-bit words, not all zero. Plain data, so that it can stand in a checkpoint. */
export type GeneratorState = readonly [number, number, number, number];

const TWO_TO_32 = 2 ** 32;
const ROUNDS_TO_DIFFUSE_THE_SEED = 16;

/**
 * xoshiro128**: period 2^128 - 1, of 32-bit integer operations alone, so that every engine draws the same numbers.
 * Source: [Blackman2021].
 */
export class Random {
  // Invariant: 32-bit signed integers, not all zero.
  private s0: number;
  private s1: number;
  private s2: number;
  private s3: number;

  constructor([s0, s1, s2, s3]: GeneratorState) {
    this.s0 = s0 | 0;
    this.s1 = s1 | 0;
    this.s2 = s2 | 0;
    this.s3 = s3 | 0;
  }

  /** Goes back to a state that it had. */
  restore([s0, s1, s2, s3]: GeneratorState): void {
    this.s0 = s0 | 0;
    this.s1 = s1 | 0;
    this.s2 = s2 | 0;
    this.s3 = s3 | 0;
  }

  /**
   * The generator of a seed, any safe integer. Different seeds give different states: the lower 32 bits alone decide the
   * first word and the upper bits (with the sign) alone the third, each by a bijection.
   */
  static fromSeed(seed: number): Random {
    const low = seed >>> 0;
    const high = Math.floor(seed / TWO_TO_32) >>> 0;
    const random = new Random([
      mix(low + 0x9e3779b9),
      mix(low + 0x3c6ef372) ^ mix(high + 0x78dde6e4),
      mix(high + 0xdaa66d2b),
      mix(low ^ mix(high + 0xb54cda56)) | 1,
    ]);
    for (let i = 0; i < ROUNDS_TO_DIFFUSE_THE_SEED; i++) random.uint32();
    return random;
  }

  state(): GeneratorState {
    return [this.s0 >>> 0, this.s1 >>> 0, this.s2 >>> 0, this.s3 >>> 0];
  }

  /** Uniform over the integers 0 .. 2^32 - 1. */
  uint32(): number {
    const product = Math.imul(this.s1, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const t = this.s1 << 9;
    this.s2 ^= this.s0;
    this.s3 ^= this.s1;
    this.s1 ^= this.s2;
    this.s0 ^= this.s3;
    this.s2 ^= t;
    this.s3 = (this.s3 << 11) | (this.s3 >>> 21);
    return result >>> 0;
  }

  /** Writes the next `count` words to the start of an array, as signed integers: several times as fast as one by one. */
  fill(words: Int32Array, count: number): void {
    let { s0, s1, s2, s3 } = this;
    for (let i = 0; i < count; i++) {
      const product = Math.imul(s1, 5);
      words[i] = Math.imul((product << 7) | (product >>> 25), 9);
      const t = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = (s3 << 11) | (s3 >>> 21);
    }
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.s3 = s3;
  }

  /** Uniform over the midpoints of 2^32 equal parts of (0, 1): never 0, so that no uphill move is free. */
  unit(): number {
    return (this.uint32() + 0.5) / TWO_TO_32;
  }

  /**
   * Uniform over the integers 0 .. bound - 1, for bound from 1 to 2^21, without bias: of the 2^32 draws the excess over
   * a multiple of the bound is drawn again. Source: [Lemire2019].
   */
  below(bound: number): number {
    // The product is exact: 32 + 21 bits fit into the 53 of a double.
    let product = this.uint32() * bound;
    let remainder = product >>> 0;
    if (remainder < bound) {
      const excess = TWO_TO_32 % bound;
      while (remainder < excess) {
        product = this.uint32() * bound;
        remainder = product >>> 0;
      }
    }
    return Math.floor(product / TWO_TO_32);
  }
}

/** The finaliser of MurmurHash3, a bijection of the 32-bit integers. */
function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

import type { IsomerView } from '../../displacement/labelled-isomer.ts';
import { bitCount } from './bit-count.ts';

/** Bits of a word. */
const WORD = 32;

/**
 * A tree of n atoms as codes of n - 1 bits: bit u of an atom's code tells on which side of bond u it is, so that the distance
 * of two atoms is the number of bits in which their codes differ [Djokovic1973]. A branch that moves changes the same bits
 * in all its atoms, those of the path that it moves along: O(n) for what a table of distances would take O(n^2).
 */
export class TreeCodes {
  /** Number of atoms. */
  readonly n: number;
  /** Words of a code. */
  readonly words: number;
  /** Word w of the code of atom x at [n w + x]. Invariant: bit u is that of bond unit u, and which side has it set means nothing. */
  readonly codes: Int32Array;
  /** Invariant: the sum of the distances from each atom. */
  readonly S: Int32Array;
  /** The Wiener index, half the sum of S. */
  wiener = 0;
  /** Scratch of exchangeBranches: for each atom all bits if it is in a branch that moves, and else none. */
  private readonly moved: Int32Array;

  constructor(n: number, { bondUnits }: IsomerView) {
    this.n = n;
    this.words = Math.max(1, Math.ceil((n - 1) / WORD));
    this.codes = new Int32Array(this.words * n);
    this.S = new Int32Array(n);
    this.moved = new Int32Array(n);
    this.placeAtoms(bondUnits);
    for (let x = 0; x < n; x++) {
      for (let y = 0; y < n; y++) this.S[x]! += this.distance(x, y);
      this.wiener += this.S[x]! / 2;
    }
  }

  /** Gives each atom the code of the neighbour on the way to atom 0, but for the bit of the bond between the two. */
  private placeAtoms(bondUnits: ArrayLike<number>): void {
    const { n, words, codes } = this;
    const placed = new Set([0]);
    for (const x of placed) {
      for (let end = 0; end < bondUnits.length; end++) {
        const y = bondUnits[end ^ 1]!;
        if (bondUnits[end] !== x || placed.has(y)) continue;
        const unit = end >> 1;
        for (let w = 0; w < words; w++) codes[w * n + y] = codes[w * n + x]!;
        codes[(unit >> 5) * n + y]! ^= 1 << unit;
        placed.add(y);
      }
    }
  }

  /** Bonds between x and y. */
  distance(x: number, y: number): number {
    const { n, words, codes } = this;
    let bonds = 0;
    for (let at = 0; at < words * n; at += n) bonds += bitCount(codes[at + x]! ^ codes[at + y]!);
    return bonds;
  }

  /** 0 where x and y are on the same side of bond u, and else 1. */
  areParted(u: number, x: number, y: number): number {
    const { codes } = this;
    const row = Math.imul(u >> 5, this.n);
    return ((codes[row + x]! ^ codes[row + y]!) >>> u) & 1;
  }

  /** The bond u, which is q-r, becomes p-r, with p on the side of q: the branch of r hangs on p then. */
  moveBranch(u: number, p: number, q: number, r: number): void {
    const { n, S } = this;
    const R = (n + S[q]! - S[r]!) >> 1;
    this.exchangeBranches(q, p, R, u, r, u, q, 0);
  }

  /** The bonds u, which is a-b, and v, which is e-f, with b and e between them, become a-e and b-f. */
  switchBranches(u: number, a: number, b: number, v: number, e: number, f: number): void {
    const { S } = this;
    // |a's branch| - |f's branch|; S[b] - S[a] is |a's branch| less the other atoms, and so for e and f.
    const d = (S[b]! - S[a]! - S[e]! + S[f]!) >> 1;
    this.exchangeBranches(b, e, d, u, a, v, f, 1);
  }

  /**
   * The branch of a behind bond u goes from b to e and, if `second` is 1 and not 0, that of f behind bond v from e to b; d is
   * by how many atoms the first is the larger one. An atom y of neither comes to be further by d (D[e,y] - D[b,y]), and
   * those of the branches by the sum of D[e,y] - D[b,y] over these y, or nearer by it.
   */
  private exchangeBranches(
    b: number,
    e: number,
    d: number,
    u: number,
    a: number,
    v: number,
    f: number,
    second: 0 | 1,
  ): void {
    const { n, codes, S, moved } = this;
    const length = this.distance(b, e);
    const sum = S[e]! - S[b]! - Math.imul(d, length);
    // Below the atoms of the branches count as those do that hang on b or e.
    const correction = sum - Math.imul(d, length);
    const rowU = Math.imul(u >> 5, n);
    const rowV = Math.imul(v >> 5, n);
    const codeA = codes[rowU + a]!;
    const codeF = codes[rowV + f]!;
    const codeE = codes[e]!;
    const path = codes[b]! ^ codeE;
    for (let x = 0; x < n; x++) {
      const code = codes[x]!;
      const isOfA = ~((codes[rowU + x]! ^ codeA) >>> u) & 1;
      const isOfF = ~((codes[rowV + x]! ^ codeF) >>> v) & second;
      const isMoved = -(isOfA | isOfF);
      const apart = bitCount((code ^ codeE) & path);
      S[x]! += Math.imul(d, 2 * apart - length) + Math.imul(isOfA - isOfF, correction);
      codes[x] = code ^ (path & isMoved);
      moved[x] = isMoved;
    }
    for (let at = n; at < codes.length; at += n) this.changeWords(at, codes[at + b]!, codes[at + e]!, d);
    this.wiener += Math.imul(d, sum);
  }

  /** The same for a further word of the codes, which begins at `at`. */
  private changeWords(at: number, codeB: number, codeE: number, d: number): void {
    const { n, codes, S, moved } = this;
    const path = codeB ^ codeE;
    if (path === 0) return;
    for (let x = 0; x < n; x++) {
      const code = codes[at + x]!;
      S[x]! += Math.imul(2 * d, bitCount((code ^ codeE) & path));
      codes[at + x] = code ^ (path & moved[x]!);
    }
  }
}

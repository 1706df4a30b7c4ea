import { MAX_NEIGHBOURS, type MolecularGraph } from '../../molecule/molecular-graph.ts';

const BITS = 32;

/**
 * Wiener indices of molecules that are only tried, with an early end. The atoms within reach of an atom are words of 32
 * bits; one bond further they are the union with those of its neighbours. A pair at distance d is out of reach at
 * 0 .. d - 1 bonds, so the pairs out of reach, added up over all reaches, are the index.
 */
export class ReachSum {
  private readonly words: number;
  // Scratch: within reach of atom x, now and one bond further, at [x words, (x + 1) words).
  private within: Int32Array;
  private further: Int32Array;

  constructor(atoms: number) {
    this.words = Math.ceil(atoms / BITS);
    this.within = new Int32Array(atoms * this.words);
    this.further = new Int32Array(atoms * this.words);
  }

  /** The Wiener index of a connected graph; or, where that is above the limit, some number above the limit. */
  of(graph: MolecularGraph, limit: number): number {
    return this.words === 1 ? this.ofOneWord(graph, limit) : this.ofManyWords(graph, limit);
  }

  private ofOneWord({ degrees, neighbours }: MolecularGraph, limit: number): number {
    const n = degrees.length;
    let { within, further } = this;
    for (let x = 0; x < n; x++) within[x] = 1 << x;
    let ordered = 0;
    let missing = n * n - n;
    while (missing > 0) {
      ordered += missing;
      missing = n * n;
      for (let x = 0; x < n; x++) {
        let mask = within[x]!;
        const start = x * MAX_NEIGHBOURS;
        const end = start + degrees[x]!;
        for (let k = start; k < end; k++) mask |= within[neighbours[k]!]!;
        further[x] = mask;
        missing -= bitCount(mask);
      }
      // Whatever is still missing will be missing at least at this reach.
      if (ordered + missing > 2 * limit) return (ordered + missing) / 2;
      const reached = further;
      further = within;
      within = reached;
    }
    return ordered / 2;
  }

  private ofManyWords({ degrees, neighbours }: MolecularGraph, limit: number): number {
    const n = degrees.length;
    const { words } = this;
    let { within, further } = this;
    within.fill(0);
    for (let x = 0; x < n; x++) within[x * words + (x >> 5)] = 1 << (x & 31);
    let ordered = 0;
    let missing = n * n - n;
    while (missing > 0) {
      ordered += missing;
      missing = n * n;
      for (let x = 0; x < n; x++) {
        const start = x * MAX_NEIGHBOURS;
        const end = start + degrees[x]!;
        for (let word = 0; word < words; word++) {
          let mask = within[x * words + word]!;
          for (let k = start; k < end; k++) mask |= within[neighbours[k]! * words + word]!;
          further[x * words + word] = mask;
          missing -= bitCount(mask);
        }
      }
      if (ordered + missing > 2 * limit) return (ordered + missing) / 2;
      const reached = further;
      further = within;
      within = reached;
    }
    return ordered / 2;
  }
}

/** The number of ones among 32 bits, by adding neighbouring fields of 1, 2, 4 and 8 bits. */
function bitCount(mask: number): number {
  let fields = mask - ((mask >>> 1) & 0x55555555);
  fields = (fields & 0x33333333) + ((fields >>> 2) & 0x33333333);
  return Math.imul((fields + (fields >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

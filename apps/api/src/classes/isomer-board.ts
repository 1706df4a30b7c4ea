/** About 150 bytes each. */
const MAX_ISOMERS = 20_000;
const MAX_BINS = 40;

/** An isomer that a class has found. */
export interface FoundIsomer {
  readonly smiles: string;
  readonly score: number;
  /** The nickname of the first finder, where there is one. */
  readonly first_finder: string | null;
  readonly first_finder_number: number;
  finders: number;
}

interface PlacedIsomer extends FoundIsomer {
  /** Its place in the order of finding, from 0. */
  readonly index: number;
}

/** The distinct isomers that a class has found, in the order in which they were found; at most MAX_ISOMERS. */
export class IsomerBoard {
  /** By canonical code. */
  private readonly found = new Map<string, PlacedIsomer>();
  /** By canonical code, those that are new or have one more finder since takeChanges. */
  private changed = new Map<string, PlacedIsomer>();

  get size(): number {
    return this.found.size;
  }

  /** Takes in an isomer that a member has found; to be told once of each member. */
  add(
    { code, smiles, score }: { code: string; smiles: string; score: number },
    { nickname, number }: { nickname: string | null; number: number },
  ): void {
    const known = this.found.get(code);
    if (known !== undefined) {
      known.finders++;
      this.changed.set(code, known);
    } else if (this.found.size < MAX_ISOMERS) {
      this.place(code, { smiles, score, first_finder: nickname, first_finder_number: number, finders: 1 });
      this.changed.set(code, this.found.get(code)!);
    }
  }

  /** Puts an isomer on the board as it stood there in an earlier process; in the order of finding. */
  restore({ code, ...isomer }: FoundIsomer & { readonly code: string }): void {
    this.place(code, isomer);
  }

  /** The isomers that have changed since it was last asked. */
  takeChanges(): (PlacedIsomer & { readonly code: string })[] {
    const changes = Array.from(this.changed, ([code, isomer]) => ({ code, ...isomer }));
    this.changed = new Map();
    return changes;
  }

  page(from: number, to: number): FoundIsomer[] {
    return [...this.found.values()].slice(from, to).map(({ index: _, ...isomer }) => isomer);
  }

  private place(code: string, isomer: FoundIsomer): void {
    this.found.set(code, { ...isomer, index: this.found.size });
  }

  /** How many isomers have which scores: a bin for each score, or equal bins where there are many. */
  histogram(): { from: number; to: number; isomers: number }[] {
    const counts = new Map<number, number>();
    for (const { score } of this.found.values()) counts.set(score, (counts.get(score) ?? 0) + 1);
    const scores = [...counts.keys()].sort((a, b) => a - b);
    if (scores.length <= MAX_BINS) {
      return scores.map((score) => ({ from: score, to: score, isomers: counts.get(score)! }));
    }
    const { from: low, width, count: bins } = equalBins(scores);
    const histogram = Array.from({ length: bins }, (_, i) => ({
      from: low + i * width,
      to: low + (i + 1) * width,
      isomers: 0,
    }));
    for (const [score, count] of counts) {
      histogram[Math.min(bins - 1, Math.floor((score - low) / width))]!.isomers += count;
    }
    return histogram;
  }
}

/** Bins for more than MAX_BINS scores in ascending order. Of whole numbers each bin holds as many: else the bars would make a comb. */
function equalBins(scores: readonly number[]): { from: number; width: number; count: number } {
  const [from, to] = [scores[0]!, scores.at(-1)!];
  if (!scores.every(Number.isInteger)) return { from, width: (to - from) / MAX_BINS, count: MAX_BINS };
  const width = Math.ceil((to - from + 1) / MAX_BINS);
  return { from, width, count: Math.ceil((to - from + 1) / width) };
}

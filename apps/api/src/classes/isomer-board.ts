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

/** The distinct isomers that a class has found, in the order in which they were found; at most MAX_ISOMERS. */
export class IsomerBoard {
  /** By canonical code. */
  private readonly found = new Map<string, FoundIsomer>();

  get size(): number {
    return this.found.size;
  }

  /** Takes in an isomer that a member has found; to be told once of each member. */
  add(
    { code, smiles, score }: { code: string; smiles: string; score: number },
    { nickname, number }: { nickname: string | null; number: number },
  ): void {
    const known = this.found.get(code);
    if (known !== undefined) known.finders++;
    else if (this.found.size < MAX_ISOMERS) {
      this.found.set(code, {
        smiles,
        score,
        first_finder: nickname,
        first_finder_number: number,
        finders: 1,
      });
    }
  }

  page(from: number, to: number): FoundIsomer[] {
    return [...this.found.values()].slice(from, to);
  }

  /** How many isomers have which scores: a bin for each score, or equal bins where there are many. */
  histogram(): { from: number; to: number; isomers: number }[] {
    const counts = new Map<number, number>();
    for (const { score } of this.found.values()) counts.set(score, (counts.get(score) ?? 0) + 1);
    const scores = [...counts.keys()].sort((a, b) => a - b);
    if (scores.length <= MAX_BINS) {
      return scores.map((score) => ({ from: score, to: score, isomers: counts.get(score)! }));
    }
    const [low, high] = [scores[0]!, scores.at(-1)!];
    const width = (high - low) / MAX_BINS;
    const bins = Array.from({ length: MAX_BINS }, (_, i) => ({
      from: low + i * width,
      to: i === MAX_BINS - 1 ? high : low + (i + 1) * width,
      isomers: 0,
    }));
    for (const [score, count] of counts) {
      bins[Math.min(MAX_BINS - 1, Math.floor((score - low) / width))]!.isomers += count;
    }
    return bins;
  }
}

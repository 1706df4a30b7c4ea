import { Random } from '../random.ts';

/**
 * Stands in for the generator where a test wants every outcome of a draw instead of one: {@link forEach} calls `draw`
 * once for each sequence of answers that below() can give it.
 */
export class EveryDraw extends Random {
  // The answers of the sequence at hand, and the bound that each was asked with.
  private readonly answers: number[] = [];
  private readonly bounds: number[] = [];
  private asked = 0;

  constructor() {
    super([1, 0, 0, 0]);
  }

  /** Every outcome, with the probability that a fair generator gives it. */
  forEach(draw: (random: Random) => void, visit: (probability: number) => void): void {
    this.answers.length = 0;
    this.bounds.length = 0;
    do {
      this.asked = 0;
      draw(this);
      let probability = 1;
      for (const bound of this.bounds) probability /= bound;
      visit(probability);
    } while (this.advance());
  }

  override below(bound: number): number {
    if (this.asked === this.answers.length) {
      this.answers.push(0);
      this.bounds.push(bound);
    }
    return this.answers[this.asked++]!;
  }

  override uint32(): number {
    throw new Error('only below() can be enumerated');
  }

  private advance(): boolean {
    while (this.answers.length > 0) {
      const answer = this.answers.pop()! + 1;
      const bound = this.bounds.pop()!;
      if (answer < bound) {
        this.answers.push(answer);
        this.bounds.push(bound);
        return true;
      }
    }
    return false;
  }
}

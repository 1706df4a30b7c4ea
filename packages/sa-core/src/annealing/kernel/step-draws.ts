import type { GeneratorState, Random } from '../../random.ts';

const TWO_TO_32 = 2 ** 32;
/** The Metropolis number, then the two that choose a move. */
const WORDS_PER_STEP = 3;
/** The most steps that are drawn at a time. */
export const STEPS_PER_DRAW = 512;

/**
 * What the steps of the proposal "bonds" draw, where there are at least two bond units. That is always three numbers, with
 * bounds that the formula fixes, whatever the molecule has become: so many steps are drawn ahead of being made, which takes a
 * quarter of the time of drawing them one by one.
 */
export class StepDraws {
  /** The 32 bits of the Metropolis number, as a signed integer. */
  readonly metropolis = new Int32Array(STEPS_PER_DRAW);
  /** An oriented bond unit, below 2 M. */
  readonly orientedUnit = new Int32Array(STEPS_PER_DRAW);
  /** A hydrogen, below H; where the step is a switch, one of the M - 1 other units. */
  readonly partner = new Int32Array(STEPS_PER_DRAW);
  /** Step t of a run is a switch of two bonds, and no hydrogen shift, where all these bits of t are set. */
  readonly switchBits: 0 | 3;
  private readonly words = new Int32Array(WORDS_PER_STEP * STEPS_PER_DRAW);
  private readonly random: Random;
  private readonly units: number;
  private readonly hydrogens: number;
  /** Of the steps drawn last: the first of them, and the generator's state before them. */
  private first = 0;
  private before: GeneratorState;

  constructor(random: Random, units: number, hydrogens: number) {
    this.random = random;
    this.units = units;
    this.hydrogens = hydrogens;
    this.switchBits = hydrogens === 0 ? 0 : 3;
    this.before = random.state();
  }

  isSwitch(t: number): boolean {
    return (t & this.switchBits) === this.switchBits;
  }

  /** Draws for `steps` steps, at most {@link STEPS_PER_DRAW}, of which the first is step t of the run. */
  draw(t: number, steps: number): void {
    this.first = t;
    this.before = this.random.state();
    this.random.fill(this.words, WORDS_PER_STEP * steps);
    if (this.dealWords(t, steps)) return;
    this.random.restore(this.before);
    this.drawOneByOne(t, steps);
  }

  /** Gives back what was drawn last but for the first `steps` steps of it, as if there had been no more. */
  giveBackAllBut(steps: number): void {
    this.random.restore(this.before);
    this.draw(this.first, steps);
  }

  /** Makes numbers of the words as Random.below does, and tells whether none of the words has to be refused. */
  private dealWords(t: number, steps: number): boolean {
    const { words, metropolis, orientedUnit, partner, switchBits, hydrogens } = this;
    const orientedUnits = 2 * this.units;
    const otherUnits = this.units - 1;
    const excessOfUnits = excessOf(orientedUnits);
    const excessOfOthers = excessOf(otherUnits);
    const excessOfHydrogens = excessOf(hydrogens);
    const phase = t & switchBits;
    let refused = 0;
    for (let k = 0; k < steps; k++) {
      const isSwitch = ((phase + k) & switchBits) === switchBits;
      const product = (words[WORDS_PER_STEP * k + 1]! >>> 0) * orientedUnits;
      const partnerProduct = (words[WORDS_PER_STEP * k + 2]! >>> 0) * (isSwitch ? otherUnits : hydrogens);
      metropolis[k] = words[WORDS_PER_STEP * k]!;
      orientedUnit[k] = (product / TWO_TO_32) | 0;
      partner[k] = (partnerProduct / TWO_TO_32) | 0;
      // To leave the loop here, one time in 10^8, would slow it down several times.
      if (product >>> 0 < excessOfUnits) refused = 1;
      if (partnerProduct >>> 0 < (isSwitch ? excessOfOthers : excessOfHydrogens)) refused = 1;
    }
    return refused === 0;
  }

  private drawOneByOne(t: number, steps: number): void {
    const { random } = this;
    for (let k = 0; k < steps; k++) {
      this.metropolis[k] = random.uint32();
      this.orientedUnit[k] = random.below(2 * this.units);
      this.partner[k] = random.below(this.isSwitch(t + k) ? this.units - 1 : this.hydrogens);
    }
  }
}

/** How many of the 2^32 words are refused for a bound, as Random.below says; unsigned for the engine to see it so. */
function excessOf(bound: number): number {
  return bound === 0 ? 0 : (TWO_TO_32 % bound) >>> 0;
}

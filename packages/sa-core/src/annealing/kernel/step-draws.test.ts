import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type GeneratorState, Random } from '../../random.ts';
import { STEPS_PER_DRAW, StepDraws } from './step-draws.ts';

interface Drawn {
  readonly metropolis: number;
  readonly orientedUnit: number;
  readonly partner: number;
}

/** The draws as the specification makes them, step by step. */
function drawnByStep(random: Random, units: number, hydrogens: number, t: number, steps: number): Drawn[] {
  return Array.from({ length: steps }, (_, k) => ({
    metropolis: random.uint32() | 0,
    orientedUnit: random.below(2 * units),
    partner: random.below(hydrogens === 0 || (t + k) % 4 === 3 ? units - 1 : hydrogens),
  }));
}

function expectSameDraws(state: GeneratorState, units: number, hydrogens: number, t: number, steps: number) {
  const [random, other] = [new Random(state), new Random(state)];
  const draws = new StepDraws(random, units, hydrogens);
  draws.draw(t, steps);
  const { metropolis, orientedUnit, partner } = draws;
  const found = Array.from({ length: steps }, (_, k) => ({
    metropolis: metropolis[k],
    orientedUnit: orientedUnit[k],
    partner: partner[k],
  }));
  expect(found).toEqual(drawnByStep(other, units, hydrogens, t, steps));
  expect(random.state()).toEqual(other.state());
}

describe('draws made ahead', () => {
  test('are those made step by step, and leave the generator at the same state', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 2, max: 999 }),
        fc.constantFrom(0, 1, 6, 22, 2002),
        fc.oneof(fc.nat(9), fc.constantFrom(2 ** 31 - 2, 2 ** 33 + 1, 2 ** 52)),
        fc.constantFrom(1, 2, 7, STEPS_PER_DRAW),
        (seed, units, hydrogens, t, steps) =>
          expectSameDraws(Random.fromSeed(seed).state(), units, hydrogens, t, steps),
      ),
      { numRuns: 200 },
    );
  });

  test('can be given back in part', () => {
    const [random, other] = [Random.fromSeed(7), Random.fromSeed(7)];
    const draws = new StepDraws(random, 11, 16);
    draws.draw(5, 100);
    draws.draw(105, 50);
    draws.giveBackAllBut(20);
    drawnByStep(other, 11, 16, 5, 120);
    expect(random.state()).toEqual(other.state());
  });

  test.each([
    ['second', [1, 3, 2, 5]],
    ['third', [1, 2, 7, 1025]],
  ] as const)('also where the %s word is 0, which no bound but a power of two takes', (_, state) => {
    const random = new Random(state);
    expect(Array.from({ length: 3 }, () => random.uint32())).toContain(0);
    for (const units of [2, 9, 12]) for (const t of [0, 3]) expectSameDraws(state, units, 22, t, 20);
  });
});

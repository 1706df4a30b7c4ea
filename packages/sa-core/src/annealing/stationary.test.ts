import { describe, expect, test } from '@jest/globals';
import { molecularGraphOf } from '../displacement/labelled-isomer.ts';
import { createCanonizer } from '../molecule/canonical-form.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';
import { stationaryDistribution } from '../testing/truth.ts';
import { advance } from './advance.ts';
import { prepareAnnealing } from './annealing.ts';
import { startCheckpoint } from './checkpoint.ts';

/** How often a walk at kT = infinity is at each isomer, looked at every `thinning` steps. */
function visits(formula: string, looks: number, thinning: number, seed: number): Map<string, number> {
  const annealing = prepareAnnealing({
    formula,
    seed,
    proposal: 'atoms',
    initial_temp: 1e12,
    cooling_schedule_k: 0,
    steps_per_cycle: looks * thinning,
    num_cycles: 1,
  });
  const { records, checkpoint } = advance(annealing, startCheckpoint(annealing), looks * thinning, thinning);
  expect(checkpoint.rejected_moves).toBe(0);
  const { canonicalCode } = createCanonizer(annealing.elements.length);
  const codes = records.molecules.map((isomer) =>
    canonicalCode(molecularGraphOf(annealing.elements, isomer)),
  );
  const counts = new Map<string, number>();
  for (const i of records.current) counts.set(codes[i]!, (counts.get(codes[i]!) ?? 0) + 1);
  return counts;
}

/** Sum of (observed - expected)^2 / expected; isomers that are expected less than 5 times are taken together. */
function chiSquare(
  formula: string,
  counts: ReadonlyMap<string, number>,
  looks: number,
): { sum: number; freedom: number } {
  const cells: { observed: number; expected: number }[] = [];
  const rare = { observed: 0, expected: 0 };
  for (const { smiles, probability } of stationaryDistribution(formula)) {
    const graph = readSmiles(smiles);
    const observed = counts.get(createCanonizer(graph.elements.length).canonicalCode(graph)) ?? 0;
    const expected = probability * looks;
    if (expected >= 5) cells.push({ observed, expected });
    else {
      rare.observed += observed;
      rare.expected += expected;
    }
  }
  if (rare.expected > 0) cells.push(rare);
  expect(cells.reduce((total, { observed }) => total + observed, 0)).toBe(looks);
  const sum = cells.reduce(
    (total, { observed, expected }) => total + (observed - expected) ** 2 / expected,
    0,
  );
  return { sum, freedom: cells.length - 1 };
}

/** The 99.9 % point of chi-square with f degrees of freedom, by Wilson and Hilferty; within 1 % of the tables for f >= 1. */
function critical(f: number): number {
  return f * (1 - 2 / (9 * f) + 3.0902 * Math.sqrt(2 / (9 * f))) ** 3;
}

describe('the walk "atoms" at kT = infinity', () => {
  // Looks so far apart that they are nearly independent: some 10 accepted moves lie between them.
  test.each([
    ['C4H10', 1000, 400],
    ['C6H14', 1000, 1500],
    ['C6H12', 1000, 800],
    ['C4H8O2', 2000, 400],
  ])(
    'visits the isomers of %s as the published distribution says (chi-square at 99.9 %%, fixed seed)',
    (formula, looks, thinning) => {
      const { sum, freedom } = chiSquare(formula, visits(formula, looks, thinning, 20260), looks);
      expect(freedom).toBeGreaterThan(0);
      expect(sum).toBeLessThan(critical(freedom));
    },
  );

  test('would not pass that test with another distribution: every isomer alike', () => {
    const looks = 1000;
    const alike = new Map(
      stationaryDistribution('C6H14').map(({ smiles }, _, all) => {
        const graph = readSmiles(smiles);
        return [createCanonizer(graph.elements.length).canonicalCode(graph), looks / all.length];
      }),
    );
    const { sum, freedom } = chiSquare('C6H14', alike, looks);
    expect(sum).toBeGreaterThan(10 * critical(freedom));
  });

  test('is judged by the critical values of the tables', () => {
    expect(critical(4)).toBeCloseTo(18.47, 0);
    expect(critical(24)).toBeCloseTo(51.18, 0);
    expect(critical(100)).toBeCloseTo(149.45, 0);
  });
});

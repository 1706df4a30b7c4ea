import { describe, expect, test } from '@jest/globals';
import { molecularGraphOf } from '../displacement/labelled-isomer.ts';
import { createCanonizer } from '../molecule/canonical-form.ts';
import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';
import { bondOrderFactorials } from '../testing/isomer-space.ts';
import { stationaryDistribution } from '../testing/truth.ts';
import { advance } from './advance.ts';
import { prepareAnnealing } from './annealing.ts';
import { startCheckpoint } from './checkpoint.ts';
import type { Configuration } from './configuration.ts';

const FORMULAS = ['C4H10', 'C6H14', 'C6H12', 'C4H8O2'] as const;

/** An isomer and its share of the steps. */
interface Share {
  readonly code: string;
  readonly probability: number;
}

const codeOf = (graph: MolecularGraph) => createCanonizer(graph.elements.length).canonicalCode(graph);

/** The published distribution, each weight times a factor of the molecule, over the isomers of which that is not 0. */
function distribution(formula: string, factor: (graph: MolecularGraph) => number = () => 1): Share[] {
  const weighed = stationaryDistribution(formula).map(({ smiles, automorphisms }) => {
    const graph = readSmiles(smiles);
    return { code: codeOf(graph), weight: factor(graph) / automorphisms };
  });
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return weighed
    .filter(({ weight }) => weight > 0)
    .map(({ code, weight }) => ({ code, probability: weight / total }));
}

/** "bonds" draws the b units of a bond alike: a molecule counts less by the factorials of its orders. */
const byUnits = (graph: MolecularGraph) => 1 / bondOrderFactorials(graph);

/** Which atoms have how many hydrogens, whatever their numbering. */
const patternOf = ({ elements, hydrogenCounts }: MolecularGraph) =>
  elements
    .map((element, x) => `${element}H${hydrogenCounts[x]}`)
    .sort()
    .join(' ');
const inPattern = (smiles: string) => (graph: MolecularGraph) =>
  Number(patternOf(graph) === patternOf(readSmiles(smiles)));

interface Walk {
  readonly looks: number;
  /** Looks at each isomer, by its code. */
  readonly counts: ReadonlyMap<string, number>;
  /** The Wiener index at each look. */
  readonly energies: readonly number[];
}

/** A walk at kT = infinity, looked at every `thinning` steps. */
function walk(configuration: Configuration, looks: number, thinning: number): Walk {
  const annealing = prepareAnnealing({
    seed: 20260,
    ...configuration,
    initial_temp: 1e12,
    cooling_schedule_k: 0,
    steps_per_cycle: looks * thinning,
    num_cycles: 1,
  });
  const { records, checkpoint } = advance(annealing, startCheckpoint(annealing), looks * thinning, thinning);
  if (configuration.hastings !== true) expect(checkpoint.rejected_moves).toBe(0);
  const { canonicalCode } = createCanonizer(annealing.elements.length);
  const codes = records.molecules.map((isomer) =>
    canonicalCode(molecularGraphOf(annealing.elements, isomer)),
  );
  const counts = new Map<string, number>();
  for (const i of records.current) counts.set(codes[i]!, (counts.get(codes[i]!) ?? 0) + 1);
  return { looks, counts, energies: records.current_energy };
}

/** Sum of (observed - expected)^2 / expected; isomers that are expected less than 5 times are taken together. */
function chiSquare(shares: readonly Share[], { looks, counts }: Omit<Walk, 'energies'>) {
  const cells: { observed: number; expected: number }[] = [];
  const rare = { observed: 0, expected: 0 };
  for (const { code, probability } of shares) {
    const observed = counts.get(code) ?? 0;
    const expected = probability * looks;
    if (expected >= 5) cells.push({ observed, expected });
    else {
      rare.observed += observed;
      rare.expected += expected;
    }
  }
  if (rare.expected > 0) cells.push(rare);
  // Nothing was met that the distribution does not have.
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

/** The correlation of the Wiener index from one look to the next. */
function autocorrelation(energies: readonly number[]): number {
  const mean = energies.reduce((sum, energy) => sum + energy, 0) / energies.length;
  const parts = energies.map((energy) => energy - mean);
  const variance = parts.reduce((sum, part) => sum + part * part, 0);
  if (variance === 0) return 0;
  return parts.slice(1).reduce((sum, part, i) => sum + part * parts[i]!, 0) / variance;
}

/** Looks that depend on each other no more than chance allows, and shares as chi-square allows at 99.9 %. */
function expectShares(shares: readonly Share[], walked: Walk): void {
  expect(Math.abs(autocorrelation(walked.energies))).toBeLessThan(3.3 / Math.sqrt(walked.looks));
  const { sum, freedom } = chiSquare(shares, walked);
  expect(freedom).toBeGreaterThan(0);
  expect(sum).toBeLessThan(critical(freedom));
}

describe('a walk at kT = infinity', () => {
  test.each([
    ['C4H10', 1000, 400],
    ['C6H14', 1000, 1500],
    ['C6H12', 1000, 800],
    ['C4H8O2', 2000, 400],
  ] as const)(
    'by "atoms" visits the isomers of %s as the published distribution says',
    (formula, looks, thinning) => {
      expectShares(distribution(formula), walk({ formula, proposal: 'atoms' }, looks, thinning));
    },
  );

  test.each(FORMULAS)(
    'by "bonds" visits those of %s by that distribution times 1 / prod(b_ij!)',
    (formula) => {
      expectShares(distribution(formula, byUnits), walk({ formula }, 4000, 40));
    },
  );

  test.each(FORMULAS)(
    'by "bonds" with the Hastings correction visits those of %s as the published distribution says',
    (formula) => {
      expectShares(distribution(formula), walk({ formula, hastings: true }, 4000, 40));
    },
  );

  test.each([
    ['C6H14', 'CC(C)CCC'],
    ['C6H12', 'C=CCCCC'],
    ['C6H12', 'CC=CC(C)C'],
    ['C4H8O2', 'CCCC(O)=O'],
    ['C4H8O2', 'COCC=CO'],
  ])('by "fixed-hydrogens" visits those of %s with the hydrogens of %s', (formula, initial) => {
    const pattern = inPattern(initial);
    const configuration = { formula, initial, proposal: 'fixed-hydrogens' } as const;
    const byPattern = distribution(formula, (graph) => pattern(graph) * byUnits(graph));
    expectShares(byPattern, walk(configuration, 3000, 40));
    expectShares(distribution(formula, pattern), walk({ ...configuration, hastings: true }, 3000, 40));
  });

  test('without the correction fails the test with it, and the other way round', () => {
    const wrong = chiSquare(distribution('C6H12'), walk({ formula: 'C6H12' }, 4000, 40));
    expect(wrong.sum).toBeGreaterThan(5 * critical(wrong.freedom));
    const corrected = walk({ formula: 'C6H12', hastings: true }, 4000, 40);
    const other = chiSquare(distribution('C6H12', byUnits), corrected);
    expect(other.sum).toBeGreaterThan(5 * critical(other.freedom));
  });

  test('is not changed by the correction where the proposal is symmetric', () => {
    const plain = { formula: 'C6H12', proposal: 'atoms' } as const;
    expect(walk({ ...plain, hastings: true }, 100, 100)).toEqual(walk(plain, 100, 100));
  });
});

describe('the test of a distribution', () => {
  test('would not pass with another: every isomer of C6H14 alike', () => {
    const looks = 1000;
    const shares = distribution('C6H14');
    const counts = new Map(shares.map(({ code }) => [code, looks / shares.length]));
    const { sum, freedom } = chiSquare(shares, { looks, counts });
    expect(sum).toBeGreaterThan(10 * critical(freedom));
  });

  test('has the probabilities that are published', () => {
    for (const formula of FORMULAS) {
      const published = stationaryDistribution(formula).map(({ probability }) => probability);
      distribution(formula).forEach(({ probability }, i) => {
        expect(probability).toBeCloseTo(published[i]!, 9);
      });
    }
  });

  test('is judged by the critical values of the tables', () => {
    expect(critical(4)).toBeCloseTo(18.47, 0);
    expect(critical(24)).toBeCloseTo(51.18, 0);
    expect(critical(100)).toBeCloseTo(149.45, 0);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assertFeasible } from '../../molecule/feasibility.ts';
import { parseFormula } from '../../molecule/formula.ts';
import { Random } from '../../random.ts';
import { type Annealing, prepareAnnealing } from '../annealing.ts';
import { startCheckpoint } from '../checkpoint.ts';
import type { Configuration } from '../configuration.ts';
import { createKernel } from './create-kernel.ts';
import type { Kernel, KernelStart } from './kernel.ts';
import { SpecificationKernel } from './specification-kernel.ts';
import { WienerKernel } from './wiener-kernel.ts';

const STEPS = 400;

function startOf(annealing: Annealing): KernelStart {
  const { current, best, generator } = startCheckpoint(annealing);
  const counts = { start: 0, invalid: 0, disconnected: 0, rejected: 0, accepted: 0 };
  return { current, best, random: new Random(generator), counts };
}

function stateOf(kernel: Kernel, random: Random) {
  const { walker, energy, scores, best, bestEnergy, counts, lastOutcome } = kernel;
  return {
    units: [...walker.bondUnits],
    owners: [...walker.hydrogenOwners],
    scores: [...scores],
    counts: { ...counts },
    generator: random.state(),
    energy,
    best,
    bestEnergy,
    lastOutcome,
  };
}

/** Both kernels from the same start, compared after every step. */
function expectSameRun(configuration: Configuration, steps = STEPS): void {
  const annealing = prepareAnnealing({ ...configuration, steps_per_cycle: steps, num_cycles: 1 });
  const [starts, others] = [startOf(annealing), startOf(annealing)];
  const specification = new SpecificationKernel(annealing, starts);
  const kernel = new WienerKernel(annealing, others);
  for (let t = 0; t < steps; t++) {
    specification.run(t, 1);
    kernel.run(t, 1);
    const [wanted, found] = [stateOf(specification, starts.random), stateOf(kernel, others.random)];
    // Jest's own comparison is slow, and wanted only where there is something to tell.
    if (JSON.stringify(found) !== JSON.stringify(wanted)) expect({ t, ...found }).toEqual({ t, ...wanted });
  }
  expect(kernel.walker.graph.bondOrders).toEqual(specification.walker.graph.bondOrders);
  expect(kernel.walker.graph.hydrogenCounts).toEqual(specification.walker.graph.hydrogenCounts);
  expect(kernel.counts.accepted + kernel.counts.rejected + kernel.counts.invalid).toBeGreaterThan(0);
}

function isFeasible(formula: string): boolean {
  try {
    assertFeasible(parseFormula(formula));
    return true;
  } catch {
    return false;
  }
}

const FORMULAS = [
  ...['C6H14', 'C10H22', 'C6H6', 'C10H16', 'C10H8', 'C8H8', 'C9H8O4', 'C8H10N4O2', 'C4H4', 'C3H6Cl2', 'C12'],
  ...['C2H6', 'CH4', 'HCl', 'C3', 'N4', 'P4', 'C2N2', 'C5H8', 'C20H42', 'C34H60', 'C40H20', 'C66H100', 'C60'],
];

describe('the Wiener kernel makes the steps of the specification, bit for bit', () => {
  test.each(FORMULAS)('of %s, in both directions, hot and cold', (formula) => {
    for (const optimization_mode of ['MINIMIZE', 'MAXIMIZE'] as const) {
      expectSameRun({ formula, optimization_mode, seed: 1 }, 200);
      expectSameRun({ formula, optimization_mode, seed: 2, cooling_schedule_k: 0, initial_temp: 1e6 }, 120);
      expectSameRun({ formula, optimization_mode, seed: 3, initial_temp: 0.7, initial: 'chain' }, 120);
    }
  });

  test('of random formulas, weights, floors and schedules', () => {
    const count = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        fc.record({
          C: fc.integer({ min: 1, max: 14 }),
          N: fc.integer({ min: 0, max: 3 }),
          O: count,
          H: count,
        }),
        fc.record({
          seed: fc.integer(),
          weight: fc.constantFrom(1, 0.1, 1 / 3, 1e-6, 1e9),
          min_temp: fc.constantFrom(null, 0, 0.3, 5),
          initial_temp: fc.constantFrom(0.5, 3, 100),
          reheat: fc.boolean(),
          optimization_mode: fc.constantFrom('MINIMIZE' as const, 'MAXIMIZE' as const),
        }),
        ({ C, N, O, H }, { weight, ...parameters }) => {
          const hydrogens = Math.min((N % 2) + 2 * H, 2 * C + N + 2);
          const counts = { C, N, O, H: hydrogens };
          const formula = Object.entries(counts)
            .map(([element, n]) => (n > 0 ? element + n : ''))
            .join('');
          fc.pre(isFeasible(formula));
          expectSameRun({ formula, component_weights: { wiener_index: weight }, ...parameters }, 60);
        },
      ),
      { numRuns: 60, seed: 1996 },
    );
  });

  test('however the steps are handed out', () => {
    const annealing = prepareAnnealing({ formula: 'C9H8O4', seed: 4 });
    const [one, many] = [startOf(annealing), startOf(annealing)];
    const whole = new WienerKernel(annealing, one);
    const sliced = new WienerKernel(annealing, many);
    whole.run(0, 2000);
    for (let t = 0; t < 2000; t += 125) sliced.run(t, 125);
    expect(stateOf(sliced, many.random)).toEqual(stateOf(whole, one.random));
  });
});

describe('the kernel of an annealing', () => {
  const kernelOf = (configuration: Configuration) => {
    const annealing = prepareAnnealing(configuration, [
      {
        name: 'atoms',
        version: 1,
        description: '',
        unit: '1',
        resolution: 1,
        score: (graph) => graph.degrees.length,
      },
    ]);
    return createKernel(annealing, startOf(annealing));
  };

  test('is the fast one where it applies, and else the specification', () => {
    expect(kernelOf({ formula: 'C6H14' })).toBeInstanceOf(WienerKernel);
    expect(kernelOf({ formula: 'C6H14', component_weights: { wiener_index: 2, atoms: 0 } })).toBeInstanceOf(
      WienerKernel,
    );
    expect(kernelOf({ formula: 'C6H14', component_weights: { atoms: 1 } })).toBeInstanceOf(
      SpecificationKernel,
    );
    expect(kernelOf({ formula: 'C6H14', component_weights: { atoms: 1, wiener_index: 1 } })).toBeInstanceOf(
      SpecificationKernel,
    );
    expect(kernelOf({ formula: 'C6H14', proposal: 'atoms' })).toBeInstanceOf(SpecificationKernel);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type KernelClass, startOf, stateOf } from '../../testing/kernels.ts';
import { prepareAnnealing } from '../annealing.ts';
import type { Configuration } from '../configuration.ts';
import { SCHEDULE_NAMES } from '../schedule/annealing-schedule.ts';
import { createKernel } from './create-kernel.ts';
import { RingKernel } from './ring-kernel.ts';
import { SpecificationKernel } from './specification-kernel.ts';
import { TreeKernel } from './tree-kernel.ts';

const STEPS = 400;

/** Both kernels from the same start, compared after every step. */
function expectSameRun(FastKernel: KernelClass, configuration: Configuration, steps = STEPS): void {
  const annealing = prepareAnnealing({ ...configuration, steps_per_cycle: steps, num_cycles: 1 });
  const [starts, others] = [startOf(annealing), startOf(annealing)];
  const specification = new SpecificationKernel(annealing, starts);
  const kernel = new FastKernel(annealing, others);
  for (let t = 0; t < steps; t++) {
    specification.run(t, 1);
    kernel.run(t, 1);
    const [wanted, found] = [stateOf(specification, starts.random), stateOf(kernel, others.random)];
    // Jest's own comparison is slow, and wanted only where there is something to tell.
    if (JSON.stringify(found) !== JSON.stringify(wanted)) expect({ t, ...found }).toEqual({ t, ...wanted });
  }
  expect(kernel.counts.accepted + kernel.counts.rejected + kernel.counts.invalid).toBeGreaterThan(0);
}

const FORMULAS = [
  ...['CH4', 'HCl', 'C2H6', 'C3H8', 'C4H10', 'C6H14', 'C10H22', 'C20H42', 'C40H82', 'C70H142'],
  ...['C2H6O', 'C3H9N', 'C3H6Cl2', 'C2HBrClF3', 'C5H12O5S2', 'N4H6', 'C9H23N2PO3', 'CCl4', 'C2F6', 'F2'],
];

describe('the tree kernel makes the steps of the specification, bit for bit', () => {
  test.each(FORMULAS)('of %s, in both directions, hot and cold', (formula) => {
    for (const optimization_mode of ['MINIMIZE', 'MAXIMIZE'] as const) {
      expectSameRun(TreeKernel, { formula, optimization_mode, seed: 1 }, 200);
      expectSameRun(
        TreeKernel,
        { formula, optimization_mode, seed: 2, cooling_schedule_k: 0, initial_temp: 1e6 },
        120,
      );
      expectSameRun(
        TreeKernel,
        { formula, optimization_mode, seed: 3, initial_temp: 0.7, initial: 'chain' },
        120,
      );
    }
  });

  test('of random formulas, weights, floors and schedules', () => {
    const count = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(
        fc.record({ C: fc.integer({ min: 2, max: 14 }), N: count, O: count, Cl: count }),
        fc.record({
          seed: fc.integer(),
          weight: fc.constantFrom(1, 0.1, 1 / 3, 1e-6, 1e9),
          min_temp: fc.constantFrom(null, 0, 0.3, 5),
          initial_temp: fc.constantFrom(0.5, 3, 100),
          reheat: fc.boolean(),
          schedule: fc.constantFrom(...SCHEDULE_NAMES),
          optimization_mode: fc.constantFrom('MINIMIZE' as const, 'MAXIMIZE' as const),
        }),
        ({ C, N, O, Cl }, { weight, ...parameters }) => {
          const formula = `C${C}N${N}O${O}Cl${Cl}H${2 * C + N + 2 - Cl}`.replaceAll(/(N|O|Cl)0/g, '');
          expectSameRun(
            TreeKernel,
            { formula, component_weights: { wiener_index: weight }, ...parameters },
            60,
          );
        },
      ),
      { numRuns: 60, seed: 1996 },
    );
  });

  test('however the steps are handed out', () => {
    const annealing = prepareAnnealing({ formula: 'C20H42', seed: 4 });
    const [one, many] = [startOf(annealing), startOf(annealing)];
    const whole = new TreeKernel(annealing, one);
    const sliced = new TreeKernel(annealing, many);
    whole.run(0, 2000);
    for (let t = 0; t < 2000; t += 125) sliced.run(t, 125);
    expect(stateOf(sliced, many.random)).toEqual(stateOf(whole, one.random));
  });
});

const UNSATURATED = [
  ...[
    'C2H4',
    'C2H2',
    'CO2',
    'CHN',
    'C3H4',
    'C4H2',
    'C6H6',
    'C10H16',
    'C10H8',
    'C9H8O4',
    'C8H10N4O2',
    'C20H20',
  ],
  ...['N4', 'S8', 'C31H34', 'C32H34', 'C33H36', 'C4Cl4F2', 'P4', 'C6H12', 'C6H14'],
];
const LARGE = ['C60', 'C64H100', 'C65H20', 'C100H100', 'C128H200'];

describe('the ring kernel makes the steps of the specification, bit for bit', () => {
  test.each(UNSATURATED)('of %s, in both directions, hot and cold', (formula) => {
    for (const optimization_mode of ['MINIMIZE', 'MAXIMIZE'] as const) {
      expectSameRun(RingKernel, { formula, optimization_mode, seed: 1 }, 300);
      expectSameRun(
        RingKernel,
        { formula, optimization_mode, seed: 2, cooling_schedule_k: 0, initial_temp: 1e6 },
        200,
      );
      expectSameRun(
        RingKernel,
        { formula, optimization_mode, seed: 3, initial_temp: 0.7, initial: 'chain' },
        200,
      );
    }
  });

  test.each(LARGE)('of %s, where a set of atoms is more than one word', (formula) => {
    for (const optimization_mode of ['MINIMIZE', 'MAXIMIZE'] as const) {
      expectSameRun(RingKernel, { formula, optimization_mode, seed: 1 }, 100);
    }
  });

  test('of random formulas, weights, floors and schedules', () => {
    const count = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(
        fc.record({ C: fc.integer({ min: 4, max: 34 }), N: count, O: count, Cl: count }),
        fc.integer({ min: 1, max: 12 }),
        fc.record({
          seed: fc.integer(),
          weight: fc.constantFrom(1, 0.1, 1 / 3, 1e-6, 1e9, 5e-324),
          min_temp: fc.constantFrom(null, 0, 0.3, 5),
          initial_temp: fc.constantFrom(0.5, 3, 100),
          reheat: fc.boolean(),
          optimization_mode: fc.constantFrom('MINIMIZE' as const, 'MAXIMIZE' as const),
        }),
        ({ C, N, O, Cl }, unsaturation, { weight, ...parameters }) => {
          const H = 2 * C + N + 2 - Cl - 2 * Math.min(unsaturation, C >> 1);
          const formula = `C${C}N${N}O${O}Cl${Cl}H${H}`.replaceAll(/(N|O|Cl|H)0/g, '');
          expectSameRun(
            RingKernel,
            { formula, component_weights: { wiener_index: weight }, ...parameters },
            60,
          );
        },
      ),
      { numRuns: 80, seed: 1996 },
    );
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
    expect(kernelOf({ formula: 'C6H14' })).toBeInstanceOf(TreeKernel);
    expect(kernelOf({ formula: 'C6H14', component_weights: { wiener_index: 2, atoms: 0 } })).toBeInstanceOf(
      TreeKernel,
    );
    expect(kernelOf({ formula: 'C6H14', component_weights: { atoms: 1 } })).toBeInstanceOf(
      SpecificationKernel,
    );
    expect(kernelOf({ formula: 'C6H14', component_weights: { atoms: 1, wiener_index: 1 } })).toBeInstanceOf(
      SpecificationKernel,
    );
    for (const option of [
      { hastings: true },
      { component_targets: { wiener_index: 30 } },
      { filters: ['no-peroxides'] },
      { proposal: 'fixed-hydrogens' },
    ] as const) {
      expect(kernelOf({ formula: 'C6H14', ...option })).toBeInstanceOf(SpecificationKernel);
      expect(kernelOf({ formula: 'C6H12', ...option })).toBeInstanceOf(SpecificationKernel);
    }
    expect(kernelOf({ formula: 'C6H12' })).toBeInstanceOf(RingKernel);
    expect(kernelOf({ formula: 'C60' })).toBeInstanceOf(RingKernel);
    expect(kernelOf({ formula: 'C6H12', component_weights: { ring_count: 1 } })).toBeInstanceOf(
      SpecificationKernel,
    );
    expect(kernelOf({ formula: 'C6H12', proposal: 'atoms' })).toBeInstanceOf(SpecificationKernel);
    expect(kernelOf({ formula: 'C6H14', proposal: 'atoms' })).toBeInstanceOf(SpecificationKernel);
  });
});

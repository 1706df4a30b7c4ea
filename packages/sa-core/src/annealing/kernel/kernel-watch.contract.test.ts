import { describe, expect, test } from '@jest/globals';
import { type KernelClass, startOf, stateOf } from '../../testing/kernels.ts';
import { prepareAnnealing } from '../annealing.ts';
import type { Kernel } from './kernel.ts';
import { RingKernel } from './ring-kernel.ts';
import { SpecificationKernel } from './specification-kernel.ts';
import { STEPS_PER_DRAW } from './step-draws.ts';
import { TreeKernel } from './tree-kernel.ts';

const ALL_KERNELS: [string, KernelClass, string][] = [
  ['tree', TreeKernel, 'C9H20O'],
  ['tree', TreeKernel, 'CH4'],
  ['ring', RingKernel, 'C9H14O'],
  ['ring', RingKernel, 'C35H40'],
  ['specification', SpecificationKernel, 'C6H10'],
];

describe.each(ALL_KERNELS)('the %s kernel with a watch', (_, Kernel, formula) => {
  const steps = 1500;
  const annealing = prepareAnnealing({ formula, steps_per_cycle: steps, num_cycles: 1, initial_temp: 5 });
  const shown = (kernel: Kernel, step: number) => ({
    step,
    view: [Array.from(kernel.view.bondUnits), Array.from(kernel.view.hydrogenOwners)],
    best: kernel.best,
    energies: [kernel.energy, kernel.bestEnergy, ...kernel.scores],
  });

  /** What the specification shows after each accepted step. */
  function acceptedOneByOne() {
    const kernel = new SpecificationKernel(annealing, startOf(annealing));
    const accepted: ReturnType<typeof shown>[] = [];
    for (let t = 0; t < steps; t++) {
      kernel.run(t, 1);
      if (kernel.lastOutcome === 'accepted') accepted.push(shown(kernel, t + 1));
    }
    return accepted;
  }

  test('shows it every accepted step, and none else', () => {
    const kernel = new Kernel(annealing, startOf(annealing));
    const accepted: ReturnType<typeof shown>[] = [];
    const made = kernel.run(0, steps, (step) => {
      accepted.push(shown(kernel, step));
      return false;
    });
    expect(made).toBe(steps);
    expect(accepted).toEqual(acceptedOneByOne());
  });

  test.each([1, 2, 100])('stops where the watch says so, at every accepted step of %i', (every) => {
    const [stopped, whole] = [startOf(annealing), startOf(annealing)];
    const kernel = new Kernel(annealing, stopped);
    const specification = new SpecificationKernel(annealing, whole);
    let accepted = 0;
    for (let t = 0; t < steps; ) {
      const made = kernel.run(t, steps - t, () => ++accepted % every === 0);
      specification.run(t, made);
      const [found, wanted] = [stateOf(kernel, stopped.random), stateOf(specification, whole.random)];
      // Jest's own comparison is slow, and wanted only where there is something to tell.
      if (JSON.stringify(found) !== JSON.stringify(wanted)) expect({ t, ...found }).toEqual({ t, ...wanted });
      if (t + made < steps) expect(kernel.lastOutcome).toBe('accepted');
      t += made;
    }
    expect(accepted).toBe(specification.counts.accepted);
  });

  test('stops at the last step of a block as well', () => {
    const start = startOf(annealing);
    const [first] = acceptedOneByOne();
    if (first === undefined) return;
    const kernel = new Kernel(annealing, start);
    kernel.run(0, first.step - 1);
    expect(kernel.run(first.step - 1, STEPS_PER_DRAW, () => true)).toBe(1);
    for (const block of [first.step, first.step + 1]) {
      const again = new Kernel(annealing, startOf(annealing));
      expect(again.run(0, block, () => true)).toBe(first.step);
    }
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ScheduleParameters } from './annealing-schedule.ts';
import { createFkSchedule } from './f-k-schedule.ts';

const temperatureAt = (parameters: ScheduleParameters, t: number) =>
  createFkSchedule(parameters).temperature(t);

const BASE: ScheduleParameters = {
  schedule: 'f_k',
  initial_temp: 100,
  cooling_schedule_k: 8,
  min_temp: 0.5,
  steps_per_cycle: 500,
  num_cycles: 4,
  reheat: false,
};

describe('the schedule f_k', () => {
  test('starts at kT0 and falls in a straight line of slope k kT0 / all steps until the floor', () => {
    expect(temperatureAt(BASE, 0)).toBe(100);
    expect(temperatureAt(BASE, 100)).toBeCloseTo(60, 10);
    expect(temperatureAt(BASE, 200)).toBeCloseTo(20, 10);
    expect(temperatureAt(BASE, 248)).toBeCloseTo(0.8, 10);
    for (const t of [249, 250, 251, 1000, 1999]) expect(temperatureAt(BASE, t)).toBe(0.5);
  });

  test('is constant for k = 0, and reaches the floor at the very end for k = 1', () => {
    const constant = { ...BASE, cooling_schedule_k: 0 };
    for (const t of [0, 1, 1999]) expect(temperatureAt(constant, t)).toBe(100);
    const linear = { ...BASE, cooling_schedule_k: 1, min_temp: 0 };
    expect(temperatureAt(linear, 1000)).toBe(50);
    expect(temperatureAt(linear, 1999)).toBeCloseTo(0.05, 10);
  });

  test('with reheating starts anew at kT0 in every cycle, and falls over one cycle', () => {
    const reheated = { ...BASE, reheat: true };
    for (const cycle of [0, 1, 2, 3]) {
      expect(temperatureAt(reheated, cycle * 500)).toBe(100);
      expect(temperatureAt(reheated, cycle * 500 + 25)).toBeCloseTo(60, 10);
      expect(temperatureAt(reheated, cycle * 500 + 499)).toBe(0.5);
    }
  });

  test('without a floor ends at 0, never below', () => {
    expect(temperatureAt({ ...BASE, min_temp: 0 }, 1999)).toBe(0);
  });

  test('stays at a floor that is above kT0', () => {
    expect(temperatureAt({ ...BASE, min_temp: 200 }, 0)).toBe(200);
  });

  test('is a finite number of at least the floor, and never rises within a cycle, however extreme its parameters', () => {
    const extreme = fc.oneof(
      fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, 5e-324, Number.MAX_VALUE, 1),
    );
    const count = fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(1, 1e6));
    fc.assert(
      fc.property(
        extreme,
        extreme,
        extreme,
        count,
        count,
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (kT0, k, floor, steps_per_cycle, num_cycles, reheat, where) => {
          const schedule: ScheduleParameters = {
            schedule: 'f_k',
            initial_temp: Math.max(kT0, 5e-324),
            cooling_schedule_k: k,
            min_temp: floor,
            steps_per_cycle,
            num_cycles,
            reheat,
          };
          const t = Math.floor(where * (steps_per_cycle * num_cycles - 1));
          const kT = temperatureAt(schedule, t);
          expect(Number.isFinite(kT) && kT >= floor).toBe(true);
          expect(kT).toBeLessThanOrEqual(Math.max(schedule.initial_temp, floor));
          const next = temperatureAt(schedule, t + 1);
          if (!reheat || (t + 1) % steps_per_cycle !== 0) expect(next).toBeLessThanOrEqual(kT);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

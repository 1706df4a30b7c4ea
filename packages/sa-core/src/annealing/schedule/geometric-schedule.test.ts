import { describe, expect, test } from '@jest/globals';
import type { ScheduleParameters } from './annealing-schedule.ts';
import { createGeometricSchedule } from './geometric-schedule.ts';

const BASE: ScheduleParameters = {
  schedule: 'geometric',
  initial_temp: 100,
  cooling_schedule_k: 8,
  min_temp: 0.5,
  steps_per_cycle: 500,
  num_cycles: 4,
  reheat: false,
};

describe('the geometric schedule', () => {
  test('falls by the same factor each step, from kT0 to the floor at the last', () => {
    const { temperature } = createGeometricSchedule(BASE);
    const factor = (0.5 / 100) ** (1 / 1999);
    for (const t of [0, 1, 999, 1998]) expect(temperature(t + 1) / temperature(t)).toBeCloseTo(factor, 12);
    expect(temperature(0)).toBe(100);
    expect(temperature(1999)).toBeCloseTo(0.5, 12);
  });

  test('with reheating reaches the floor at the end of each cycle', () => {
    const { temperature } = createGeometricSchedule({ ...BASE, reheat: true });
    for (const cycle of [0, 1, 2, 3]) {
      expect(temperature(500 * cycle)).toBe(100);
      expect(temperature(500 * cycle + 499)).toBeCloseTo(0.5, 12);
    }
  });

  test('with a floor of 0 falls to a millionth of kT0', () => {
    expect(createGeometricSchedule({ ...BASE, min_temp: 0 }).temperature(1999)).toBeCloseTo(1e-4, 15);
  });

  test('of a run of one step is at kT0', () => {
    const schedule = createGeometricSchedule({ ...BASE, steps_per_cycle: 1, num_cycles: 1 });
    expect(schedule.temperature(0)).toBe(100);
  });

  test('does not depend on k', () => {
    const other = createGeometricSchedule({ ...BASE, cooling_schedule_k: 0 });
    expect(other.temperature(700)).toBe(createGeometricSchedule(BASE).temperature(700));
  });
});

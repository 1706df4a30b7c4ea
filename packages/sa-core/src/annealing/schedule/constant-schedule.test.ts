import { expect, test } from '@jest/globals';
import { createConstantSchedule } from './constant-schedule.ts';

test('the constant schedule is kT0 at every step, or the floor where that is higher', () => {
  const parameters = {
    schedule: 'constant' as const,
    initial_temp: 3,
    cooling_schedule_k: 8,
    min_temp: 0.5,
    steps_per_cycle: 500,
    num_cycles: 4,
    reheat: true,
  };
  for (const t of [0, 1, 499, 500, 1999]) expect(createConstantSchedule(parameters).temperature(t)).toBe(3);
  expect(createConstantSchedule({ ...parameters, min_temp: 5 }).temperature(7)).toBe(5);
});

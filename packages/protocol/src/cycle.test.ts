import { expect, test } from '@jest/globals';
import { cycleOf } from './cycle.ts';

test.each([
  [0, 500, 0],
  [1, 500, 1],
  [500, 500, 1],
  [501, 500, 2],
  [2000, 500, 4],
  [3, 1, 3],
])('step %i with %i steps per cycle is in cycle %i', (step, stepsPerCycle, cycle) => {
  expect(cycleOf(step, stepsPerCycle)).toBe(cycle);
});

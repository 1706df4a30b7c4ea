import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coolingSteps, SCHEDULE_NAMES, type ScheduleParameters } from './annealing-schedule.ts';
import { createSchedule, temperatureAt } from './create-schedule.ts';

const extreme = fc.oneof(
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
  fc.constantFrom(0, 5e-324, Number.MAX_VALUE, 1),
);
const count = fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(1, 1e6));
const shares = fc.double({ min: 0, max: 1, noNaN: true });
/** Rounding may raise a temperature by a few units in the last place; nothing else may. */
const BY_ROUNDING = 1 + 1e-14;

describe.each(SCHEDULE_NAMES)('the schedule %s', (schedule) => {
  const anyParameters: fc.Arbitrary<ScheduleParameters> = fc.record({
    schedule: fc.constant(schedule),
    initial_temp: extreme.map((kT0) => Math.max(kT0, 5e-324)),
    cooling_schedule_k: extreme,
    min_temp: extreme,
    steps_per_cycle: count,
    num_cycles: count,
    reheat: fc.boolean(),
  });
  const stepOf = ({ steps_per_cycle, num_cycles }: ScheduleParameters, share: number) =>
    Math.floor(share * (steps_per_cycle * num_cycles - 1));

  test('gives finite temperatures from the floor up to kT0, or the floor where that is higher', () => {
    fc.assert(
      fc.property(anyParameters, shares, (parameters, share) => {
        const { initial_temp, min_temp } = parameters;
        const kT = temperatureAt(parameters, stepOf(parameters, share));
        expect(Number.isFinite(kT)).toBe(true);
        expect(kT).toBeGreaterThanOrEqual(min_temp);
        expect(kT).toBeLessThanOrEqual(Math.max(initial_temp, min_temp));
      }),
      { numRuns: 1000 },
    );
  });

  test('starts at kT0, and never rises within Dt', () => {
    fc.assert(
      fc.property(anyParameters, shares, (parameters, share) => {
        const { temperature } = createSchedule(parameters);
        const { initial_temp, min_temp } = parameters;
        const t = stepOf(parameters, share);
        expect(temperature(0)).toBe(Math.max(initial_temp, min_temp));
        if ((t + 1) % coolingSteps(parameters) === 0) return;
        expect(temperature(t + 1)).toBeLessThanOrEqual(temperature(t) * BY_ROUNDING);
      }),
      { numRuns: 1000 },
    );
  });

  test('starts each cycle anew with reheating, and then cools as a run of one cycle does', () => {
    fc.assert(
      fc.property(anyParameters, shares, (given, share) => {
        const parameters = { ...given, reheat: true };
        const single = { ...given, reheat: false, num_cycles: 1 };
        const t = stepOf(parameters, share);
        expect(temperatureAt(parameters, t)).toBe(temperatureAt(single, t % given.steps_per_cycle));
      }),
    );
  });

  test('without reheating does not see where cycles end', () => {
    fc.assert(
      fc.property(anyParameters, shares, (given, share) => {
        const parameters = { ...given, reheat: false };
        const steps = given.steps_per_cycle * given.num_cycles;
        const single = { ...parameters, steps_per_cycle: steps, num_cycles: 1 };
        const t = stepOf(parameters, share);
        expect(temperatureAt(parameters, t)).toBe(temperatureAt(single, t));
      }),
    );
  });

  test('is a pure function of the step: asked in any order, or of a schedule made anew, it tells the same', () => {
    fc.assert(
      fc.property(anyParameters, fc.array(shares, { maxLength: 20 }), (parameters, order) => {
        const { temperature } = createSchedule(parameters);
        for (const share of order) {
          const t = stepOf(parameters, share);
          expect(temperature(t)).toBe(createSchedule(parameters).temperature(t));
        }
      }),
    );
  });
});

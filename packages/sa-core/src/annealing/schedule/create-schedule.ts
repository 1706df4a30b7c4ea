import type { AnnealingSchedule, ScheduleName, ScheduleParameters } from './annealing-schedule.ts';
import { createAutomaticSchedule } from './automatic-schedule.ts';
import { createConstantSchedule } from './constant-schedule.ts';
import { createFkSchedule } from './f-k-schedule.ts';
import { createGeometricSchedule } from './geometric-schedule.ts';

const SCHEDULES: Readonly<Record<ScheduleName, (parameters: ScheduleParameters) => AnnealingSchedule>> = {
  f_k: createFkSchedule,
  geometric: createGeometricSchedule,
  constant: createConstantSchedule,
  automatic: createAutomaticSchedule,
};

export function createSchedule(parameters: ScheduleParameters): AnnealingSchedule {
  return SCHEDULES[parameters.schedule](parameters);
}

/** kT of step t, from 0, for who asks for a few steps; a run makes its schedule once. */
export function temperatureAt(parameters: ScheduleParameters, t: number): number {
  return createSchedule(parameters).temperature(t);
}

import { describe, expect, it } from '@jest/globals';
import type { Setup } from '../setup/setup.ts';
import { DEFAULT_SETUP } from '../setup/setup-store.ts';
import { curvePath, scheduleCurve } from './schedule-curve.ts';

const curveOf = (changes: Partial<Setup>) =>
  scheduleCurve({ ...DEFAULT_SETUP, formula: 'C8H18', ...changes });

describe('the curve of a schedule', () => {
  it('has every step of a short run, and few points of a long one', () => {
    const short = curveOf({ cooling_schedule_k: 1, initial_temp: 4, min_temp: 0, steps_per_cycle: 1 });
    expect(short?.points).toEqual([
      { step: 0, kT: 4 },
      { step: 1, kT: 3 },
      { step: 2, kT: 2 },
      { step: 3, kT: 1 },
    ]);
    const long = curveOf({ steps_per_cycle: 250_000 });
    expect(long).toMatchObject({ totalSteps: 1_000_000, firstKT: 100, lastKT: 0.5 });
    expect(long?.points.length).toBeLessThanOrEqual(200);
    expect(long?.points.at(-1)?.step).toBe(999_999);
  });

  it('tells schedules apart', () => {
    const paths = (['f_k', 'geometric', 'constant', 'automatic'] as const).map((schedule) =>
      curvePath(curveOf({ schedule })!, 100, 50),
    );
    expect(new Set(paths).size).toBe(4);
    expect(curveOf({ schedule: 'constant' })).toMatchObject({ firstKT: 100, lastKT: 100 });
    expect(curveOf({ schedule: 'automatic' })?.firstKT).not.toBe(100);
  });

  it('does not wait for fields that bear on no temperature', () => {
    expect(curveOf({ initial: 'CCO', component_weights: { logp: 1 } })).toMatchObject({ firstKT: 100 });
  });

  it('is unknown where sa-core refuses, and where OpenChemLib would be needed', () => {
    expect(curveOf({ formula: 'C8H' })).toBeNull();
    expect(curveOf({ initial_temp: Number.NaN })).toBeNull();
    expect(curveOf({ schedule: 'automatic', component_weights: { logp: 1 } })).toBeNull();
  });

  it('is drawn from the top left into its box', () => {
    const curve = curveOf({ cooling_schedule_k: 1, initial_temp: 4, min_temp: 0, steps_per_cycle: 1 })!;
    expect(curvePath(curve, 90, 40)).toBe('M0.0 0.0 L30.0 10.0 L60.0 20.0 L90.0 30.0');
  });
});

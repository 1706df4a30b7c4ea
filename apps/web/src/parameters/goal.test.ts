import { describe, expect, it } from '@jest/globals';
import { GOALS, type Goal, goalOf, withComponent, withGoal } from './goal.ts';

const WIENER = {
  optimization_mode: 'MINIMIZE',
  component_weights: { wiener_index: 1 },
  component_targets: {},
} as const;
const usual = () => 50;

describe('the goal of a score', () => {
  it('is read back as it was chosen', () => {
    for (const goal of Object.keys(GOALS) as Goal[]) {
      expect(goalOf({ ...WIENER, ...withGoal(WIENER, goal, usual) })).toBe(goal);
    }
  });

  it('gives a component a usual value to aim at, and leaves one that it has', () => {
    expect(withGoal(WIENER, 'target', usual).component_targets).toEqual({ wiener_index: 50 });
    const aimed = { ...WIENER, component_targets: { wiener_index: 30 } };
    expect(withGoal(aimed, 'away', usual).component_targets).toEqual({ wiener_index: 30 });
    expect(withGoal(aimed, 'highest', usual).component_targets).toEqual({});
  });
});

describe('a component of the score', () => {
  it('is put in with weight 1, and a target where components are aimed', () => {
    expect(withComponent(WIENER, 'tpsa', true, usual)).toEqual({
      component_weights: { wiener_index: 1, tpsa: 1 },
      component_targets: {},
    });
    const aimed = { ...WIENER, component_targets: { wiener_index: 30 } };
    expect(withComponent(aimed, 'tpsa', true, usual).component_targets).toEqual({
      wiener_index: 30,
      tpsa: 50,
    });
  });

  it('takes its target with it', () => {
    const aimed = { ...WIENER, component_targets: { wiener_index: 30 } };
    expect(withComponent(aimed, 'wiener_index', false, usual)).toEqual({
      component_weights: {},
      component_targets: {},
    });
  });
});

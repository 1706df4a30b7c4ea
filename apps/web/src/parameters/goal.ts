import type { Setup } from '../setup/setup.ts';

/** What the run makes of its score: one choice for the direction and the targets. */
export const GOALS = {
  lowest: 'as low as possible',
  highest: 'as high as possible',
  target: 'near a value',
  away: 'far from a value',
} as const;

export type Goal = keyof typeof GOALS;

type Objective = Pick<Setup, 'optimization_mode' | 'component_weights' | 'component_targets'>;

export function goalOf({ optimization_mode, component_targets }: Objective): Goal {
  const isMinimised = optimization_mode === 'MINIMIZE';
  if (Object.keys(component_targets).length > 0) return isMinimised ? 'target' : 'away';
  return isMinimised ? 'lowest' : 'highest';
}

/**
 * The setup with another goal. Components that get a target for the first time get a usual value.
 *
 * @param usualValue of a component, where it is known
 */
export function withGoal(
  { component_weights, component_targets }: Objective,
  goal: Goal,
  usualValue: (component: string) => number,
): Omit<Objective, 'component_weights'> {
  const optimization_mode = goal === 'lowest' || goal === 'target' ? 'MINIMIZE' : 'MAXIMIZE';
  if (goal === 'lowest' || goal === 'highest') return { optimization_mode, component_targets: {} };
  const names = Object.keys(component_weights);
  const targets = names.map((name) => [name, component_targets[name] ?? usualValue(name)] as const);
  return { optimization_mode, component_targets: Object.fromEntries(targets) };
}

/** Puts a component into the score, with weight 1, or takes it out, its target with it. */
export function withComponent(
  { component_weights, component_targets, optimization_mode }: Objective,
  name: string,
  isChosen: boolean,
  usualValue: (component: string) => number,
): Omit<Objective, 'optimization_mode'> {
  const weights = without(component_weights, name);
  const targets = without(component_targets, name);
  if (!isChosen) return { component_weights: weights, component_targets: targets };
  const goal = goalOf({ component_weights, component_targets, optimization_mode });
  const isAimed = goal === 'target' || goal === 'away';
  return {
    component_weights: { ...weights, [name]: 1 },
    component_targets: isAimed ? { ...targets, [name]: usualValue(name) } : targets,
  };
}

function without(numbers: Readonly<Record<string, number>>, name: string): Record<string, number> {
  const { [name]: _, ...others } = numbers;
  return others;
}

import type { LabelledIsomer } from '../displacement/labelled-isomer.ts';
import type { Prohibition } from '../filters/structural-rule.ts';
import type { Formula } from '../molecule/formula.ts';
import type { Random } from '../random.ts';
import { randomMolecule } from './start-molecule.ts';

export const RESTART_NAMES = ['none', 'random', 'best'] as const;
/** Where each cycle after the first begins: where the last one ended, at a random molecule, or at the best so far. */
export type RestartName = (typeof RESTART_NAMES)[number];

interface Cycles {
  readonly steps_per_cycle: number;
  readonly restart: RestartName;
}

/** How many restarts a run has made once it has made `steps` steps. One is made right before the first step of a cycle. */
export function restartsUpTo(steps: number, { steps_per_cycle, restart }: Cycles): number {
  return restart === 'none' || steps === 0 ? 0 : Math.floor((steps - 1) / steps_per_cycle);
}

/** The molecule that a cycle begins at; a random one is drawn from `random`, the generator of the run. */
export function restartMolecule(
  restart: Exclude<RestartName, 'none'>,
  formula: Formula,
  rules: readonly Prohibition[],
  best: LabelledIsomer,
  random: Random,
): LabelledIsomer {
  return restart === 'random' ? randomMolecule(formula, random, rules) : best;
}

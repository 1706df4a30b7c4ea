import type { LabelledIsomer } from '../displacement/labelled-isomer.ts';
import { type GeneratorState, Random } from '../random.ts';
import type { Annealing } from './annealing.ts';
import { startMolecule } from './start-molecule.ts';

/**
 * A position in a run: with its annealing, all that is needed to go on from it. Nothing in it could be derived from the
 * rest.
 */
export interface Position {
  /** Steps made so far, 0 .. total. */
  readonly step: number;
  readonly generator: GeneratorState;
  readonly current: LabelledIsomer;
  readonly best: LabelledIsomer;
  /** The step after which the best was first met, 0 for the start; null in a run without stop rules, which need not know. */
  readonly best_step: number | null;
  /** The fourth counter, invalid moves, is what is missing to `step`. */
  readonly accepted_moves: number;
  readonly rejected_moves: number;
  readonly disconnected_moves: number;
}

/** The position at step 0. */
export function startPosition({ configuration, formula, rules, stopRules, readStart }: Annealing): Position {
  const random = Random.fromSeed(configuration.seed);
  const molecule = startMolecule(formula, configuration.initial, random, rules, readStart);
  return {
    step: 0,
    generator: random.state(),
    current: molecule,
    best: molecule,
    best_step: stopRules.length === 0 ? null : 0,
    accepted_moves: 0,
    rejected_moves: 0,
    disconnected_moves: 0,
  };
}

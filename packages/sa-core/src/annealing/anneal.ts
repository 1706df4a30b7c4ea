import { molecularGraphOf } from '../displacement/labelled-isomer.ts';
import type { MolecularGraph } from '../molecule/molecular-graph.ts';
import type { ScoringComponent } from '../scoring/scoring-component.ts';
import { type Annealing, prepareAnnealing } from './annealing.ts';
import type { Configuration } from './configuration.ts';
import { Course } from './course.ts';
import { startPosition } from './position.ts';
import { STEP_OUTCOMES, type StepOutcome, type StepRecords } from './step-records.ts';

const STEPS_PER_SLICE = 1000;

/** One step of a run, as {@link anneal} tells it. */
export interface AnnealingStep {
  /** From 1; the start molecule is not a step. */
  readonly step: number;
  /** The temperature that the step used, in units of the score. */
  readonly kT: number;
  readonly outcome: StepOutcome;
  readonly currentEnergy: number;
  readonly bestEnergy: number;
  /** Scores of the current molecule by component name. */
  readonly componentScores: Readonly<Record<string, number>>;
  readonly acceptedMoves: number;
  readonly rejectedMoves: number;
  readonly invalidMoves: number;
  readonly disconnectedMoves: number;
  /** The molecules after the step. They are the caller's: no later step changes them. */
  readonly current: MolecularGraph;
  readonly best: MolecularGraph;
}

/**
 * Anneals a configuration and tells each step in turn; the value returned at the end is the last step. The run is
 * computed as it is consumed, so it can be left at any step.
 *
 * @param options.components further scoring components that the objective may weigh
 * @param options.every tell only the steps divisible by it, and the last: cheaper where few steps are looked at
 * @throws {SaCoreError} whatever is wrong with the configuration, at the first step
 */
export function* anneal(
  configuration: Configuration,
  options: { readonly components?: readonly ScoringComponent[]; readonly every?: number } = {},
): Generator<AnnealingStep, AnnealingStep, void> {
  const annealing = prepareAnnealing(configuration, options.components);
  const course = new Course(annealing, startPosition(annealing));
  for (;;) {
    const recorder = course.createRecorder(options.every);
    course.run(STEPS_PER_SLICE, recorder);
    const steps = [...stepsOf(annealing, recorder.records)];
    yield* steps;
    if (course.isComplete) return steps.at(-1)!;
  }
}

/** Recorded steps, one by one. */
export function* stepsOf(annealing: Annealing, records: StepRecords): Generator<AnnealingStep, void, void> {
  const graphs = records.molecules.map((isomer) => molecularGraphOf(annealing.elements, isomer));
  const { components } = annealing.objective;
  for (const [i, step] of records.step.entries()) {
    yield {
      step,
      kT: annealing.schedule.temperature(step - 1),
      outcome: STEP_OUTCOMES[records.outcome[i]!]!,
      currentEnergy: records.current_energy[i]!,
      bestEnergy: records.best_energy[i]!,
      componentScores: Object.fromEntries(
        components.map(({ name }, c) => [name, records.component_scores[c]![i]!]),
      ),
      acceptedMoves: records.accepted_moves[i]!,
      rejectedMoves: records.rejected_moves[i]!,
      invalidMoves: records.invalid_moves[i]!,
      disconnectedMoves: records.disconnected_moves[i]!,
      current: graphs[records.current[i]!]!,
      best: graphs[records.best[i]!]!,
    };
  }
}

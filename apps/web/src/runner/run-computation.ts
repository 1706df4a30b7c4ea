import { type ExplainedStep, explainedStep } from '@webfaulon/protocol/explained-step';
import {
  Annealer,
  type Annealing,
  advance,
  createCanonizer,
  Discovery,
  discoveredIsomers,
  molecularGraphOf,
  STEP_OUTCOMES,
  type StepRecorder,
  startCheckpoint,
  temperatureAt,
  writeSmiles,
} from '@webfaulon/sa-core';
import { Keyframes } from './keyframes.ts';
import type { RunRecords } from './run-records.ts';
import { type IsomerMet, RunnerError } from './runner.ts';

const ACCEPTED = STEP_OUTCOMES.indexOf('accepted');

/** A run that is computed here, from step 0 on: sa-core's records made ready to be shown. */
export class RunComputation {
  readonly annealing: Annealing;
  private readonly annealer: Annealer;
  private readonly keyframes: Keyframes;
  private readonly discovery: Discovery;
  private readonly canonizer: ReturnType<typeof createCanonizer>;

  constructor(annealing: Annealing) {
    this.annealing = annealing;
    const start = startCheckpoint(annealing);
    this.annealer = new Annealer(annealing, start);
    this.keyframes = new Keyframes(start);
    this.discovery = new Discovery(annealing);
    this.canonizer = createCanonizer(annealing.elements.length);
  }

  get step(): number {
    return this.annealer.step;
  }

  get isComplete(): boolean {
    return this.annealer.isComplete;
  }

  /**
   * Makes up to `steps` steps and records those divisible by `every`, and the last of the run.
   *
   * @param isTimeUp asked between portions of steps, the more seldom the faster steps are
   */
  run(steps: number, every: number, isTimeUp: () => boolean): RunRecords {
    const recorder = this.annealer.createRecorder(every);
    const end = this.step + steps;
    for (let portion = 1; this.step < end && !this.isComplete; portion = Math.min(2 * portion, 64)) {
      this.annealer.run(Math.min(portion, end - this.step), recorder, this.discovery);
      if (this.keyframes.wants(this.step)) this.keyframes.add(this.annealer.checkpoint());
      if (isTimeUp()) break;
    }
    return this.recordsOf(recorder);
  }

  /** The record of the step at which the run stands. */
  position(): RunRecords {
    const recorder = this.annealer.createRecorder();
    this.annealer.record(recorder);
    return this.recordsOf(recorder);
  }

  /**
   * Computes a step once more.
   *
   * @throws {RunnerError} step_not_played if it is none of 1 .. step
   */
  explain(step: number): ExplainedStep {
    if (!Number.isInteger(step) || step < 1 || step > this.step) {
      throw new RunnerError('step_not_played', `Only the steps from 1 to ${this.step} have been played.`);
    }
    const keyframe = this.keyframes.before(step - 1);
    // Only the checkpoint is wanted, so nothing but the last step is recorded.
    const { checkpoint } = advance(
      this.annealing,
      keyframe,
      step - 1 - keyframe.step,
      this.annealing.totalSteps,
    );
    return explainedStep(this.annealing, checkpoint);
  }

  isomers(): IsomerMet[] {
    return discoveredIsomers(this.discovery.state()).map(({ smiles, energy, firstStep, visits }) => ({
      smiles,
      score: energy,
      firstStep,
      visits,
    }));
  }

  private recordsOf({ records }: StepRecorder): RunRecords {
    const { configuration, elements } = this.annealing;
    return {
      step: records.step,
      kT: records.step.map((step) => temperatureAt(configuration, Math.max(0, step - 1))),
      currentScore: records.current_energy,
      bestScore: records.best_energy,
      accepted: records.outcome.map((outcome) => outcome === ACCEPTED),
      acceptedMoves: records.accepted_moves,
      rejectedMoves: records.rejected_moves,
      invalidMoves: records.invalid_moves,
      disconnectedMoves: records.disconnected_moves,
      smiles: records.molecules.map((isomer) => {
        const graph = molecularGraphOf(elements, isomer);
        return writeSmiles(graph, this.canonizer.canonicalForm(graph).labelling);
      }),
      current: records.current,
      best: records.best,
    };
  }
}

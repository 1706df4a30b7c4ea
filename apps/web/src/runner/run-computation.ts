import {
  Annealer,
  type Annealing,
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
import type { RunRecords } from './run-records.ts';
import type { IsomerMet } from './runner.ts';

const ACCEPTED = STEP_OUTCOMES.indexOf('accepted');

/** A run that is computed here, from step 0 on: sa-core's records made ready to be shown. */
export class RunComputation {
  readonly annealing: Annealing;
  private readonly annealer: Annealer;
  private readonly discovery: Discovery;
  private readonly canonizer: ReturnType<typeof createCanonizer>;

  constructor(annealing: Annealing) {
    this.annealing = annealing;
    this.annealer = new Annealer(annealing, startCheckpoint(annealing));
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

import { Random } from '../random.ts';
import type { Annealing } from './annealing.ts';
import { assertCheckpoint, CHECKPOINT_FORMAT, type Checkpoint } from './checkpoint.ts';
import type { Discovery } from './discovery.ts';
import { createKernel } from './kernel/create-kernel.ts';
import type { Kernel } from './kernel/kernel.ts';
import { StepRecorder } from './step-records.ts';

/**
 * A run at one position, ready to go on: what {@link advance} works with. It has no memory beyond a checkpoint: an
 * annealer made of its {@link checkpoint} goes on bit for bit as it would have itself.
 */
export class Annealer {
  private readonly annealing: Annealing;
  private readonly kernel: Kernel;
  private readonly random: Random;
  private stepsMade: number;

  /** @throws {SaCoreError} checkpoint_invalid, checkpoint_foreign */
  constructor(annealing: Annealing, checkpoint: Checkpoint) {
    assertCheckpoint(checkpoint, annealing);
    this.annealing = annealing;
    this.random = new Random(checkpoint.generator);
    this.stepsMade = checkpoint.step;
    const { current, best, accepted_moves, rejected_moves, disconnected_moves } = checkpoint;
    this.kernel = createKernel(annealing, {
      current,
      best,
      random: this.random,
      counts: {
        start: 0,
        invalid: checkpoint.step - accepted_moves - rejected_moves - disconnected_moves,
        disconnected: disconnected_moves,
        rejected: rejected_moves,
        accepted: accepted_moves,
      },
    });
  }

  get step(): number {
    return this.stepsMade;
  }

  get isComplete(): boolean {
    return this.stepsMade === this.annealing.totalSteps;
  }

  checkpoint(): Checkpoint {
    const { best, counts } = this.kernel;
    return {
      format: CHECKPOINT_FORMAT,
      configuration_hash: this.annealing.hash,
      step: this.stepsMade,
      generator: this.random.state(),
      current: this.kernel.current(),
      best,
      accepted_moves: counts.accepted,
      rejected_moves: counts.rejected,
      disconnected_moves: counts.disconnected,
    };
  }

  createRecorder(every = 1): StepRecorder {
    return new StepRecorder(this.annealing.objective.components.length, every);
  }

  /**
   * Records the position as it stands, whatever steps the recorder asks for: step 0, or the last step made here. An
   * annealer that was resumed and has made no step yet cannot tell how its last step came out, and records nothing.
   */
  record(recorder: StepRecorder): void {
    const outcome = this.stepsMade === 0 ? 'start' : this.kernel.lastOutcome;
    if (outcome !== undefined) recorder.record(this.stepsMade, outcome, this.kernel);
  }

  /**
   * Makes up to `steps` steps, fewer where the run ends, and has them recorded.
   *
   * @param discovery watches every step; without one the kernel is left to make many at a time
   * @throws {SaCoreError} checkpoint_invalid if the discovery has not watched the run up to here
   */
  run(steps: number, recorder: StepRecorder, discovery?: Discovery): void {
    const { every } = recorder;
    discovery?.begin(this.stepsMade, this.kernel);
    const end = Math.min(this.stepsMade + steps, this.annealing.totalSteps);
    while (this.stepsMade < end) {
      const nextRecorded = this.stepsMade - (this.stepsMade % every) + every;
      const stop = Math.min(nextRecorded, end);
      if (discovery === undefined) this.kernel.run(this.stepsMade, stop - this.stepsMade);
      else this.runWatched(stop, discovery);
      this.stepsMade = stop;
      if (stop === nextRecorded || this.isComplete) this.record(recorder);
    }
  }

  private runWatched(stop: number, discovery: Discovery): void {
    for (let t = this.stepsMade; t < stop; t++) {
      this.kernel.run(t, 1);
      discovery.observe(this.kernel);
    }
  }
}

import type { Annealing } from './annealing.ts';
import { assertCheckpoint, type Checkpoint, checkpointAt } from './checkpoint.ts';
import { Course } from './course.ts';
import { StepRecorder } from './step-records.ts';

/**
 * A run that begins at a checkpoint, whoever kept it, and can be left at one: what {@link advance} works with. An annealer
 * made of its {@link checkpoint} goes on bit for bit as it would have itself.
 */
export class Annealer extends Course {
  /** @throws {SaCoreError} checkpoint_invalid, checkpoint_foreign */
  constructor(annealing: Annealing, checkpoint: Checkpoint) {
    assertCheckpoint(checkpoint, annealing);
    super(annealing, checkpoint);
  }

  checkpoint(): Checkpoint {
    const { annealing, kernel } = this;
    return checkpointAt(annealing, {
      step: this.stepsMade,
      generator: this.random.state(),
      current: kernel.current(),
      best: kernel.best,
      best_step: annealing.stopRules.length === 0 ? null : this.bestStep,
      accepted_moves: kernel.counts.accepted,
      rejected_moves: kernel.counts.rejected,
      disconnected_moves: kernel.counts.disconnected,
    });
  }

  createRecorder(every = 1): StepRecorder {
    return new StepRecorder(this.annealing.objective.components.length, every);
  }
}

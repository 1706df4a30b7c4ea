import { Annealer } from './annealer.ts';
import type { Annealing } from './annealing.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { StepRecords } from './step-records.ts';

export interface Advance {
  readonly checkpoint: Checkpoint;
  readonly records: StepRecords;
  /** Whether the run is at its end, its last step or where a stop rule has ended it. */
  readonly isComplete: boolean;
}

/**
 * Goes on from a checkpoint by up to `steps` steps, fewer where the run ends. Pure: the checkpoint given stays as it is, and
 * advancing by a and then by b gives, bit for bit, what advancing by a + b gives.
 *
 * @param every which steps to record: those divisible by it, and the last of the run
 * @throws {SaCoreError} checkpoint_invalid, checkpoint_foreign
 */
export function advance(annealing: Annealing, checkpoint: Checkpoint, steps: number, every = 1): Advance {
  const annealer = new Annealer(annealing, checkpoint);
  const recorder = annealer.createRecorder(every);
  annealer.run(steps, recorder);
  return { checkpoint: annealer.checkpoint(), records: recorder.records, isComplete: annealer.isComplete };
}

import { logP } from '@webfaulon/chemistry';
import {
  Annealer,
  type Annealing,
  createCanonizer,
  molecularGraphOf,
  prepareAnnealing,
  SaCoreError,
  STEP_OUTCOMES,
  type StepRecords,
  startCheckpoint,
  writeSmiles,
} from '@webfaulon/sa-core';
import type { RecordBlock, SliceOutcome, SliceTask } from './slice.ts';

const STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 32;
const ACCEPTED = STEP_OUTCOMES.indexOf('accepted');

/** Computes one slice. A pure function of the task but for how far it comes in its time. */
export function advanceSlice(task: SliceTask): SliceOutcome {
  try {
    const annealing = prepareAnnealing(task.configuration, [logP]);
    const annealer = new Annealer(annealing, task.checkpoint ?? startCheckpoint(annealing));
    const recorder = annealer.createRecorder(task.every);
    const end = annealer.step + task.steps;
    const deadline = performance.now() + task.milliseconds;
    let budget = STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
    while (annealer.step < end && !annealer.isComplete) {
      const before = performance.now();
      annealer.run(Math.min(budget, end - annealer.step), recorder);
      const now = performance.now();
      if (now >= deadline) break;
      // Fast steps: look at the clock less often.
      if (now - before < 1) budget *= 2;
    }
    const positionRecorder = annealer.createRecorder();
    annealer.record(positionRecorder);
    return {
      ok: true,
      checkpoint: annealer.checkpoint(),
      records: blockOf(annealing, recorder.records),
      position: blockOf(annealing, positionRecorder.records),
    };
  } catch (error) {
    if (error instanceof SaCoreError) return { ok: false, code: error.code, detail: error.message };
    throw error;
  }
}

function blockOf(annealing: Annealing, records: StepRecords): RecordBlock {
  const canonizer = createCanonizer(annealing.elements.length);
  const { molecules, outcome, ...columns } = records;
  return {
    ...columns,
    accepted: outcome.map((index) => index === ACCEPTED),
    smiles: molecules.map((isomer) => {
      const graph = molecularGraphOf(annealing.elements, isomer);
      return writeSmiles(graph, canonizer.canonicalForm(graph).labelling);
    }),
  };
}

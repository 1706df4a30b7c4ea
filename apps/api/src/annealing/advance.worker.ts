import { logP, warmUp } from '@webfaulon/chemistry';
import {
  Annealer,
  type Annealing,
  canonicalKekuleSmiles,
  molecularGraphOf,
  prepareAnnealing,
  SaCoreError,
  STEP_OUTCOMES,
  type StepRecords,
  startCheckpoint,
} from '@webfaulon/sa-core';
import type { RecordBlock, SliceOutcome, SliceTask } from './slice.ts';

const STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 32;
const ACCEPTED = STEP_OUTCOMES.indexOf('accepted');

warmUp();

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
  const shownAsCurrent = new Map<number, number>();
  const smiles: string[] = [];
  const current = records.current.map((molecule) => {
    const known = shownAsCurrent.get(molecule);
    if (known !== undefined) return known;
    const graph = molecularGraphOf(annealing.elements, records.molecules[molecule]!);
    const index = smiles.push(canonicalKekuleSmiles(graph)) - 1;
    shownAsCurrent.set(molecule, index);
    return index;
  });
  const bestMolecules = [...new Set(records.best)];
  const { step, current_energy, best_energy, accepted_moves, rejected_moves, invalid_moves } = records;
  return {
    step,
    accepted: records.outcome.map((outcome) => outcome === ACCEPTED),
    current_energy,
    best_energy,
    accepted_moves,
    rejected_moves,
    invalid_moves,
    disconnected_moves: records.disconnected_moves,
    component_scores: records.component_scores,
    current,
    smiles,
    best: records.best.map((molecule) => bestMolecules.indexOf(molecule)),
    bests: bestMolecules.map((molecule) => records.molecules[molecule]!),
  };
}

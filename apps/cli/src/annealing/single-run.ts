import {
  Annealer,
  type Annealing,
  canonicalForm,
  canonicalKekuleSmiles,
  Discovery,
  molecularGraphOf,
  startCheckpoint,
  startDiscovery,
} from '@webfaulon/sa-core';
import { discoveryCapacity, type WatchedRun } from './run-outcome.ts';
import { inSlices } from './slices.ts';

export interface RunOptions {
  /** Whether to watch which isomers the run meets; it runs faster without. */
  readonly discover: boolean;
  readonly interruption: AbortSignal;
  readonly onProgress: (stepsMade: number) => void;
}

/** One run in this thread, to its end or to the interruption. */
export async function runOnce(annealing: Annealing, options: RunOptions): Promise<WatchedRun> {
  const { discover, interruption, onProgress } = options;
  const annealer = new Annealer(annealing, startCheckpoint(annealing));
  // Nothing but the first step and the last one that was made is ever looked at.
  const recorder = annealer.createRecorder(Number.MAX_SAFE_INTEGER);
  annealer.record(recorder);
  const discovery = discover
    ? new Discovery(
        annealing,
        startDiscovery(annealing, { capacity: discoveryCapacity(annealing.totalSteps) }),
      )
    : undefined;

  const begun = performance.now();
  await inSlices(
    (steps) => {
      annealer.run(steps, recorder, discovery);
      return !annealer.isComplete;
    },
    interruption,
    () => onProgress(annealer.step),
  );
  const seconds = (performance.now() - begun) / 1000;

  if (!annealer.isComplete && annealer.step > 0) annealer.record(recorder);
  const { current_energy, best_energy } = recorder.records;
  const { step, best, accepted_moves, rejected_moves, disconnected_moves } = annealer.checkpoint();
  const bestMolecule = molecularGraphOf(annealing.elements, best);
  const isomers = discovery?.state();
  const outcome = {
    formula: annealing.configuration.formula,
    seed: annealing.configuration.seed,
    steps: step,
    initialEnergy: current_energy[0]!,
    bestEnergy: best_energy.at(-1)!,
    bestSmiles: canonicalKekuleSmiles(bestMolecule),
    bestCode: canonicalForm(bestMolecule).code,
    acceptedMoves: accepted_moves,
    rejectedMoves: rejected_moves,
    invalidMoves: step - accepted_moves - rejected_moves - disconnected_moves,
    disconnectedMoves: disconnected_moves,
    stepsPerSecond: seconds > 0 ? Math.round(step / seconds) : 0,
    isomersFound: isomers?.codes.length,
  };
  return { outcome, isomers };
}

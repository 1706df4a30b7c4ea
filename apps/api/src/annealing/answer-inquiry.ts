import { CHEMISTRY_COMPONENTS } from '@webfaulon/chemistry';
import { explainedStep } from '@webfaulon/protocol/explained-step';
import {
  Annealer,
  type Annealing,
  Discovery,
  discoveredIsomers,
  prepareResolved,
  SaCoreError,
  startCheckpoint,
  startDiscovery,
} from '@webfaulon/sa-core';
import { thinned } from './history-columns.ts';
import type { HistoryQuestion, Inquiry, InquiryOutcome, InquiryResults, IsomersQuestion } from './inquiry.ts';

/** An isomer takes about 100 bytes; a run that meets more is long, and its gallery beyond any screen. */
const MAX_ISOMERS = 5000;
/** So many steps between two looks at the clock: a few milliseconds of the slowest scoring components. */
const STEPS_A_LOOK = 50;

/** Answers a question about a run. A pure function of it but for how far a piece comes in its time. */
export function answerInquiry<Asked extends Inquiry>(inquiry: Asked): InquiryOutcome<Asked> {
  try {
    // Each branch gives the result of its own question, which the type of the whole cannot follow.
    return { ok: true, ...(resultOf(inquiry) as InquiryResults[Asked['about']]) };
  } catch (error) {
    if (error instanceof SaCoreError) return { ok: false, code: error.code, detail: error.message };
    throw error;
  }
}

function resultOf(inquiry: Inquiry): InquiryResults[keyof InquiryResults] {
  const annealing = prepareResolved(inquiry.configuration, CHEMISTRY_COMPONENTS);
  const checkpoint = inquiry.checkpoint ?? startCheckpoint(annealing);
  if (inquiry.about === 'step') return { explanation: explainedStep(annealing, checkpoint) };
  const annealer = new Annealer(annealing, checkpoint);
  return inquiry.about === 'history' ? history(annealer, inquiry) : isomers(annealing, annealer, inquiry);
}

function history(annealer: Annealer, { window, milliseconds }: HistoryQuestion): InquiryResults['history'] {
  const { records } = runUntil(annealer, window.to, milliseconds, 1);
  return { columns: thinned(records, window), checkpoint: annealer.checkpoint() };
}

function isomers(
  annealing: Annealing,
  annealer: Annealer,
  { to, found, milliseconds }: IsomersQuestion,
): InquiryResults['isomers'] {
  const discovery = new Discovery(annealing, found ?? startDiscovery(annealing, { capacity: MAX_ISOMERS }));
  // Nothing is to be recorded but what the discovery sees.
  runUntil(annealer, to, milliseconds, Number.MAX_SAFE_INTEGER, discovery);
  const state = discovery.state();
  // Written here, since a tenth of a millisecond for each is too much for the event loop.
  const codes = state.codes.slice(found?.codes.length ?? 0);
  const newSmiles = discoveredIsomers({ ...state, codes }).map(({ smiles }) => smiles);
  return { found: state, newSmiles, isComplete: annealer.isComplete, checkpoint: annealer.checkpoint() };
}

function runUntil(
  annealer: Annealer,
  to: number,
  milliseconds: number,
  every: number,
  discovery?: Discovery,
) {
  const deadline = performance.now() + milliseconds;
  const recorder = annealer.createRecorder(every);
  // Even without a step to make, a discovery takes in the molecule that the run begins at.
  do annealer.run(Math.min(STEPS_A_LOOK, to - annealer.step), recorder, discovery);
  while (annealer.step < to && !annealer.isComplete && performance.now() < deadline);
  return recorder;
}

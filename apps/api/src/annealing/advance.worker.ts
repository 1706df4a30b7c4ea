import { CHEMISTRY_COMPONENTS } from '@webfaulon/chemistry';
import {
  Annealer,
  type Annealing,
  type Checkpoint,
  type Configuration,
  createCanonizer,
  molecularGraphOf,
  prepareResolved,
  SaCoreError,
  STEP_OUTCOMES,
  type StepRecords,
  startCheckpoint,
  writeSmiles,
} from '@webfaulon/sa-core';
import { answerInquiry as answer } from './answer-inquiry.ts';
import type { Inquiry, InquiryOutcome } from './inquiry.ts';
import { type Resolution, resolutionOf } from './resolution.ts';
import type { RecordBlock, SliceOutcome, SliceTask } from './slice.ts';

const ACCEPTED = STEP_OUTCOMES.indexOf('accepted');

/** Computes one slice. A pure function of the task but for how far it comes in its time. */
export function advanceSlice(task: SliceTask): SliceOutcome {
  const started = performance.now();
  try {
    const annealing = prepareResolved(task.configuration, CHEMISTRY_COMPONENTS);
    const annealer = new Annealer(annealing, task.checkpoint ?? startCheckpoint(annealing));
    const recorder = annealer.createRecorder(task.every);
    const writer = new SmilesWriter(annealing);
    const end = annealer.step + task.steps;
    const advanceStarted = performance.now();
    const deadline = advanceStarted + task.milliseconds;
    const { keyframeEvery = Number.MAX_SAFE_INTEGER } = task;
    const keyframes: Checkpoint[] = [];
    let budget = 1;
    while (annealer.step < end && !annealer.isComplete) {
      const before = performance.now();
      const toKeyframe = keyframeEvery - (annealer.step % keyframeEvery);
      annealer.run(Math.min(budget, end - annealer.step, toKeyframe), recorder);
      if (annealer.step % keyframeEvery === 0) keyframes.push(annealer.checkpoint());
      // Part of the work, and for large molecules most of it.
      writer.writeNew(recorder.records);
      const now = performance.now();
      if (now >= deadline) break;
      // Fast steps: look at the clock less often.
      if (now - before < 1) budget *= 2;
    }
    const advanceMilliseconds = performance.now() - advanceStarted;
    const positionRecorder = annealer.createRecorder();
    annealer.record(positionRecorder);
    const outcome = {
      checkpoint: annealer.checkpoint(),
      records: blockOf(recorder.records, writer),
      position: blockOf(positionRecorder.records, new SmilesWriter(annealing)),
      keyframes,
      isComplete: annealer.isComplete,
    };
    return { ok: true, ...outcome, time: { milliseconds: performance.now() - started, advanceMilliseconds } };
  } catch (error) {
    if (error instanceof SaCoreError) return { ok: false, code: error.code, detail: error.message };
    throw error;
  }
}

/** Piscina calls the functions of one file, so that a thread loads its code but once. */
export function answerInquiry<Asked extends Inquiry>(inquiry: Asked): InquiryOutcome<Asked> {
  return answer(inquiry);
}

/** As answerInquiry. */
export function resolve(asked: Configuration): Resolution {
  return resolutionOf(asked);
}

function blockOf(records: StepRecords, writer: SmilesWriter): RecordBlock {
  writer.writeNew(records);
  const { molecules: _, outcome, ...columns } = records;
  return { ...columns, accepted: outcome.map((index) => index === ACCEPTED), smiles: writer.smiles };
}

/** The canonical SMILES of recorded molecules, written as they come. */
class SmilesWriter {
  readonly smiles: string[] = [];
  private readonly elements: Annealing['elements'];
  private readonly canonizer: ReturnType<typeof createCanonizer>;

  constructor({ elements }: Annealing) {
    this.elements = elements;
    this.canonizer = createCanonizer(elements.length);
  }

  writeNew({ molecules }: StepRecords): void {
    for (const isomer of molecules.slice(this.smiles.length)) {
      const graph = molecularGraphOf(this.elements, isomer);
      this.smiles.push(writeSmiles(graph, this.canonizer.canonicalForm(graph).labelling));
    }
  }
}

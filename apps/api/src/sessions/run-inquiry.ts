import type { ExplainedStep } from '@webfaulon/protocol';
import { coarseStride, type ThinningWindow } from '@webfaulon/protocol';
import type { Checkpoint } from '@webfaulon/sa-core';
import type { Inquirer, InquiryAnswer, SliceAnswer } from '../annealing/annealing-pool.ts';
import { type HistoryColumns, thinned } from '../annealing/history-columns.ts';
import type { Inquiry } from '../annealing/inquiry.ts';
import type { SliceClass } from '../annealing/ready-queue.ts';
import type { RunComputation } from './run-computation.ts';
import { recordAt } from './step-record.ts';

/** A thread is given up after this, so that others get their turn. */
const PIECE_MILLISECONDS = 10;
/** A window of more steps is answered from the coarse grid: computing it again would take seconds. */
const MAX_WINDOW_STEPS = 50_000;

/** Why there is no answer: "stale", the run was reset or is gone; false, it cannot be computed. */
type Unanswered = Exclude<SliceAnswer | InquiryAnswer<Inquiry>, { readonly ok: true }>;
/** An answer, or why there is none. */
export type Inquired<Answer> = ({ readonly ok: true } & Answer) | Unanswered;

interface History {
  /** Of the steps that were looked at. */
  readonly stride: number;
  readonly columns: HistoryColumns;
}

/** The first piece is waited for; whoever has a long way takes turns with the runs that have one. */
function classOf(piece: number): SliceClass {
  return piece === 0 ? 'prompt' : 'unthrottled';
}

/** The state of a run after a step that it has computed; null stands for step 0. */
async function checkpointAt(
  computation: RunComputation,
  pool: Inquirer,
  step: number,
): Promise<Inquired<{ readonly checkpoint: Checkpoint | null }>> {
  let checkpoint = computation.keyframes.before(step);
  for (let piece = 0; (checkpoint?.step ?? 0) < step; piece++) {
    const answer = await pool.slice({
      task: {
        configuration: computation.configuration,
        checkpoint,
        steps: step - (checkpoint?.step ?? 0),
        milliseconds: PIECE_MILLISECONDS,
        // Nothing needs to be recorded on the way.
        every: Number.MAX_SAFE_INTEGER,
      },
      sliceClass: classOf(piece),
      isStale: () => computation.isAbandoned,
    });
    if (answer.ok !== true) return answer;
    checkpoint = answer.checkpoint;
  }
  return { ok: true, checkpoint };
}

/** What happened in a step that the run has computed. */
export async function explainStepOf(
  computation: RunComputation,
  pool: Inquirer,
  step: number,
): Promise<Inquired<{ readonly explanation: ExplainedStep }>> {
  const before = await checkpointAt(computation, pool, step - 1);
  if (before.ok !== true) return before;
  const { configuration } = computation;
  return pool.inquire(
    { about: 'step', configuration, checkpoint: before.checkpoint },
    { sliceClass: 'prompt', isStale: () => computation.isAbandoned },
  );
}

/** A window of what the run has computed, thinned. */
export async function historyOf(
  computation: RunComputation,
  pool: Inquirer,
  window: ThinningWindow,
): Promise<Inquired<History>> {
  if (window.to - window.from >= MAX_WINDOW_STEPS) {
    const filled = await fillCoarse(computation, pool, window);
    return filled.ok === true ? { ok: true, ...coarseHistory(computation, window) } : filled;
  }
  let columns: HistoryColumns = { step: [], current_energy: [], best_energy: [], accepted_moves: [] };
  if (window.to < window.from) return { ok: true, stride: 1, columns };
  const before = await checkpointAt(computation, pool, window.from - 1);
  if (before.ok !== true) return before;
  let { checkpoint } = before;
  for (let piece = 0; (checkpoint?.step ?? 0) < window.to; piece++) {
    const { configuration } = computation;
    const answer = await pool.inquire(
      { about: 'history', configuration, checkpoint, milliseconds: PIECE_MILLISECONDS, window },
      { sliceClass: classOf(piece), isStale: () => computation.isAbandoned },
    );
    if (answer.ok !== true) return answer;
    columns = thinned(joined(columns, answer.columns), window);
    checkpoint = answer.checkpoint;
  }
  return { ok: true, stride: 1, columns };
}

/** Has the records of the coarse grid computed that the log does not have, as after a restart. */
async function fillCoarse(
  computation: RunComputation,
  pool: Inquirer,
  window: ThinningWindow,
): Promise<Inquired<object>> {
  const every = coarseStride(computation.totalSteps);
  const missing = coarseSteps(computation, window).filter((step) => computation.log.get(step) === undefined);
  const [first, last] = [missing[0], missing.at(-1)];
  if (first === undefined || last === undefined) return { ok: true };
  let checkpoint = computation.keyframes.before(first - 1);
  for (let piece = 0; (checkpoint?.step ?? 0) < last; piece++) {
    const { configuration } = computation;
    const steps = last - (checkpoint?.step ?? 0);
    const answer = await pool.slice({
      task: { configuration, checkpoint, steps, milliseconds: PIECE_MILLISECONDS, every },
      sliceClass: classOf(piece),
      isStale: () => computation.isAbandoned,
    });
    if (answer.ok !== true) return answer;
    checkpoint = answer.checkpoint;
    computation.log.addCoarse(answer.records.step.map((_, i) => recordAt(answer.records, i)));
  }
  return { ok: true };
}

function coarseSteps({ totalSteps }: RunComputation, { from, to }: ThinningWindow): number[] {
  const stride = coarseStride(totalSteps);
  const first = Math.ceil(from / stride);
  return Array.from(
    { length: Math.max(0, Math.floor(to / stride) - first + 1) },
    (_, i) => (first + i) * stride,
  );
}

function coarseHistory(computation: RunComputation, window: ThinningWindow): History {
  const stride = coarseStride(computation.totalSteps);
  const columns: HistoryColumns = { step: [], current_energy: [], best_energy: [], accepted_moves: [] };
  for (const step of coarseSteps(computation, window)) {
    const record = computation.log.get(step);
    if (record === undefined) continue;
    columns.step.push(step);
    columns.current_energy.push(record.current_energy);
    columns.best_energy.push(record.best_energy);
    columns.accepted_moves.push(record.accepted_moves);
  }
  return { stride, columns: thinned(columns, window) };
}

function joined(one: HistoryColumns, other: HistoryColumns): HistoryColumns {
  return {
    step: [...one.step, ...other.step],
    current_energy: [...one.current_energy, ...other.current_energy],
    best_energy: [...one.best_energy, ...other.best_energy],
    accepted_moves: [...one.accepted_moves, ...other.accepted_moves],
  };
}

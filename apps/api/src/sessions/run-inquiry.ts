import type { ExplainedStep } from '@webfaulon/protocol';
import { coarseStride, type ThinningWindow } from '@webfaulon/protocol';
import type { Checkpoint } from '@webfaulon/sa-core';
import type { Inquirer } from '../annealing/annealing-pool.ts';
import { type HistoryColumns, thinned } from '../annealing/history-columns.ts';
import type { SliceClass } from '../annealing/ready-queue.ts';
import type { RunComputation } from './run-computation.ts';
import { recordAt } from './step-record.ts';

/** A thread is given up after this, so that others get their turn. */
const PIECE_MILLISECONDS = 10;
/** A window of more steps is answered from the coarse grid: computing it again would take seconds. */
const MAX_WINDOW_STEPS = 50_000;

/** Why there is no answer: the run was reset or is gone, or it cannot be computed. */
export type Unanswered = 'stale' | 'failed';

/** The first piece is waited for; whoever has a long way takes turns with the runs that have one. */
function classOf(piece: number): SliceClass {
  return piece === 0 ? 'prompt' : 'unthrottled';
}

/** The state of a run after a step that it has computed; null stands for step 0. */
async function checkpointAt(
  computation: RunComputation,
  pool: Inquirer,
  step: number,
): Promise<Checkpoint | null | Unanswered> {
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
    if (answer.ok !== true) return answer.ok === 'stale' ? 'stale' : 'failed';
    checkpoint = answer.checkpoint;
  }
  return checkpoint;
}

/** What happened in a step that the run has computed. */
export async function explainStepOf(
  computation: RunComputation,
  pool: Inquirer,
  step: number,
): Promise<ExplainedStep | Unanswered> {
  const checkpoint = await checkpointAt(computation, pool, step - 1);
  if (checkpoint === 'stale' || checkpoint === 'failed') return checkpoint;
  const { configuration } = computation;
  const answer = await pool.inquire(
    { about: 'step', configuration, checkpoint },
    { sliceClass: 'prompt', isStale: () => computation.isAbandoned },
  );
  if (answer.ok !== true) return answer.ok === 'stale' ? 'stale' : 'failed';
  return answer.explanation;
}

/** A window of what the run has computed, thinned, and the stride of the steps that were looked at. */
export async function historyOf(
  computation: RunComputation,
  pool: Inquirer,
  window: ThinningWindow,
): Promise<{ stride: number; columns: HistoryColumns } | Unanswered> {
  if (window.to - window.from >= MAX_WINDOW_STEPS) {
    const unanswered = await fillCoarse(computation, pool, window);
    return unanswered ?? coarseHistory(computation, window);
  }
  let columns: HistoryColumns = { step: [], current_energy: [], best_energy: [], accepted_moves: [] };
  if (window.to < window.from) return { stride: 1, columns };
  let checkpoint = await checkpointAt(computation, pool, window.from - 1);
  for (let piece = 0; checkpoint !== 'stale' && checkpoint !== 'failed'; piece++) {
    const { configuration } = computation;
    const answer = await pool.inquire(
      { about: 'history', configuration, checkpoint, milliseconds: PIECE_MILLISECONDS, window },
      { sliceClass: classOf(piece), isStale: () => computation.isAbandoned },
    );
    if (answer.ok !== true) return answer.ok === 'stale' ? 'stale' : 'failed';
    columns = thinned(joined(columns, answer.columns), window);
    checkpoint = answer.checkpoint;
    if (checkpoint.step >= window.to) return { stride: 1, columns };
  }
  return checkpoint;
}

/** Has the records of the coarse grid computed that the log does not have, as after a restart. */
async function fillCoarse(
  computation: RunComputation,
  pool: Inquirer,
  window: ThinningWindow,
): Promise<Unanswered | undefined> {
  const every = coarseStride(computation.totalSteps);
  const missing = coarseSteps(computation, window).filter((step) => computation.log.get(step) === undefined);
  const [first, last] = [missing[0], missing.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  let checkpoint = computation.keyframes.before(first - 1);
  for (let piece = 0; (checkpoint?.step ?? 0) < last; piece++) {
    const { configuration } = computation;
    const steps = last - (checkpoint?.step ?? 0);
    const answer = await pool.slice({
      task: { configuration, checkpoint, steps, milliseconds: PIECE_MILLISECONDS, every },
      sliceClass: classOf(piece),
      isStale: () => computation.isAbandoned,
    });
    if (answer.ok !== true) return answer.ok === 'stale' ? 'stale' : 'failed';
    checkpoint = answer.checkpoint;
    computation.log.addCoarse(answer.records.step.map((_, i) => recordAt(answer.records, i)));
  }
  return undefined;
}

function coarseSteps({ totalSteps }: RunComputation, { from, to }: ThinningWindow): number[] {
  const stride = coarseStride(totalSteps);
  const first = Math.ceil(from / stride);
  return Array.from(
    { length: Math.max(0, Math.floor(to / stride) - first + 1) },
    (_, i) => (first + i) * stride,
  );
}

function coarseHistory(computation: RunComputation, window: ThinningWindow) {
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

import { BUILT_IN_COMPONENTS, type Configuration, resolveConfiguration } from '@webfaulon/sa-core';
import { advanceSlice } from '../annealing/advance.worker.ts';
import type { SliceAnswer, SliceRequest } from '../annealing/annealing-pool.ts';

/** Computes slices in this thread, one at a time, when the test says so, and to the step that it says. */
export class ManualSlicer {
  readonly waiting: { readonly request: SliceRequest; readonly resolve: (answer: SliceAnswer) => void }[] =
    [];

  slice(request: SliceRequest): Promise<SliceAnswer> {
    return new Promise((resolve) => {
      this.waiting.push({ request, resolve });
    });
  }

  /** Answers the oldest request, with at most so many steps. */
  async answer(mostSteps = Number.POSITIVE_INFINITY): Promise<void> {
    const { request, resolve } = this.take();
    const steps = Math.min(request.task.steps, mostSteps);
    const isStale = request.isStale?.() === true;
    resolve(isStale ? { ok: 'stale' } : advanceSlice({ ...request.task, steps, milliseconds: 60_000 }));
    await settled();
  }

  /** Answers every request, and those that follow from the answers. */
  async answerAll(): Promise<void> {
    while (this.waiting.length > 0) await this.answer();
  }

  async fail(): Promise<void> {
    this.take().resolve({ ok: false, code: 'worker_failed', detail: 'The worker stopped.' });
    await settled();
  }

  private take() {
    const oldest = this.waiting.shift();
    if (oldest === undefined) throw new Error('No slice is waited for.');
    return oldest;
  }
}

/** When everything that follows from what is settled has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** A resolved configuration; 20 steps of C6H14 where nothing else is asked for. */
export function resolved(asked: Partial<Configuration> = {}) {
  return resolveConfiguration(
    { formula: 'C6H14', steps_per_cycle: 10, num_cycles: 2, ...asked },
    BUILT_IN_COMPONENTS,
  );
}

import type { Worker } from 'node:worker_threads';
import { type Configuration, prepareAnnealing } from '@webfaulon/sa-core';
import { Piscina } from 'piscina';
import { ClientTurns } from './client-turns.ts';
import type { Inquiry, InquiryOutcome } from './inquiry.ts';
import type { SliceClass } from './ready-queue.ts';
import { type Resolution, resolutionOf, takesWalk } from './resolution.ts';
import type { SliceOutcome, SliceTask } from './slice.ts';
import type { SliceObserver } from './slice-observer.ts';
import { NICENESS, THREAD_ARGUMENTS } from './thread-arguments.ts';
import { MAX_RETRIES, THREAD_LIMITS } from './thread-faults.ts';

/** Beyond one slice a thread, this many wait inside Piscina, so that a thread finds its next slice at once. */
const SLICES_IN_HAND = 1;

/** How a task is to be taken in turn. */
export interface TurnRequest {
  readonly sliceClass: SliceClass;
  /** When a paced session runs dry, on the clock of performance.now(). */
  readonly deadline?: number;
  /** Asked when the slice's turn comes: whether nobody wants it any more. */
  readonly isStale?: () => boolean;
  /** Whose turn it takes; left out, that of the server itself. */
  readonly client?: string;
}

export interface SliceRequest extends TurnRequest {
  readonly task: SliceTask;
}

type Stale = { readonly ok: 'stale' };
export type SliceAnswer = SliceOutcome | Stale;
export type InquiryAnswer<Asked extends Inquiry> = InquiryOutcome<Asked> | Stale;

const WORKER_FAILED = {
  ok: false,
  code: 'worker_failed',
  detail: `The worker thread that computed this session stopped, and so did those that tried again, ${MAX_RETRIES} times. Reset the session to run it again.`,
} as const;

/** What computes slices, for those who need no more of the pool. */
export type Slicer = Pick<AnnealingPool, 'slice'>;
/** What computes slices and answers questions. */
export type Inquirer = Pick<AnnealingPool, 'slice' | 'inquire'>;
/** What makes of a configuration one in which nothing is left to choose. */
export type Resolver = Pick<AnnealingPool, 'resolve'>;

type Failure = typeof WORKER_FAILED & { readonly cause: unknown };

interface Waiting {
  readonly isStale: (() => boolean) | undefined;
  readonly giveUp: () => void;
  /** Never rejects. */
  readonly run: () => Promise<void>;
}

/**
 * The worker threads that advance runs, and the queue before them. The queue is our own, because Piscina's has no
 * classes and no deadlines; Piscina is handed no more than its threads can take.
 */
export class AnnealingPool {
  private readonly piscina: Piscina;
  private readonly queue = new ClientTurns<Waiting>();
  private readonly capacity: number;
  private inHand = 0;
  private closed = false;
  private isWarm = false;
  private restarts = 0;
  private readonly onError: (error: unknown) => void;
  private readonly observer: SliceObserver | undefined;

  /** @param onError told of every thread that dies, and of every error thrown in one */
  constructor(workerFile: URL, threads: number, onError: (error: unknown) => void, observer?: SliceObserver) {
    this.onError = onError;
    this.observer = observer;
    this.capacity = threads + SLICES_IN_HAND;
    this.piscina = new Piscina({
      filename: workerFile.href,
      execArgv: THREAD_ARGUMENTS,
      name: 'advanceSlice',
      minThreads: threads,
      maxThreads: threads,
      idleTimeout: Number.POSITIVE_INFINITY,
      concurrentTasksPerWorker: 1,
      stricterFIFO: true,
      // A thread that waits by Atomics.wait counts as busy, and nobody could tell whether it is; the wait saves nothing here.
      atomics: 'disabled',
      niceIncrement: NICENESS,
      resourceLimits: THREAD_LIMITS,
    });
    // A thread that dies between slices is replaced too; unheard, its error would end the process.
    this.piscina.on('error', onError);
    this.piscina.on('workerDestroy', () => {
      if (!this.closed) this.restarts++;
    });
    void this.warmUp(threads);
  }

  get queueLength(): number {
    return this.queue.length;
  }

  /** As queueLength, without those of unthrottled sessions, which take whatever time is left. */
  get urgentQueueLength(): number {
    return this.queue.urgentLength;
  }

  /** The threads that are up. */
  get threads(): readonly Worker[] {
    return this.piscina.threads;
  }

  /** How many threads have died and been replaced. */
  get workerRestarts(): number {
    return this.restarts;
  }

  /** Whether the threads are up and have computed something. */
  get isReady(): boolean {
    return this.isWarm && !this.closed;
  }

  /**
   * Never rejects. A slice whose worker dies is computed anew from the same checkpoint, in its turn; that it dies each time
   * is an outcome like any other failure.
   */
  slice({ task, ...turn }: SliceRequest): Promise<SliceAnswer> {
    return this.inTurn(turn, () => this.compute(task));
  }

  /** Never rejects, as slice. */
  inquire<Asked extends Inquiry>(inquiry: Asked, turn: TurnRequest): Promise<InquiryAnswer<Asked>> {
    const name = 'answerInquiry';
    return this.inTurn(turn, () => this.piscina.run(inquiry, { name }) as Promise<InquiryOutcome<Asked>>);
  }

  /** Resolves a configuration: on a thread if it takes long, and at once if not. Never rejects, as slice. */
  async resolve(asked: Configuration, client = ''): Promise<Resolution | Failure | Stale> {
    if (!takesWalk(asked)) return resolutionOf(asked);
    const compute = () => this.piscina.run(asked, { name: 'resolve' }) as Promise<Resolution>;
    return this.inTurn({ sliceClass: 'prompt', client }, compute);
  }

  async close(): Promise<void> {
    this.closed = true;
    for (let waiting = this.queue.next(); waiting; waiting = this.queue.next()) waiting.giveUp();
    await this.piscina.destroy();
  }

  /** Has every thread load its code, and the engine compile it, now and not while the first sessions wait for it. */
  private async warmUp(threads: number): Promise<void> {
    const { configuration } = prepareAnnealing({ formula: 'C10H16' });
    const task: SliceTask = { configuration, checkpoint: null, steps: 2000, milliseconds: 100, every: 1 };
    const warmed = await Promise.all(Array.from({ length: threads }, () => this.survives(task)));
    this.isWarm = warmed.every((survived) => survived);
  }

  /** Whether a thread computes a task: one that dies of it is tried anew, as a slice is. */
  private async survives(task: SliceTask): Promise<boolean> {
    for (let attempt = 0; attempt <= MAX_RETRIES && !this.closed; attempt++) {
      try {
        await this.piscina.run(task);
        return true;
      } catch (error) {
        if (!this.closed) this.onError(error);
      }
    }
    return false;
  }

  private async compute(task: SliceTask): Promise<SliceOutcome> {
    const outcome = (await this.piscina.run(task)) as SliceOutcome;
    if (outcome.ok && this.observer !== undefined) {
      const steps = outcome.checkpoint.step - (task.checkpoint?.step ?? 0);
      this.observer.computed({ steps, ...outcome.time });
    }
    return outcome;
  }

  private hand(): void {
    while (this.inHand < this.capacity) {
      const waiting = this.queue.next();
      if (waiting === undefined) return;
      if (waiting.isStale?.()) {
        waiting.giveUp();
        continue;
      }
      this.inHand++;
      void waiting.run().finally(() => {
        this.inHand--;
        this.hand();
      });
    }
  }

  private inTurn<Outcome>(
    { sliceClass, deadline = 0, isStale, client = '' }: TurnRequest,
    compute: () => Promise<Outcome>,
  ): Promise<Outcome | Failure | Stale> {
    if (this.closed) return Promise.resolve({ ok: 'stale' });
    return new Promise((resolve) => {
      let failures = 0;
      const giveUp = () => resolve({ ok: 'stale' });
      const since = performance.now();
      const run = async () => {
        this.observer?.waited(sliceClass, performance.now() - since);
        try {
          resolve(await compute());
        } catch (error) {
          // A pool that is closed ends its threads itself.
          if (this.closed) {
            giveUp();
            return;
          }
          this.onError(error);
          if (++failures > MAX_RETRIES) resolve({ ...WORKER_FAILED, cause: error });
          else this.queue.add(waiting, turn);
        }
      };
      const waiting = { isStale, giveUp, run };
      const turn = { client, sliceClass, deadline };
      this.queue.add(waiting, turn);
      this.hand();
    });
  }
}

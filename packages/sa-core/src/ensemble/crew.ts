import type { BatchOutcome, BatchTask } from './batch.ts';
import { startThread, type Thread } from './thread.ts';
import { messageOf } from './thrown.ts';

/** A thread is handed its next batch before it has answered for the last, so that it need not wait for it. */
const BATCHES_IN_HAND = 2;

interface Waiting {
  readonly task: BatchTask;
  readonly resolve: (outcome: BatchOutcome) => void;
}

interface Member {
  readonly thread: Thread;
  /** The batches that the thread was handed and has not answered for, in that order. */
  readonly inHand: Waiting[];
}

/** Threads that share a queue of batches. They are started as they are needed. */
export class Crew {
  private readonly size: number;
  private readonly members: Member[] = [];
  private readonly queue: Waiting[] = [];
  /** What every batch is answered with once a thread has died or the crew was ended. */
  private ended: BatchOutcome | undefined;

  constructor(size: number) {
    this.size = size;
  }

  /** Never rejects: a fault is an outcome. */
  compute(task: BatchTask): Promise<BatchOutcome> {
    if (this.ended) return Promise.resolve(this.ended);
    return new Promise((resolve) => {
      this.queue.push({ task, resolve });
      this.hand();
    });
  }

  /** Ends all threads, whatever they are at, and answers for the batches that they still had to compute. */
  end(outcome: BatchOutcome = { runs: [] }): void {
    if (this.ended) return;
    this.ended = outcome;
    for (const { thread, inHand } of this.members) {
      thread.end();
      for (const { resolve } of inHand.splice(0)) resolve(outcome);
    }
    for (const { resolve } of this.queue.splice(0)) resolve(outcome);
  }

  private hand(): void {
    try {
      while (this.queue.length > 0) {
        const member = this.leastBusy();
        if (member.inHand.length === BATCHES_IN_HAND) return;
        const waiting = this.queue.shift()!;
        member.inHand.push(waiting);
        member.thread.post(waiting.task);
      }
    } catch (error) {
      // No thread could be started, or the configuration holds something that cannot be sent to one.
      this.fail(messageOf(error));
    }
  }

  private fail(why: string): void {
    const message = `A worker thread could not go on: ${why}.`;
    this.end({ runs: [], fault: { code: 'worker_failed', message, pointer: '' } });
  }

  private leastBusy(): Member {
    const [first = this.recruit(), ...others] = this.members;
    const found = others.reduce(
      (least, one) => (one.inHand.length < least.inHand.length ? one : least),
      first,
    );
    return found.inHand.length > 0 && this.members.length < this.size ? this.recruit() : found;
  }

  private recruit(): Member {
    const inHand: Waiting[] = [];
    const thread = startThread({
      onOutcome: (outcome) => {
        inHand.shift()?.resolve(outcome);
        this.hand();
      },
      onDeath: (why) => this.fail(why),
    });
    const member = { thread, inHand };
    this.members.push(member);
    return member;
  }
}

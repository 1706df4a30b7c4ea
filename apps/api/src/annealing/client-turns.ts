import { ReadyQueue, type SliceClass } from './ready-queue.ts';

/** In one of so many turns a client goes first that nobody looks at. */
const TURNS_A_CLIENT_OF_NO_HURRY = 4;

/** Whose turn a slice takes, and when among the slices of that client. */
interface Turn {
  /** Whoever is charged for the slice. */
  readonly client: string;
  readonly sliceClass: SliceClass;
  readonly deadline: number;
}

/**
 * The order in which waiting slices get a thread: clients take turns, however many sessions each has, and among the slices of
 * one client the order is that of its own ready queue.
 *
 * Turns go by rounds. Each client that waits gets one slice a round, first those with a prompt slice; a round ends when all who wait
 * have had theirs. So of two clients that wait neither gets more than one slice ahead of the other, and who comes new waits for
 * no more than one round.
 */
export class ClientTurns<Entry> {
  /** What each client waits for. Invariant: no queue is empty, and each client is in exactly one of the three sets below. */
  private readonly queues = new Map<string, ReadyQueue<Entry>>();
  /** Those who wait for their turn of this round, with a prompt slice and without one, in the order in which they came. */
  private readonly prompt = new Set<string>();
  private readonly others = new Set<string>();
  /** Those who have had it and wait again. */
  private again = new Set<string>();
  /** Who has had a turn of this round, waiting or not. Empty whenever nobody waits for this round. */
  private readonly served = new Set<string>();
  private turn = 0;
  private waiting = 0;

  get length(): number {
    return this.waiting;
  }

  /** As length, without what is unthrottled: see {@link ReadyQueue.urgentLength}. Looks at every client that waits. */
  get urgentLength(): number {
    let length = 0;
    for (const queue of this.queues.values()) length += queue.urgentLength;
    return length;
  }

  add(entry: Entry, { client, sliceClass, deadline }: Turn): void {
    const queue = this.queues.get(client) ?? new ReadyQueue<Entry>();
    queue.add(entry, sliceClass, deadline);
    this.queues.set(client, queue);
    this.waiting++;
    if (this.served.has(client)) this.again.add(client);
    else this.enter(client, queue);
  }

  next(): Entry | undefined {
    this.turn = (this.turn + 1) % TURNS_A_CLIENT_OF_NO_HURRY;
    const [first, second] = this.turn === 0 ? [this.others, this.prompt] : [this.prompt, this.others];
    const [client] = first.size > 0 ? first : second;
    if (client === undefined) return undefined;
    const entry = this.take(client);
    if (this.prompt.size + this.others.size === 0) this.beginRound();
    return entry;
  }

  private take(client: string): Entry | undefined {
    const queue = this.queues.get(client);
    const entry = queue?.next();
    this.waiting--;
    this.prompt.delete(client);
    this.others.delete(client);
    this.served.add(client);
    if (queue !== undefined && queue.length > 0) this.again.add(client);
    else this.queues.delete(client);
    return entry;
  }

  private beginRound(): void {
    const waiting = this.again;
    this.again = new Set();
    this.served.clear();
    for (const client of waiting) {
      const queue = this.queues.get(client);
      if (queue !== undefined) this.enter(client, queue);
    }
  }

  private enter(client: string, queue: ReadyQueue<Entry>): void {
    if (queue.hasPrompt) {
      this.others.delete(client);
      this.prompt.add(client);
    } else {
      this.others.add(client);
    }
  }
}

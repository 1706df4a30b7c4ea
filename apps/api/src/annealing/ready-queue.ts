/**
 * What a slice is waited for: "prompt", somebody looks at the answer now (a first slice, a replay); "paced", a playback
 * that runs dry at a known time; "unthrottled", as fast as possible.
 */
export type SliceClass = 'prompt' | 'paced' | 'unthrottled';

/** Which class goes first in which turn: each has a turn of its own, so that no load of the others starves it. */
const FIRST_IN_TURN: readonly SliceClass[] = ['prompt', 'paced', 'prompt', 'unthrottled'];

/**
 * The order in which the waiting slices of one client get a thread: but for the turns of the other classes, prompt ones in turn, then paced
 * ones by deadline, then unthrottled ones in turn. As a session has at most one slice here, taking turns is fair
 * between sessions.
 */
export class ReadyQueue<Entry> {
  private readonly prompt = new Fifo<Entry>();
  private readonly paced: { readonly entry: Entry; readonly deadline: number }[] = [];
  private readonly unthrottled = new Fifo<Entry>();
  /** The last one; none yet. */
  private turn = -1;

  get length(): number {
    return this.prompt.length + this.paced.length + this.unthrottled.length;
  }

  /** Whether somebody looks at what is waited for. */
  get hasPrompt(): boolean {
    return this.prompt.length > 0;
  }

  /** How many wait for whom somebody waits in turn; unthrottled ones always do, and fill whatever time is left. */
  get urgentLength(): number {
    return this.prompt.length + this.paced.length;
  }

  add(entry: Entry, sliceClass: SliceClass, deadline: number): void {
    if (sliceClass === 'paced') this.addPaced({ entry, deadline });
    else this[sliceClass].add(entry);
  }

  next(): Entry | undefined {
    if (this.length === 0) return undefined;
    this.turn = (this.turn + 1) % FIRST_IN_TURN.length;
    const first = FIRST_IN_TURN[this.turn];
    if (first === 'unthrottled' && this.unthrottled.length > 0) return this.unthrottled.next();
    if (first === 'paced' && this.paced.length > 0) return this.nextPaced();
    return this.prompt.next() ?? this.nextPaced() ?? this.unthrottled.next();
  }

  /** Into a binary heap: the earliest deadline at index 0, and no entry earlier than its parent at (i - 1) / 2. */
  private addPaced(added: { entry: Entry; deadline: number }): void {
    let i = this.paced.push(added) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.paced[parent]!.deadline <= added.deadline) break;
      this.paced[i] = this.paced[parent]!;
      i = parent;
    }
    this.paced[i] = added;
  }

  private nextPaced(): Entry | undefined {
    const earliest = this.paced[0];
    const last = this.paced.pop();
    if (earliest === undefined || last === undefined) return undefined;
    if (this.paced.length > 0) this.sinkFromTop(last);
    return earliest.entry;
  }

  private sinkFromTop(sinking: { entry: Entry; deadline: number }): void {
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.paced.length) break;
      const right = child + 1;
      if (right < this.paced.length && this.paced[right]!.deadline < this.paced[child]!.deadline)
        child = right;
      if (this.paced[child]!.deadline >= sinking.deadline) break;
      this.paced[i] = this.paced[child]!;
      i = child;
    }
    this.paced[i] = sinking;
  }
}

/** A queue whose taken front is cut off when it makes up half of the array, so that both ends cost O(1) on average. */
class Fifo<Entry> {
  private entries: Entry[] = [];
  private taken = 0;

  get length(): number {
    return this.entries.length - this.taken;
  }

  add(entry: Entry): void {
    this.entries.push(entry);
  }

  next(): Entry | undefined {
    if (this.length === 0) return undefined;
    const entry = this.entries[this.taken++];
    if (this.taken * 2 >= this.entries.length) {
      this.entries = this.entries.slice(this.taken);
      this.taken = 0;
    }
    return entry;
  }
}

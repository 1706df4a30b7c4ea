import { Piscina } from 'piscina';
import { ClientTurns } from './client-turns.ts';
import type { Depiction } from './depict.worker.ts';
import { standIn } from './stand-in.ts';
import { NICENESS, THREAD_ARGUMENTS } from './thread-arguments.ts';
import { MAX_RETRIES, THREAD_LIMITS } from './thread-faults.ts';

/** About 2 KB each. */
const MAX_CACHED = 5000;
const FAILURE_MILLISECONDS = 60_000;
/** One is drawn and one waits inside Piscina, so that the thread finds its next drawing at once. */
const DRAWINGS_IN_HAND = 2;

/** What draws molecules, for those who need no more of the pool. */
export type Depicter = Pick<DepictionPool, 'peek' | 'get'>;

/** A drawing that is not done yet. */
interface Drawing {
  readonly isomer: string;
  /** Those who wait for it: whoever's turn comes first has it drawn. */
  readonly clients: Set<string>;
  readonly done: Promise<Depiction>;
  readonly finish: (depiction: Depiction) => void;
  isInHand: boolean;
}

/**
 * Draws molecules on a thread of its own, so that drawing neither blocks the event loop nor starves stepping. An isomer
 * is drawn once for all sessions, for as long as the cache holds it. Clients take turns, however many drawings each wants.
 */
export class DepictionPool {
  private readonly piscina: Piscina<string, Depiction>;
  /** By canonical Kekulé SMILES. Invariant: at most MAX_CACHED, in the order of last use. */
  private readonly drawn = new Map<string, Depiction>();
  private readonly pending = new Map<string, Drawing>();
  private readonly turns = new ClientTurns<Drawing>();
  private inHand = 0;
  private closed = false;
  private restarts = 0;
  private readonly onError: (error: unknown) => void;
  private readonly failureMilliseconds: number;

  /**
   * @param onError told of every drawing that fails, and of a thread that dies
   * @param failureMilliseconds after this, what could not be drawn is tried again for whoever asks
   */
  constructor(
    workerFile: URL,
    onError: (error: unknown) => void,
    failureMilliseconds = FAILURE_MILLISECONDS,
  ) {
    this.onError = onError;
    this.failureMilliseconds = failureMilliseconds;
    this.piscina = new Piscina<string, Depiction>({
      filename: workerFile.href,
      execArgv: THREAD_ARGUMENTS,
      name: 'depictIsomer',
      minThreads: 1,
      maxThreads: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
      stricterFIFO: true,
      // As low as stepping, or drawing would take the processor from it.
      niceIncrement: NICENESS,
      resourceLimits: THREAD_LIMITS,
    });
    // A thread that dies between drawings is replaced too; unheard, its error would end the process.
    this.piscina.on('error', onError);
    this.piscina.on('workerDestroy', () => {
      if (!this.closed) this.restarts++;
    });
    // The first drawing of a process takes about half a second; let it be nobody's.
    void this.get('C');
  }

  /** Whether something has been drawn, so that the next drawing is quick. */
  get isReady(): boolean {
    return this.drawn.size > 0;
  }

  /** How often the thread has died and been replaced. */
  get workerRestarts(): number {
    return this.restarts;
  }

  /** How many molecules wait to be drawn, or are being drawn. */
  get waiting(): number {
    return this.pending.size;
  }

  /** The depiction of an isomer, if it is at hand. */
  peek(isomer: string): Depiction | undefined {
    const depiction = this.drawn.get(isomer);
    if (depiction !== undefined) {
      this.drawn.delete(isomer);
      this.drawn.set(isomer, depiction);
    }
    return depiction;
  }

  /**
   * The depiction of an isomer, drawn if need be. Never rejects: where drawing fails, the formula stands in.
   *
   * @param client whose turn a drawing takes; left out, that of the server itself
   */
  async get(isomer: string, client = ''): Promise<Depiction> {
    const known = this.peek(isomer);
    if (known !== undefined) return known;
    if (this.closed) return standIn(isomer);
    const drawing = this.pending.get(isomer) ?? this.begin(isomer);
    // Who wants what another waits for does not wait for the turns of that other.
    if (!drawing.isInHand && !drawing.clients.has(client)) {
      drawing.clients.add(client);
      this.turns.add(drawing, { client, sliceClass: 'prompt', deadline: 0 });
      this.hand();
    }
    return drawing.done;
  }

  async close(): Promise<void> {
    this.closed = true;
    for (let waiting = this.turns.next(); waiting; waiting = this.turns.next())
      if (!waiting.isInHand) this.finish(waiting, standIn(waiting.isomer));
    await this.piscina.destroy();
  }

  private begin(isomer: string): Drawing {
    let finish: Drawing['finish'] = () => undefined;
    const done = new Promise<Depiction>((resolve) => {
      finish = resolve;
    });
    const drawing = { isomer, clients: new Set<string>(), done, finish, isInHand: false };
    this.pending.set(isomer, drawing);
    return drawing;
  }

  private hand(): void {
    while (this.inHand < DRAWINGS_IN_HAND) {
      const drawing = this.turns.next();
      if (drawing === undefined) return;
      // It was drawn in the turn of another who waited for it too.
      if (drawing.isInHand) continue;
      drawing.isInHand = true;
      this.inHand++;
      void this.draw(drawing.isomer).then((depiction) => {
        this.inHand--;
        this.finish(drawing, depiction ?? standIn(drawing.isomer));
        if (depiction === undefined)
          setTimeout(() => this.drawn.delete(drawing.isomer), this.failureMilliseconds).unref();
        this.hand();
      });
    }
  }

  private finish({ isomer, finish }: Drawing, depiction: Depiction): void {
    this.pending.delete(isomer);
    this.drawn.set(isomer, depiction);
    if (this.drawn.size > MAX_CACHED) this.drawn.delete(this.drawn.keys().next().value ?? '');
    finish(depiction);
  }

  /**
   * What differs between a drawing and its stand-in is seen by everyone, so that a thread that died is no reason to give up at once.
   *
   * @returns undefined where it cannot be drawn
   */
  private async draw(isomer: string): Promise<Depiction | undefined> {
    // Once it is closed, Piscina would start a new thread, which nobody ends.
    for (let failures = 0; !this.closed && failures <= MAX_RETRIES; failures++) {
      try {
        return await this.piscina.run(isomer);
      } catch (error) {
        // A pool that is closed ends its thread itself.
        if (!this.closed) this.onError(error);
      }
    }
    return undefined;
  }
}

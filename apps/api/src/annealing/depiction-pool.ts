import { placeholder } from '@webfaulon/chemistry';
import { readSmiles } from '@webfaulon/sa-core';
import { Piscina } from 'piscina';
import type { Depiction } from './depict.worker.ts';
import { THREAD_ARGUMENTS } from './thread-arguments.ts';

/** About 2 KB each. */
const MAX_CACHED = 5000;

/**
 * Draws molecules on a thread of its own, so that drawing neither blocks the event loop nor starves stepping. An isomer
 * is drawn once for all sessions, for as long as the cache holds it.
 */
export class DepictionPool {
  private readonly piscina: Piscina<string, Depiction>;
  /** By canonical Kekulé SMILES. Invariant: at most MAX_CACHED, in the order of last use. */
  private readonly drawn = new Map<string, Depiction>();
  private readonly pending = new Map<string, Promise<Depiction>>();
  private closed = false;
  private readonly onError: (error: unknown) => void;

  /** @param onError told of every drawing that fails, and of a thread that dies */
  constructor(workerFile: URL, onError: (error: unknown) => void) {
    this.onError = onError;
    this.piscina = new Piscina<string, Depiction>({
      filename: workerFile.href,
      execArgv: THREAD_ARGUMENTS,
      name: 'depictIsomer',
      minThreads: 1,
      maxThreads: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
      stricterFIFO: true,
      // As low as stepping, or drawing would take the processor from it.
      niceIncrement: 10,
    });
    // A thread that dies between drawings is replaced too; unheard, its error would end the process.
    this.piscina.on('error', onError);
    // The first drawing of a process takes about half a second; let it be nobody's.
    void this.get('C');
  }

  /** Whether something has been drawn, so that the next drawing is quick. */
  get isReady(): boolean {
    return this.drawn.size > 0;
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

  /** The depiction of an isomer, drawn if need be. Never rejects: where drawing fails, the formula stands in. */
  async get(isomer: string): Promise<Depiction> {
    const known = this.peek(isomer) ?? this.pending.get(isomer);
    if (known !== undefined) return known;
    const drawing = this.draw(isomer);
    this.pending.set(isomer, drawing);
    const depiction = await drawing;
    this.pending.delete(isomer);
    this.drawn.set(isomer, depiction);
    if (this.drawn.size > MAX_CACHED) this.drawn.delete(this.drawn.keys().next().value ?? '');
    return depiction;
  }

  /** The depiction if it comes within the time, else the formula: for answers that must not wait. */
  async getWithin(isomer: string, milliseconds: number): Promise<Depiction> {
    let timeout: NodeJS.Timeout | undefined;
    const timer = new Promise<Depiction>((resolve) => {
      timeout = setTimeout(() => resolve(standIn(isomer)), milliseconds);
    });
    const depiction = await Promise.race([this.get(isomer), timer]);
    clearTimeout(timeout);
    return depiction;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.piscina.destroy();
  }

  private async draw(isomer: string): Promise<Depiction> {
    // Piscina would start a new thread, which nobody ends.
    if (this.closed) return standIn(isomer);
    try {
      return await this.piscina.run(isomer);
    } catch (error) {
      // A pool that is closed ends its thread itself.
      if (!this.closed) this.onError(error);
      return standIn(isomer);
    }
  }
}

function standIn(isomer: string): Depiction {
  return { smiles: isomer, svg: placeholder(readSmiles(isomer)) };
}

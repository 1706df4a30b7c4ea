import { type ReadonlySignal, signal } from '@preact/signals';
import type { ApiClient } from '@webfaulon/client';
import type { ClassBoard } from '@webfaulon/protocol';
import type { RunnerClock } from '../runner/runner-clock.ts';
import type { BoardIsomer } from './board-words.ts';
import { type ClassTrouble, troubleOf } from './class-trouble.ts';
import { retryDelay } from './retry-delay.ts';

const MILLISECONDS = 2000;
const ISOMERS_A_PAGE = 1000;

export interface WatchedBoard {
  /** As it was last told; null before the first answer. */
  readonly board: ClassBoard | null;
  /** All that the class has found, in that order; `finders` is as it was when the isomer was first told. */
  readonly isomers: readonly BoardIsomer[];
  /** Why the board is not the newest; null while it is. */
  readonly trouble: ClassTrouble | null;
}

/** Whether anybody can see the page. */
export interface Visibility {
  isVisible(): boolean;
  /** The function returned ends it. */
  onChange(listener: () => void): () => void;
}

/**
 * Asks for the board of a class every two seconds, less often while the server cannot be reached, and not at all while nobody
 * can see the page. Only isomers not yet told are asked for.
 */
export class BoardWatch {
  private readonly api: Pick<ApiClient, 'classBoard'>;
  private readonly code: string;
  private readonly clock: RunnerClock;
  private readonly visibility: Visibility;
  private readonly state = signal<WatchedBoard>({ board: null, isomers: [], trouble: null });
  readonly watched: ReadonlySignal<WatchedBoard> = this.state;
  private readonly stopListening: () => void;
  private readonly abortion = new AbortController();
  /** Present while the next question waits for its time. */
  private cancel: (() => void) | undefined;
  private isAsking = false;
  private failures = 0;

  constructor(api: Pick<ApiClient, 'classBoard'>, code: string, clock: RunnerClock, visibility: Visibility) {
    this.api = api;
    this.code = code;
    this.clock = clock;
    this.visibility = visibility;
    this.stopListening = visibility.onChange(() => this.askAfter(0));
    this.askAfter(0);
  }

  stop(): void {
    this.abortion.abort();
    this.stopListening();
    this.cancel?.();
  }

  private askAfter(milliseconds: number): void {
    this.cancel?.();
    this.cancel = undefined;
    const isOver = this.abortion.signal.aborted || this.state.peek().trouble?.kind === 'gone';
    if (isOver || this.isAsking || !this.visibility.isVisible()) return;
    this.cancel = this.clock.after(milliseconds, () => void this.ask());
  }

  private async ask(): Promise<void> {
    this.isAsking = true;
    const wait = await this.take();
    this.isAsking = false;
    this.askAfter(wait);
  }

  /** Answers when to ask again; milliseconds. */
  private async take(): Promise<number> {
    const { isomers } = this.state.peek();
    const { signal: aborted } = this.abortion;
    try {
      const page = { cursor: isomers.length, limit: ISOMERS_A_PAGE };
      const board = await this.api.classBoard(this.code, page, { signal: aborted });
      this.failures = 0;
      this.state.value = { board, isomers: [...isomers, ...board.isomers], trouble: null };
      return board.next_cursor === null ? MILLISECONDS : 0;
    } catch (error) {
      if (aborted.aborted) return 0;
      this.failures++;
      this.state.value = { ...this.state.peek(), trouble: troubleOf(error, this.code) };
      return retryDelay(this.failures);
    }
  }
}

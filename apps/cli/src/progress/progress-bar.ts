import type { Terminal } from '../surroundings.ts';
import { type Progress, progressLine } from './progress-line.ts';

const MILLISECONDS_BETWEEN = 100;
/** Back to the start of the line, and clear it to its end (ECMA-48). */
const ERASE = '\r\u001b[K';

/** A line on the terminal that is written anew as work goes on; where there is no terminal, nothing at all. */
export class ProgressBar {
  private readonly terminal: Terminal;
  private readonly startedAt: number;
  private readonly now: () => number;
  private drawnAt: number;
  /** Whether the terminal shows the line now. */
  private isShown = false;

  /** @param now milliseconds from any moment on */
  constructor(terminal: Terminal, now: () => number = () => performance.now()) {
    this.terminal = terminal;
    this.now = now;
    this.startedAt = now();
    this.drawnAt = this.startedAt;
  }

  /** Cheap enough to be called often: it draws ten times a second at most, and nothing for work that is done at once. */
  show(progress: Progress): void {
    const now = this.now();
    if (!this.terminal.isTerminal || now - this.drawnAt < MILLISECONDS_BETWEEN) return;
    this.drawnAt = now;
    this.isShown = true;
    // The last column stays free: some terminals begin a new line there.
    const line = progressLine(progress, (now - this.startedAt) / 1000, this.terminal.columns() - 1);
    this.terminal.write(`${ERASE}${line}`);
  }

  /** Makes room for what else is to stand on the terminal. */
  clear(): void {
    if (this.isShown) this.terminal.write(ERASE);
    this.isShown = false;
  }
}

const WIDTH = 24;
const MILLISECONDS_BETWEEN = 200;
/** Back to the start of the line, and clear it to its end (ECMA-48). */
const ERASE = '\r\u001b[K';

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A line on a terminal that is written anew as the work goes on; where there is no terminal, nothing at all. */
export class ProgressLine {
  private readonly terminal: Terminal;
  private shownAt = Number.NEGATIVE_INFINITY;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  /** @param share of the phase that is over, 0 to 1 */
  show(phase: string, share: number): void {
    const now = performance.now();
    if (this.terminal.isTTY !== true || now - this.shownAt < MILLISECONDS_BETWEEN) return;
    this.shownAt = now;
    const filled = Math.round(WIDTH * Math.min(1, Math.max(0, share)));
    const bar = `${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}`;
    this.terminal.write(`${ERASE}${phase.padEnd(20)} [${bar}] ${Math.floor(share * 100)} %`);
  }

  clear(): void {
    if (this.terminal.isTTY === true) this.terminal.write(ERASE);
  }
}

import { Durations } from '../measure/spread.ts';

/** So many different errors are told apart. */
const MAX_KINDS_OF_ERRORS = 20;
/** So much of what viewers were sent is kept, to be sent again by the bare server. */
const MAX_SAMPLE_BYTES = 4_000_000;

/** What all viewers together have seen. Faults count from the first moment, all else since {@link begin}. */
export class Tally {
  events = 0;
  bytes = 0;
  /** As the system hands them over: one for each write of a server whose viewers keep up. */
  pieces = 0;
  gaps = 0;
  repeats = 0;
  reconnects = 0;
  /** Connections that broke off and whose viewer has had an event since; and those of them that did not go on after the last one. */
  resumed = 0;
  resumedElsewhere = 0;
  betweenEvents = new Durations();
  readonly toFirstEvent = new Durations();
  readonly errors = new Map<string, number>();
  private readonly sample: Buffer[] = [];
  private sampled = 0;
  private samplesLeft = 0;

  /** Begins to count anew. */
  begin(): void {
    this.events = 0;
    this.bytes = 0;
    this.pieces = 0;
    this.betweenEvents = new Durations();
    this.samplesLeft = MAX_SAMPLE_BYTES;
  }

  /** Takes in bytes of the one stream that is the sample of all. */
  keep(piece: Buffer): void {
    if (this.sampled >= this.samplesLeft) return;
    this.sampled += piece.length;
    this.sample.push(piece);
  }

  get sampleText(): string {
    return Buffer.concat(this.sample).toString('utf8');
  }

  fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (this.errors.size >= MAX_KINDS_OF_ERRORS && !this.errors.has(message)) return;
    this.errors.set(message, (this.errors.get(message) ?? 0) + 1);
  }

  get errorCount(): number {
    return [...this.errors.values()].reduce((sum, count) => sum + count, 0);
  }
}

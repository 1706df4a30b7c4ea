import { type ErrorEvent, PROBLEMS } from '@webfaulon/protocol';
import type { Slicer } from '../annealing/annealing-pool.ts';
import type { Depicter } from '../annealing/depiction-pool.ts';
import type { AnnealingSession } from '../sessions/annealing-session.ts';
import type { ViewerConnection } from './bounded-connection.ts';
import type { EventChunks, SvgWish } from './event-chunks.ts';
import { commentText, completeText, errorText, waitingText } from './event-text.ts';
import { Replay } from './replay.ts';
import type { StreamTally } from './stream-tally.ts';
import { ViewerCursor } from './viewer-cursor.ts';

/**
 * A live viewer that is this many events behind, because its client has kept us waiting so long in all, gets the newest
 * instead. Being behind alone says nothing of the client: an unthrottled run is played in leaps.
 */
const MAX_EVENTS_BEHIND = 200;
const MAX_KEPT_WAITING_MILLISECONDS = 2000;

const REPLAY_FAILED: ErrorEvent = {
  error: 'A part of the run that was played before could not be computed again. Connect again to go on.',
  code: 'internal_error',
};

export interface Scenery {
  readonly session: AnnealingSession;
  readonly pool: Slicer;
  readonly depictions: Depicter;
  readonly chunks: EventChunks;
  /** Settled when it is durable that the session is complete: a client that has the last event must find it so again. */
  readonly commit: () => Promise<void>;
  /** Told what ended a stream that should have gone on. */
  readonly onError: (error: unknown) => void;
  readonly tally: StreamTally;
}

/**
 * One client that watches a session: a cursor into the run, not a buffer. It reads on whenever something was played and
 * the client can take it.
 */
export class Viewer {
  private readonly scenery: Scenery;
  private readonly connection: ViewerConnection;
  private readonly svg: SvgWish;
  private readonly every: number | undefined;
  private cursor: ViewerCursor;
  private replay: Replay;
  /** The run that the cursor is a place in. */
  private run: number;
  /** The isomer whose drawing the client has. */
  private drawn: string | undefined;
  /** Whether the client has once been sent everything that was played: only then can it fall behind. */
  private isLive = false;
  private isWaitingFor: 'idle' | 'paused' | undefined;
  private isReading = false;
  private hasNews = false;
  private errorWasSent = false;

  constructor(
    scenery: Scenery,
    connection: ViewerConnection,
    entry: number,
    svg: SvgWish,
    every: number | undefined,
  ) {
    this.scenery = scenery;
    this.connection = connection;
    this.svg = svg;
    this.every = every;
    this.run = scenery.session.run;
    this.cursor = new ViewerCursor(scenery.session, entry, every);
    this.replay = this.createReplay();
    connection.onDrain(() => this.read());
  }

  /** Sends whatever there is to send. Returns at once; at most one reading goes on at a time. */
  read(): void {
    this.hasNews = true;
    if (!this.isReading) this.readOn();
  }

  /** Tells a client that waits that its session is there, and keeps proxies awake. To be called about once a second. */
  beat(keepAliveMilliseconds: number): void {
    if (!this.canSend()) return;
    const { isWaitingFor } = this;
    // Until it was told that the session goes on, which can take a drawing, it does not wait any more either.
    const isWaiting = isWaitingFor === this.scenery.session.state;
    if (isWaitingFor !== undefined && isWaiting) this.sendEvent(waitingText(isWaitingFor));
    else if (this.connection.idleMilliseconds >= keepAliveMilliseconds)
      this.connection.send(commentText('alive'));
  }

  end(): void {
    this.connection.end();
  }

  /** Cuts off the client, which can resume after its last event. */
  drop(): void {
    this.scenery.tally.dropped++;
    this.connection.drop();
  }

  private sendEvent(text: string): void {
    this.scenery.tally.events++;
    this.connection.send(text);
  }

  private canSend(): boolean {
    return this.connection.isOpen && !this.connection.isFull;
  }

  /** Reads on, without a promise as long as everything is at hand. */
  private readOn(): void {
    this.isReading = true;
    try {
      const wait = this.readWhatIsThere();
      this.isReading = wait !== undefined;
      wait?.then(
        () => this.readOn(),
        (error: unknown) => this.fail(error),
      );
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.isReading = false;
    this.scenery.onError(error);
    this.drop();
  }

  /** @returns what has to be waited for before reading on; undefined if there is no more to read, or the client is full */
  private readWhatIsThere(): Promise<unknown> | undefined {
    const { session, depictions, chunks, tally } = this.scenery;
    while (this.hasNews && this.canSend()) {
      this.hasNews = false;
      if (session.run !== this.run) this.beginRun();
      this.skipIfBehind();
      const { bytes, events, drawn, missing } = chunks.next(this.cursor, this.svg, this.drawn, this.replay);
      this.drawn = drawn;
      this.connection.send(bytes);
      tally.events += events;
      if (missing !== undefined) {
        this.hasNews = true;
        return 'depictionOf' in missing ? depictions.get(missing.depictionOf) : this.bring(missing.step);
      }
      if (this.cursor.isAtPlayed) {
        this.isLive = true;
        this.connection.forgive();
        const wait = this.tellState();
        if (wait !== undefined) return wait;
      } else {
        this.hasNews = true;
      }
    }
    return undefined;
  }

  /** Has a step computed again. Where that fails the stream ends; the client can resume, and so try once more. */
  private async bring(step: number): Promise<void> {
    const { run } = this;
    const answer = await this.replay.bring(step);
    const isWanted = this.connection.isOpen && this.scenery.session.run === run;
    if (answer === 'brought' || !isWanted) return;
    if (answer === 'failed') this.sendEvent(errorText(REPLAY_FAILED));
    this.connection.end();
  }

  private beginRun(): void {
    this.run = this.scenery.session.run;
    this.cursor = new ViewerCursor(this.scenery.session, 0, this.every);
    this.replay = this.createReplay();
    this.drawn = undefined;
    this.isLive = false;
    this.errorWasSent = false;
  }

  private createReplay(): Replay {
    const { session, pool } = this.scenery;
    const { run } = session;
    const isStale = () => !this.connection.isOpen || session.run !== run;
    return new Replay(session.computation, pool, () => this.every ?? session.liveStride, isStale);
  }

  private skipIfBehind(): void {
    const isSlow = this.connection.keptWaitingMilliseconds > MAX_KEPT_WAITING_MILLISECONDS;
    if (!this.isLive || !isSlow || this.cursor.behind() <= MAX_EVENTS_BEHIND) return;
    const skipped = this.cursor.skipToNewest();
    this.connection.forgive();
    if (skipped <= 0) return;
    this.scenery.tally.conflated += skipped;
    this.connection.send(commentText(`skipped ${skipped}`));
  }

  /** After the last event that there is: why no more come. */
  private tellState(): Promise<void> | undefined {
    const { session } = this.scenery;
    const { state } = session;
    if (state === 'running') {
      this.isWaitingFor = undefined;
      return undefined;
    }
    const waitsFor = state === 'idle' || state === 'paused' ? state : undefined;
    if (waitsFor !== undefined && waitsFor !== this.isWaitingFor) this.sendEvent(waitingText(waitsFor));
    this.isWaitingFor = waitsFor;
    if (state === 'complete') return this.complete();
    if (state === 'failed' && !this.errorWasSent) {
      this.errorWasSent = true;
      const { code = 'session_failed', detail: error = PROBLEMS.session_failed.description } =
        session.failure ?? {};
      this.sendEvent(errorText({ error, code }));
    }
    return undefined;
  }

  private async complete(): Promise<void> {
    const { session, depictions } = this.scenery;
    const { run, position: last } = session;
    if (last === undefined) return;
    const [depiction] = await Promise.all([depictions.get(last.best_isomer), this.scenery.commit()]);
    // A reset meanwhile has begun another run, which this event is not of.
    if (session.run !== run || session.state !== 'complete') {
      this.hasNews = true;
      return;
    }
    const withSvg = this.svg === 'always' || (this.svg === 'changes' && this.drawn !== last.best_isomer);
    // Nor was it sent to a client that has gone away meanwhile.
    if (!this.connection.isOpen) return;
    this.sendEvent(completeText(session, last, depiction, withSvg));
    session.noteCompleteSeen();
    this.connection.end();
  }
}

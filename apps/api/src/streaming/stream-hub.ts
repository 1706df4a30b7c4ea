import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSession, type Session } from 'better-sse';
import type { AnnealingSession } from '../sessions/annealing-session.ts';
import type { SessionObserver } from '../sessions/session-observers.ts';
import { BoundedConnection } from './bounded-connection.ts';
import { EventChunks, type SvgWish } from './event-chunks.ts';
import { StreamTally } from './stream-tally.ts';
import { type Scenery, Viewer } from './viewer.ts';

const BEAT_MILLISECONDS = 1000;
const KEEP_ALIVE_MILLISECONDS = 15_000;
/** A client that has taken nothing for so long is cut off; it can resume after its last event. */
const MAX_STALL_MILLISECONDS = 30_000;
const RECONNECT_MILLISECONDS = 2000;

/** Viewers have their beats in so many groups, one after the other: thousands at once would hold up everyone else. */
const BEATS_A_ROUND = 20;

/** Those who watch one session. */
class Audience implements SessionObserver {
  readonly viewers = new Set<Viewer>();

  changed(): void {
    for (const viewer of this.viewers) viewer.read();
  }

  ended(): void {
    for (const viewer of this.viewers) viewer.end();
  }
}

interface OpenStream {
  readonly viewer: Viewer;
  readonly connection: BoundedConnection;
}

/**
 * The open streams of every session that somebody watches. What is kept of a session is there from its first viewer to its
 * last, so a viewer that goes away leaves nothing behind.
 */
export class StreamHub {
  readonly tally = new StreamTally();
  /** Invariant: none is empty. */
  private readonly audiences = new Map<AnnealingSession, Audience>();
  private readonly chunks = new WeakMap<AnnealingSession, EventChunks>();
  /** Invariant: each open stream is in one of them. */
  private readonly beatGroups = Array.from({ length: BEATS_A_ROUND }, () => new Set<OpenStream>());
  private arrivals = 0;
  private beats = 0;
  private readonly timer: NodeJS.Timeout;

  constructor() {
    this.timer = setInterval(() => this.beat(), BEAT_MILLISECONDS / BEATS_A_ROUND);
    this.timer.unref();
  }

  get streamCount(): number {
    let count = 0;
    for (const { viewers } of this.audiences.values()) count += viewers.size;
    return count;
  }

  /** The sessions that somebody watches: as many observers does the hub have at sessions. */
  get watchedSessions(): number {
    return this.audiences.size;
  }

  /** Opens a stream that shows a session from the step of `entry` on. */
  async open(
    request: IncomingMessage,
    response: ServerResponse,
    shown: Omit<Scenery, 'chunks' | 'tally'>,
    view: { readonly entry: number; readonly svg: SvgWish; readonly every: number | undefined },
  ): Promise<void> {
    const { session, depictions } = shown;
    const connection = new BoundedConnection(request, response);
    const chunks = this.chunksOf(session, depictions);
    // Before anything is awaited, since `entry` is a place in the run of this moment.
    const scenery = { ...shown, chunks, tally: this.tally };
    const viewer = new Viewer(scenery, connection, view.entry, view.svg, view.every);
    const sse = await createSession(connection, { retry: RECONNECT_MILLISECONDS, keepAlive: null });
    if (session.isGone) connection.end();
    if (!connection.isOpen) return;
    this.admit(session, { viewer, connection }, sse);
    viewer.read();
  }

  close(): void {
    clearInterval(this.timer);
  }

  private admit(session: AnnealingSession, stream: OpenStream, sse: Session): void {
    const { viewer } = stream;
    const group = this.beatGroups[this.arrivals++ % BEATS_A_ROUND]!;
    const audience = this.audienceOf(session);
    group.add(stream);
    audience.viewers.add(viewer);
    sse.once('disconnected', () => {
      group.delete(stream);
      audience.viewers.delete(viewer);
      if (audience.viewers.size > 0) return;
      session.unobserve(audience);
      this.audiences.delete(session);
    });
  }

  private audienceOf(session: AnnealingSession): Audience {
    const present = this.audiences.get(session);
    if (present !== undefined) return present;
    const audience = new Audience();
    session.observe(audience);
    this.audiences.set(session, audience);
    return audience;
  }

  private chunksOf(session: AnnealingSession, depictions: Scenery['depictions']): EventChunks {
    const present = this.chunks.get(session);
    if (present !== undefined) return present;
    const isShared = () => (this.audiences.get(session)?.viewers.size ?? 0) > 1;
    const chunks = new EventChunks(session, depictions, isShared);
    this.chunks.set(session, chunks);
    return chunks;
  }

  private beat(): void {
    for (const { viewer, connection } of this.beatGroups[this.beats++ % BEATS_A_ROUND]!) {
      if (connection.stalledMilliseconds > MAX_STALL_MILLISECONDS) viewer.drop();
      else viewer.beat(KEEP_ALIVE_MILLISECONDS);
    }
  }
}

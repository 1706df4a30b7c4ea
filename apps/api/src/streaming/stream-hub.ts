import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Channel, createChannel, createSession, type Session } from 'better-sse';
import type { AnnealingSession, SessionObserver } from '../sessions/annealing-session.ts';
import { BoundedConnection } from './bounded-connection.ts';
import { StreamTally } from './stream-tally.ts';
import { type Scenery, type SvgWish, Viewer } from './viewer.ts';

const BEAT_MILLISECONDS = 1000;
const KEEP_ALIVE_MILLISECONDS = 15_000;
/** A client that has taken nothing for so long is cut off; it can resume after its last event. */
const MAX_STALL_MILLISECONDS = 30_000;
const RECONNECT_MILLISECONDS = 2000;

interface ViewerState {
  readonly viewer: Viewer;
  readonly connection: BoundedConnection;
}
type ViewerSession = Session<ViewerState | undefined>;
type SessionChannel = Channel<Record<string, unknown>, ViewerState | undefined>;

/**
 * The open streams: one SSE channel for each session that somebody watches. A channel is there from its first viewer to
 * its last, so a viewer that goes away leaves nothing behind.
 */
export class StreamHub {
  readonly tally = new StreamTally();
  private readonly channels = new Map<AnnealingSession, SessionChannel>();
  private readonly timer: NodeJS.Timeout;

  constructor() {
    this.timer = setInterval(() => this.beat(), BEAT_MILLISECONDS);
    this.timer.unref();
  }

  get streamCount(): number {
    let count = 0;
    for (const channel of this.channels.values()) count += channel.sessionCount;
    return count;
  }

  /** The sessions that somebody watches: as many observers does the hub have at sessions. */
  get watchedSessions(): number {
    return this.channels.size;
  }

  /** Opens a stream that shows a session from the step of `entry` on. */
  async open(
    request: IncomingMessage,
    response: ServerResponse,
    shown: Omit<Scenery, 'tally'>,
    view: { readonly entry: number; readonly svg: SvgWish; readonly every: number | undefined },
  ): Promise<void> {
    const { session } = shown;
    const connection = new BoundedConnection(request, response);
    // Before anything is awaited, since `entry` is a place in the run of this moment.
    const viewer = new Viewer({ ...shown, tally: this.tally }, connection, view.entry, view.svg, view.every);
    const sse: ViewerSession = await createSession(connection, {
      retry: RECONNECT_MILLISECONDS,
      keepAlive: null,
    });
    if (session.isGone) connection.end();
    if (!connection.isOpen) return;
    sse.state = { viewer, connection };
    this.channelOf(session).register(sse);
    viewer.read();
  }

  close(): void {
    clearInterval(this.timer);
  }

  private channelOf(session: AnnealingSession): SessionChannel {
    const present = this.channels.get(session);
    if (present !== undefined) return present;
    const channel: SessionChannel = createChannel();
    const forEachViewer = (act: (viewer: Viewer) => void) => {
      for (const { state } of channel.activeSessions) if (state !== undefined) act(state.viewer);
    };
    const observer: SessionObserver = {
      changed: () => forEachViewer((viewer) => viewer.read()),
      ended: () => forEachViewer((viewer) => viewer.end()),
    };
    channel.on('session-deregistered', () => {
      if (channel.sessionCount > 0) return;
      session.unobserve(observer);
      this.channels.delete(session);
    });
    session.observe(observer);
    this.channels.set(session, channel);
    return channel;
  }

  private beat(): void {
    for (const channel of this.channels.values()) {
      for (const { state } of channel.activeSessions) {
        if (state === undefined) continue;
        if (state.connection.stalledMilliseconds > MAX_STALL_MILLISECONDS) state.viewer.drop();
        else state.viewer.beat(KEEP_ALIVE_MILLISECONDS);
      }
    }
  }
}

import type { Store } from '../store/store.ts';
import type { WriteQueue } from '../store/write-queue.ts';
import type { AnnealingSession } from './annealing-session.ts';
import { segmentOf } from './run-segments.ts';
import type { SessionObserver } from './session-observers.ts';
import type { SessionPast } from './session-past.ts';
import type { SessionSnapshot } from './session-snapshot.ts';
import {
  putItself,
  putPosition,
  putSegment,
  putSession,
  readSegments,
  readSessions,
  removeSegments,
  removeSession,
  type StoredSession,
} from './stored-session.ts';

const TICK_MILLISECONDS = 100;
/** A session that plays is written no more often. */
const POSITION_MILLISECONDS = 1000;
/** Thousands of sessions that were started together are not written together: a tick takes its part of them. */
const TICKS_A_ROUND = POSITION_MILLISECONDS / TICK_MILLISECONDS;
const MIN_SESSIONS_A_TICK = 10;
const MAX_SESSIONS_A_TICK = 500;
/** A session that comes out of thousands of computed steps at once has many segments: the others wait for the next tick. */
const MAX_SEGMENTS_A_TICK = 20;

interface JournalEntry {
  readonly observer: SessionObserver;
  /** The run that the segments are of, and how many are written; undefined until the store was asked. */
  run: number;
  segments: number | undefined;
  /** When it was last written, and the session's lastActive then. */
  writtenAt: number;
  writtenActive: number;
  /** Requests that change the session take their turn. */
  turn: Promise<unknown>;
}

/**
 * Keeps in the store what a session cannot compute again: where it stands. Positions of running sessions follow about once a
 * second, since a run that goes on from an older one shows the same steps again. What does not follow by itself (that it runs, is
 * paused, was reset, where single steps end) is durable before anybody is told of it: see {@link commit}.
 */
export class SessionJournal {
  private readonly store: Store;
  private readonly queue: WriteQueue;
  private readonly now = () => performance.now();
  private readonly entries = new Map<AnnealingSession, JournalEntry>();
  /** Those with something to write, in the order in which they came to have it. */
  private readonly dirty = new Set<AnnealingSession>();
  private readonly timer: NodeJS.Timeout;

  constructor(store: Store, queue: WriteQueue) {
    this.store = store;
    this.queue = queue;
    this.timer = setInterval(() => this.tick(), TICK_MILLISECONDS);
    this.timer.unref();
  }

  /** What the store has, once, at the start. What is left over of sessions that were never answered is removed. */
  read(): StoredSession[] {
    const { sessions, leftOver } = readSessions(this.store);
    for (const id of leftOver) removeSession(this.queue, id);
    return sessions;
  }

  pastOf({ id, snapshot }: StoredSession): SessionPast {
    return { snapshot, segments: () => readSegments(this.store, id, snapshot.run) };
  }

  /** Begins to keep a session, a new one or one that was read. */
  admit(session: AnnealingSession, { isRead }: { readonly isRead: boolean }): void {
    const observer: SessionObserver = { changed: () => this.dirty.add(session), ended: () => {} };
    const { run, lastActive } = session;
    const segments = isRead ? undefined : 0;
    const turn = Promise.resolve();
    const writtenAt = this.now();
    this.entries.set(session, { observer, run, segments, writtenAt, writtenActive: lastActive, turn });
    session.observe(observer);
    if (isRead) return;
    putSession(this.queue, { ...itselfOf(session), ...this.positionOf(session) });
  }

  /** Removes a session that is to be gone. */
  remove(session: AnnealingSession): void {
    const entry = this.entries.get(session);
    if (entry === undefined) return;
    this.removeSegments(session, entry);
    removeSession(this.queue, session.id);
    this.entries.delete(session);
    this.dirty.delete(session);
    this.queue.flush();
  }

  /** Removes what was read and not admitted. */
  removeStored({ id, snapshot: { run } }: StoredSession): void {
    removeSegments(this.queue, id, run, readSegments(this.store, id, run).length);
    removeSession(this.queue, id);
    this.queue.flush();
  }

  /**
   * Settled when the session stands in the store as it is now, or as it is about to be; or when it cannot be written.
   *
   * @param intent what the session will be in as soon as this is settled
   */
  commit(session: AnnealingSession, intent: Partial<SessionSnapshot> = {}): Promise<void> {
    if (!this.entries.has(session)) return this.settled();
    this.dirty.delete(session);
    this.writePosition(session, intent);
    return this.queue.flushed();
  }

  /** Settled when all that was removed and changed before is durable, or cannot be written. */
  settled(): Promise<void> {
    return this.queue.flushed();
  }

  /** Lets requests that change one session act one after the other, each when the one before is durable. */
  inTurn<Result>(session: AnnealingSession, act: () => Promise<Result>): Promise<Result> {
    const entry = this.entries.get(session);
    const acted = (entry?.turn ?? Promise.resolve()).then(act);
    if (entry !== undefined) entry.turn = acted.catch(() => {});
    return acted;
  }

  /** Has it written whose the session is, which has changed. */
  noteOwner(session: AnnealingSession): void {
    if (this.entries.has(session)) putItself(this.queue, itselfOf(session));
  }

  /** Has the time of last use written where it has moved on by so much. */
  noteUse(session: AnnealingSession, milliseconds: number): void {
    const entry = this.entries.get(session);
    if (entry !== undefined && session.lastActive - entry.writtenActive > milliseconds)
      this.dirty.add(session);
  }

  /** Writes where every session stands. What is told of them afterwards is not written. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    for (const session of this.dirty) this.writePosition(session);
    this.dirty.clear();
    for (const [session, { observer }] of this.entries) session.unobserve(observer);
    this.entries.clear();
    await this.queue.flushed();
  }

  private tick(): void {
    const part = Math.ceil(this.dirty.size / TICKS_A_ROUND);
    let left = Math.min(MAX_SESSIONS_A_TICK, Math.max(MIN_SESSIONS_A_TICK, part));
    let segmentsLeft = MAX_SEGMENTS_A_TICK;
    const now = this.now();
    for (const session of this.dirty) {
      // Those behind it were written later, or have waited for less than a round.
      if (left-- === 0 || now - this.entries.get(session)!.writtenAt < POSITION_MILLISECONDS) break;
      this.dirty.delete(session);
      segmentsLeft -= this.writeSegments(session, segmentsLeft);
      this.writePosition(session);
      if (segmentsLeft > 0) continue;
      this.dirty.add(session);
      break;
    }
    this.queue.flush();
  }

  private writePosition(session: AnnealingSession, intent: Partial<SessionSnapshot> = {}): void {
    const entry = this.entries.get(session);
    if (entry === undefined) return;
    if (session.run !== entry.run) this.removeSegments(session, entry);
    entry.writtenAt = this.now();
    entry.writtenActive = session.lastActive;
    putPosition(this.queue, session.id, this.positionOf(session, intent));
  }

  private positionOf(session: AnnealingSession, intent: Partial<SessionSnapshot> = {}) {
    // The store outlives the clock of this process.
    const lastActive = Date.now() - Math.round(this.now() - session.lastActive);
    return { snapshot: { ...session.snapshot(), ...intent }, lastActive };
  }

  /** Writes the segments that are computed and not kept yet; how many. */
  private writeSegments(session: AnnealingSession, most: number): number {
    const entry = this.entries.get(session);
    if (entry === undefined) return 0;
    if (session.run !== entry.run) this.removeSegments(session, entry);
    const before = this.segmentsOf(session, entry);
    let count = before;
    while (count < before + most) {
      const segment = segmentOf(session.computation, count + 1);
      if (segment === undefined) break;
      count++;
      putSegment(this.queue, session.id, session.run, count, segment);
    }
    entry.segments = count;
    return count - before;
  }

  private segmentsOf(session: AnnealingSession, entry: JournalEntry): number {
    entry.segments ??= readSegments(this.store, session.id, entry.run).length;
    return entry.segments;
  }

  /** Those of the run that the entry is of; then it is of the session's current run. */
  private removeSegments(session: AnnealingSession, entry: JournalEntry): void {
    removeSegments(this.queue, session.id, entry.run, this.segmentsOf(session, entry));
    entry.run = session.run;
    entry.segments = 0;
  }
}

function itselfOf({ identity, configuration }: AnnealingSession) {
  return { ...identity, configuration };
}

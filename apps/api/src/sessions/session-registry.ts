import { randomUUID } from 'node:crypto';
import type { SessionState } from '@webfaulon/protocol';
import type { ResolvedConfiguration } from '@webfaulon/sa-core';
import type { Slicer } from '../annealing/annealing-pool.ts';
import { chargedSlicer } from '../annealing/charged-pool.ts';
import { isComputedHere } from '../annealing/versions.ts';
import type { Client, Owner } from '../clients/client.ts';
import { type HoldingLimits, Holdings, type Overdrawn } from '../clients/holdings.ts';
import { AnnealingSession } from './annealing-session.ts';
import { OutdatedSessions } from './outdated-sessions.ts';
import { shareOf } from './run-share.ts';
import type { SessionIdentity } from './session-identity.ts';
import type { SessionJournal } from './session-journal.ts';
import type { SessionPast } from './session-past.ts';
import { turnOf } from './slice-turn.ts';
import type { StoredSession } from './stored-session.ts';

/** How often paced sessions play what is due: often enough for the eye, and seldom enough to send steps together. */
const PLAYBACK_INTERVAL_MILLISECONDS = 20;
const MAX_EXPIRY_INTERVAL_MILLISECONDS = 10_000;
/** A complete run that nobody has asked for so long needs its single steps no more. */
const REST_AFTER_SECONDS = 60;
/** After a night thousands expire together, each with what the store has of it: the event loop has turns for others in between. */
const MAX_DELETIONS_A_TURN = 50;
/** The time of last use is kept to this part of the time to live. */
const PART_OF_TTL_KEPT = 1 / 20;

/** Sessions that there may be: of one client, of one address, and in all. */
export interface RegistryLimits extends HoldingLimits {
  readonly maxSessions: number;
  /** How long a session is kept after it was last asked for or played a step. */
  readonly ttlSeconds: number;
}

/** What a session is made of. */
export interface SessionRequest {
  readonly configuration: ResolvedConfiguration;
  /** null: as fast as possible. */
  readonly stepsPerSecond: number | null;
  readonly owner: Owner;
}

/** A new session, or what has as many as it may. */
export type Creation =
  | { readonly ok: true; readonly session: AnnealingSession }
  | { readonly ok: false; readonly full: Overdrawn | 'server' };

/**
 * All sessions of the server. Bounded by maxSessions; a session that is neither used nor running goes away after its time
 * to live.
 */
export class SessionRegistry {
  private readonly sessions = new Map<string, AnnealingSession>();
  private readonly byViewerId = new Map<string, AnnealingSession>();
  private readonly holdings: Holdings;
  private readonly outdated: OutdatedSessions;
  private readonly pool: Slicer;
  private readonly limits: RegistryLimits;
  private readonly journal: SessionJournal;
  private readonly timers: readonly NodeJS.Timeout[];
  private readonly now = () => performance.now();

  constructor(pool: Slicer, limits: RegistryLimits, journal: SessionJournal) {
    this.pool = pool;
    this.limits = limits;
    this.holdings = new Holdings(limits);
    this.outdated = new OutdatedSessions(this.now);
    this.journal = journal;
    for (const stored of journal.read()) this.takeUp(stored);
    const expiryInterval = Math.min(limits.ttlSeconds * 500, MAX_EXPIRY_INTERVAL_MILLISECONDS);
    this.timers = [
      setInterval(() => this.playPaced(), PLAYBACK_INTERVAL_MILLISECONDS),
      setInterval(() => this.expire(), expiryInterval),
    ];
    for (const timer of this.timers) timer.unref();
  }

  get size(): number {
    return this.sessions.size;
  }

  /** How many sessions stand in each state; looks at all of them. */
  countByState(): Readonly<Record<SessionState, number>> {
    const counts = { idle: 0, running: 0, paused: 0, complete: 0, failed: 0 };
    for (const { state } of this.sessions.values()) counts[state]++;
    return counts;
  }

  create({ configuration, stepsPerSecond, owner }: SessionRequest): Creation {
    if (this.fullFor(owner) !== undefined) this.expire();
    const full = this.fullFor(owner);
    if (full !== undefined) return { ok: false, full };
    const identity: SessionIdentity = { id: randomUUID(), viewerId: randomUUID(), owner };
    const session = this.add(identity, configuration, stepsPerSecond);
    this.journal.admit(session, { isRead: false });
    return { ok: true, session };
  }

  /** The session of an id, whose time to live starts anew; undefined if there is none. */
  find(id: string): AnnealingSession | undefined {
    return this.used(this.sessions.get(id));
  }

  /** As find, by the id for those who only watch. */
  findByViewerId(viewerId: string): AnnealingSession | undefined {
    return this.used(this.byViewerId.get(viewerId));
  }

  /** Makes a session that was created without a cookie the own of the client that was offered one then, once it is back with it. */
  claim(session: AnnealingSession, client: Client): void {
    const { identity } = session;
    const { owner } = identity;
    if (owner.offered === null || owner.offered !== client.id) return;
    this.holdings.remove(owner);
    identity.owner = { client: client.id, address: owner.address, offered: null };
    this.holdings.add(identity.owner);
    this.journal.noteOwner(session);
  }

  /** A session of this id, or of this id for those who only watch, that another version made and this one cannot go on with. */
  findOutdated(id: string): StoredSession | undefined {
    return this.outdated.find(id);
  }

  delete(session: AnnealingSession): void {
    if (!this.sessions.delete(session.id)) return;
    this.byViewerId.delete(session.identity.viewerId);
    this.holdings.remove(session.identity.owner);
    this.journal.remove(session);
    session.dispose();
  }

  deleteOutdated(stored: StoredSession): void {
    if (this.outdated.delete(stored)) this.journal.removeStored(stored);
  }

  /** Ends every session and its streams; what the journal has of them stays. */
  close(): void {
    for (const timer of this.timers) clearInterval(timer);
    for (const session of this.sessions.values()) session.dispose();
    this.sessions.clear();
    this.byViewerId.clear();
    // What was about to expire stays in the store.
    this.outdated.clear();
  }

  private takeUp(stored: StoredSession): void {
    const { id, viewerId, owner, configuration, snapshot } = stored;
    // A clock that was put back makes nothing older than now.
    const lastActive = this.now() - Math.max(0, Date.now() - stored.lastActive);
    if (!isComputedHere(configuration)) {
      this.outdated.add(stored, lastActive);
      return;
    }
    const past = this.journal.pastOf(stored);
    const session = this.add({ id, viewerId, owner }, configuration, snapshot.stepsPerSecond, past);
    session.lastActive = lastActive;
    this.journal.admit(session, { isRead: true });
    session.resume();
  }

  private add(
    identity: SessionIdentity,
    configuration: ResolvedConfiguration,
    stepsPerSecond: number | null,
    past?: SessionPast,
  ): AnnealingSession {
    const pool = chargedSlicer(this.pool, (request) => turnOf(identity, request));
    const session = new AnnealingSession(identity, configuration, stepsPerSecond, pool, this.now, past);
    this.sessions.set(identity.id, session);
    this.byViewerId.set(identity.viewerId, session);
    this.holdings.add(identity.owner);
    session.keepTo(shareOf(this.sessions.size));
    return session;
  }

  private fullFor(owner: Owner): Overdrawn | 'server' | undefined {
    return this.sessions.size >= this.limits.maxSessions ? 'server' : this.holdings.overdrawn(owner);
  }

  private used(session: AnnealingSession | undefined): AnnealingSession | undefined {
    if (session === undefined) return undefined;
    if (this.isExpired(session)) {
      this.delete(session);
      return undefined;
    }
    session.lastActive = this.now();
    return session;
  }

  private playPaced(): void {
    for (const session of this.sessions.values()) {
      if (session.state === 'running' && session.stepsPerSecond !== null) session.play();
    }
  }

  private expire(): void {
    const { ttlSeconds } = this.limits;
    const share = shareOf(this.sessions.size);
    const deletions: (() => void)[] = [];
    for (const session of this.sessions.values()) {
      if (this.isExpired(session)) {
        // It may be used before its turn comes.
        deletions.push(() => {
          if (this.isExpired(session)) this.delete(session);
        });
        continue;
      }
      this.journal.noteUse(session, ttlSeconds * 1000 * PART_OF_TTL_KEPT);
      session.keepTo(share);
      if (this.now() - session.lastActive > REST_AFTER_SECONDS * 1000) session.rest();
    }
    for (const stored of this.outdated.unusedFor(ttlSeconds * 1000)) {
      deletions.push(() => this.deleteOutdated(stored));
    }
    deleteInTurns(deletions);
  }

  private isExpired(session: AnnealingSession): boolean {
    if (session.state === 'running') return false;
    return this.now() - session.lastActive > this.limits.ttlSeconds * 1000;
  }
}

function deleteInTurns(deletions: (() => void)[]): void {
  for (const act of deletions.splice(0, MAX_DELETIONS_A_TURN)) act();
  if (deletions.length > 0) setImmediate(() => deleteInTurns(deletions));
}

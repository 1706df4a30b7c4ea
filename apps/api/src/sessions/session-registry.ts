import { randomUUID } from 'node:crypto';
import type { SessionState } from '@webfaulon/protocol';
import type { ResolvedConfiguration } from '@webfaulon/sa-core';
import type { Slicer } from '../annealing/annealing-pool.ts';
import { AnnealingSession } from './annealing-session.ts';

/** How often paced sessions play what is due: often enough for the eye, and seldom enough to send steps together. */
const PLAYBACK_INTERVAL_MILLISECONDS = 20;
const MAX_EXPIRY_INTERVAL_MILLISECONDS = 10_000;
/** A complete run that nobody has asked for so long needs its single steps no more. */
const REST_AFTER_SECONDS = 60;

export interface RegistryLimits {
  readonly maxSessions: number;
  /** How long a session is kept after it was last asked for or played a step. */
  readonly ttlSeconds: number;
}

/**
 * All sessions of the server. Bounded by maxSessions; a session that is neither used nor running goes away after its time
 * to live.
 */
export class SessionRegistry {
  private readonly sessions = new Map<string, AnnealingSession>();
  private readonly pool: Slicer;
  private readonly limits: RegistryLimits;
  private readonly timers: readonly NodeJS.Timeout[];
  private readonly now = () => performance.now();

  constructor(pool: Slicer, limits: RegistryLimits) {
    this.pool = pool;
    this.limits = limits;
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

  /** undefined when the registry is full. */
  create(configuration: ResolvedConfiguration, stepsPerSecond: number | null): AnnealingSession | undefined {
    if (this.sessions.size >= this.limits.maxSessions) this.expire();
    if (this.sessions.size >= this.limits.maxSessions) return undefined;
    const session = new AnnealingSession(randomUUID(), configuration, stepsPerSecond, this.pool, this.now);
    this.sessions.set(session.id, session);
    return session;
  }

  /** The session of an id, whose time to live starts anew; undefined if there is none. */
  find(id: string): AnnealingSession | undefined {
    const session = this.sessions.get(id);
    if (session === undefined) return undefined;
    if (this.isExpired(session)) {
      this.delete(session);
      return undefined;
    }
    session.lastActive = this.now();
    return session;
  }

  delete(session: AnnealingSession): void {
    this.sessions.delete(session.id);
    session.dispose();
  }

  /** Ends every session and its streams. */
  close(): void {
    for (const timer of this.timers) clearInterval(timer);
    for (const session of [...this.sessions.values()]) this.delete(session);
  }

  private playPaced(): void {
    for (const session of this.sessions.values()) {
      if (session.state === 'running' && session.stepsPerSecond !== null) session.play();
    }
  }

  private expire(): void {
    for (const session of [...this.sessions.values()]) {
      if (this.isExpired(session)) this.delete(session);
      else if (this.now() - session.lastActive > REST_AFTER_SECONDS * 1000) session.rest();
    }
  }

  private isExpired(session: AnnealingSession): boolean {
    if (session.state === 'running') return false;
    return this.now() - session.lastActive > this.limits.ttlSeconds * 1000;
  }
}

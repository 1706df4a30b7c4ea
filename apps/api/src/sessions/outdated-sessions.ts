import type { StoredSession } from './stored-session.ts';

interface Kept {
  readonly stored: StoredSession;
  /** When it was last asked for; milliseconds of the clock given. */
  lastActive: number;
}

/** Sessions whose runs only another version computes. They are shown as far as they were kept, until they expire. */
export class OutdatedSessions {
  private readonly byId = new Map<string, Kept>();
  private readonly byViewerId = new Map<string, Kept>();
  private readonly now: () => number;

  /** @param now a clock that never goes back, in milliseconds */
  constructor(now: () => number) {
    this.now = now;
  }

  /** @param lastActive of the clock given */
  add(stored: StoredSession, lastActive: number): void {
    const kept = { stored, lastActive };
    this.byId.set(stored.id, kept);
    this.byViewerId.set(stored.viewerId, kept);
  }

  /** By either of its ids; its time to live starts anew. */
  find(id: string): StoredSession | undefined {
    const kept = this.byId.get(id) ?? this.byViewerId.get(id);
    if (kept !== undefined) kept.lastActive = this.now();
    return kept?.stored;
  }

  /** Whether it was there. */
  delete({ id, viewerId }: StoredSession): boolean {
    this.byViewerId.delete(viewerId);
    return this.byId.delete(id);
  }

  clear(): void {
    this.byId.clear();
    this.byViewerId.clear();
  }

  /** Those that nobody has asked for so long. */
  unusedFor(milliseconds: number): StoredSession[] {
    const since = this.now() - milliseconds;
    return [...this.byId.values()].filter(({ lastActive }) => lastActive < since).map(({ stored }) => stored);
  }
}

import type { ResolvedConfiguration } from '@webfaulon/sa-core';
import type { Key, Store } from '../store/store.ts';
import type { WriteQueue } from '../store/write-queue.ts';
import type { RunSegment } from './run-segments.ts';
import type { SessionIdentity } from './session-identity.ts';
import { isSnapshot, type SessionSnapshot } from './session-snapshot.ts';

/*
 * A session stands in the store as what hardly ever changes, ['session', id]; where it stands, ['position', id], which is small as it is
 * written again and again; and the segments of its current run, ['segment', id, run, n] with n from 1.
 */

export interface StoredSession extends SessionIdentity {
  readonly configuration: ResolvedConfiguration;
  readonly snapshot: SessionSnapshot;
  /** When it was last asked for or played a step; milliseconds since 1970. */
  readonly lastActive: number;
}

interface StoredPosition {
  readonly snapshot: SessionSnapshot;
  readonly lastActive: number;
}

const sessionKey = (id: string): Key => ['session', id];
const positionKey = (id: string): Key => ['position', id];
const runKey = (id: string, run: number): Key => ['segment', id, run];

export function putSession(queue: WriteQueue, stored: StoredSession): void {
  const { id, viewerId, owner, configuration, ...position } = stored;
  putItself(queue, { id, viewerId, owner, configuration });
  queue.put(positionKey(id), JSON.stringify(position), true);
}

/** All but where it stands. */
export function putItself(queue: WriteQueue, session: Omit<StoredSession, 'snapshot' | 'lastActive'>): void {
  const { id, ...itself } = session;
  queue.put(sessionKey(id), JSON.stringify(itself), true);
}

export function putPosition(queue: WriteQueue, id: string, position: StoredPosition): void {
  queue.put(positionKey(id), JSON.stringify(position));
}

export function putSegment(queue: WriteQueue, id: string, run: number, n: number, segment: RunSegment): void {
  queue.put([...runKey(id, run), n], JSON.stringify(segment), true);
}

export function removeSession(queue: WriteQueue, id: string): void {
  queue.remove(sessionKey(id));
  queue.remove(positionKey(id));
}

export function removeSegments(queue: WriteQueue, id: string, run: number, count: number): void {
  for (let n = 1; n <= count; n++) queue.remove([...runKey(id, run), n]);
}

/** The segments of a run, in order, from the first to the last that follows without a gap. */
export function readSegments(store: Store, id: string, run: number): RunSegment[] {
  const segments: RunSegment[] = [];
  for (const [key, value] of store.entries(runKey(id, run))) {
    if (key.at(-1) !== segments.length + 1) break;
    segments.push(JSON.parse(value) as RunSegment);
  }
  return segments;
}

/** Every session of a store that was put there whole, and the ids of what is left over of others. */
export function readSessions(store: Store): { sessions: StoredSession[]; leftOver: string[] } {
  const sessions: StoredSession[] = [];
  const leftOver: string[] = [];
  const positions = new Map<string, string>();
  for (const [key, value] of store.entries(['position'])) positions.set(String(key[1]), value);
  for (const [key, value] of store.entries(['session'])) {
    const id = String(key[1]);
    const position = positions.get(id);
    positions.delete(id);
    const stored = position === undefined ? undefined : sessionOf(id, value, position);
    if (stored === undefined) leftOver.push(id);
    else sessions.push(stored);
  }
  return { sessions, leftOver: [...leftOver, ...positions.keys()] };
}

function sessionOf(id: string, session: string, position: string): StoredSession | undefined {
  const { configuration, viewerId, owner } = JSON.parse(session) as Partial<StoredSession>;
  const { snapshot, lastActive } = JSON.parse(position) as Partial<StoredPosition>;
  if (configuration === undefined || viewerId === undefined || owner === undefined) return undefined;
  if (!isSnapshot(snapshot) || lastActive === undefined) return undefined;
  return { id, viewerId, owner, configuration, snapshot, lastActive };
}

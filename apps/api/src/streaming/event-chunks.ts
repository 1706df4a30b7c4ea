import type { Depiction } from '../annealing/depict.worker.ts';
import type { DepictionPool } from '../annealing/depiction-pool.ts';
import type { AnnealingSession } from '../sessions/annealing-session.ts';
import type { StepRecord } from '../sessions/step-record.ts';
import { progressText } from './event-text.ts';
import type { ViewerCursor } from './viewer-cursor.ts';

/** A chunk is closed when it is this long, so that a slow client is noticed before much waits for it. */
const CHUNK_LENGTH = 32_768;
/** Viewers of one session that came in alike stand at the same place; wishes for drawings, and lagging, make a few places. */
const MAX_KEPT = 4;

/** Which events carry the drawing: every one, those where it changed, or none. */
export type SvgWish = 'always' | 'changes' | 'none';

/** What a chunk came to: sent as far as it goes, or waiting for something that has to be made first. */
export interface EventChunk {
  readonly bytes: Buffer;
  /** How many they are. */
  readonly events: number;
  /** The last step in it, or the one before it. */
  readonly step: number;
  /** The isomer whose drawing a client has that was sent it. */
  readonly drawn: string | undefined;
  readonly missing: { readonly depictionOf: string } | { readonly step: number } | undefined;
}

/** Everything that a chunk depends on: whoever stands alike is sent the same bytes. */
interface Standing {
  readonly run: number;
  readonly from: number;
  readonly stride: number;
  readonly played: number;
  readonly lastStep: number;
  readonly svg: SvgWish;
  readonly drawn: string | undefined;
}

/** Records that the log of the run does not hold, by step. */
export interface Replayed {
  get(step: number): StepRecord | undefined;
}

/**
 * The events of one session, written and encoded once for all viewers that stand at the same place. While only one watches,
 * nothing is kept.
 */
export class EventChunks {
  private readonly session: AnnealingSession;
  private readonly depictions: Pick<DepictionPool, 'peek'>;
  private readonly isShared: () => boolean;
  /** Invariant: at most MAX_KEPT, each of a different standing, the newest last. */
  private kept: { readonly standing: Standing; readonly chunk: EventChunk }[] = [];

  /** @param isShared whether several viewers watch the session now */
  constructor(session: AnnealingSession, depictions: Pick<DepictionPool, 'peek'>, isShared: () => boolean) {
    this.session = session;
    this.depictions = depictions;
    this.isShared = isShared;
  }

  /**
   * The next events of a viewer, as far as they are at hand. Moves its cursor behind them.
   *
   * @param drawn the isomer whose drawing the client has
   */
  next(cursor: ViewerCursor, svg: SvgWish, drawn: string | undefined, replayed: Replayed): EventChunk {
    if (!cursor.isOnCommonGrid || !this.isShared()) {
      this.kept.length = 0;
      return this.compose(cursor, svg, drawn, replayed);
    }
    const { run, played, lastStep } = this.session;
    const standing: Standing = {
      run,
      from: cursor.step,
      stride: cursor.stride,
      played,
      lastStep,
      svg,
      drawn: svg === 'changes' ? drawn : undefined,
    };
    const present = this.kept.find((kept) => isSame(kept.standing, standing));
    if (present !== undefined) {
      cursor.step = present.chunk.step;
      return present.chunk;
    }
    const chunk = this.compose(cursor, svg, drawn, replayed);
    if (chunk.missing === undefined) this.keep(standing, chunk);
    return chunk;
  }

  private keep(standing: Standing, chunk: EventChunk): void {
    if (this.kept.length === MAX_KEPT) this.kept.shift();
    this.kept.push({ standing, chunk });
  }

  private compose(
    cursor: ViewerCursor,
    svg: SvgWish,
    drawnBefore: string | undefined,
    replayed: Replayed,
  ): EventChunk {
    const { session, depictions } = this;
    let text = '';
    let drawn = drawnBefore;
    let events = 0;
    let missing: EventChunk['missing'];
    while (text.length < CHUNK_LENGTH && !cursor.isAtPlayed) {
      const step = cursor.next()!;
      const record = session.computation.log.get(step) ?? replayed.get(step);
      if (record === undefined) {
        missing = { step };
        break;
      }
      const { best_isomer: best } = record;
      const depiction: Depiction | undefined = depictions.peek(best);
      if (depiction === undefined) {
        missing = { depictionOf: best };
        break;
      }
      text += progressText(
        session,
        record,
        depiction,
        svg === 'always' || (svg === 'changes' && drawn !== best),
      );
      drawn = best;
      events++;
      cursor.step = step;
    }
    return { bytes: Buffer.from(text), events, step: cursor.step, drawn, missing };
  }
}

function isSame(a: Standing, b: Standing): boolean {
  return (
    a.from === b.from &&
    a.played === b.played &&
    a.stride === b.stride &&
    a.svg === b.svg &&
    a.drawn === b.drawn &&
    a.run === b.run &&
    a.lastStep === b.lastStep
  );
}

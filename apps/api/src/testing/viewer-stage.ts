import type { Depiction } from '../annealing/depict.worker.ts';
import { AnnealingSession } from '../sessions/annealing-session.ts';
import { EventChunks, type SvgWish } from '../streaming/event-chunks.ts';
import { StreamTally } from '../streaming/stream-tally.ts';
import { Viewer } from '../streaming/viewer.ts';
import { ManualSlicer, resolved, settled } from './manual-slicer.ts';
import { IDENTITY } from './owners.ts';

/** A client that takes everything, until the test says otherwise. */
class FakeConnection {
  isOpen = true;
  isFull = false;
  idleMilliseconds = 0;
  keptWaitingMilliseconds = 0;
  sent = '';
  isDropped = false;
  private drain = () => {};

  forgive(): void {
    this.keptWaitingMilliseconds = 0;
  }

  send(chunk: string | Buffer): void {
    if (!this.isOpen) throw new Error('sent to a client that is gone');
    this.sent += chunk.toString();
  }

  onDrain(listener: () => void): void {
    this.drain = listener;
  }

  end(): void {
    this.isOpen = false;
  }

  drop(): void {
    this.isOpen = false;
    this.isDropped = true;
  }

  takeAll(): void {
    this.isFull = false;
    this.drain();
  }

  /** What was sent since the last look: ids of events, names of those without one, and comments. */
  look(): string[] {
    const events = this.sent.split('\n\n').filter((event) => event !== '');
    this.sent = '';
    return events.map(
      (event) => /^(?:id|):(.*)$/m.exec(event)?.[1]?.trim() ?? /^event:(.*)$/m.exec(event)![1]!,
    );
  }
}

/** Draws at once, or when the test says so. */
class FakeDepictions {
  isSlow = false;
  private readonly drawn = new Set<string>();
  private readonly waiting: (() => void)[] = [];

  peek(isomer: string): Depiction | undefined {
    return this.drawn.has(isomer) ? { smiles: isomer, svg: `<svg>${isomer}</svg>` } : undefined;
  }

  async get(isomer: string): Promise<Depiction> {
    if (this.isSlow) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.drawn.add(isomer);
    return this.peek(isomer)!;
  }

  /** Hands out what was asked for, and forgets it: the next one has to wait again. */
  async draw(): Promise<void> {
    for (const resolve of this.waiting.splice(0)) resolve();
    await settled();
  }
}

/** Sessions and a client that watches them, where time goes on and slices and drawings are done as the test says. */
export class ViewerStage {
  readonly slicer = new ManualSlicer();
  readonly depictions = new FakeDepictions();
  readonly tally = new StreamTally();
  /** What was reported. */
  readonly faults: unknown[] = [];
  connection = new FakeConnection();
  /** In milliseconds. */
  now = 0;

  /** Whoever watches from here on is another client. */
  reconnect(): void {
    this.connection = new FakeConnection();
  }

  async createSession(stepsPerSecond: number | null, totalSteps = 20): Promise<AnnealingSession> {
    const configuration = resolved({ steps_per_cycle: totalSteps, num_cycles: 1, initial: 'chain' });
    const session = new AnnealingSession(
      IDENTITY,
      configuration,
      stepsPerSecond,
      this.slicer,
      () => this.now,
    );
    await this.slicer.answer();
    return session;
  }

  async watch(
    session: AnnealingSession,
    { entry = 0, svg = 'always' as SvgWish, every = 0 } = {},
  ): Promise<Viewer> {
    const { slicer: pool, depictions, tally } = this;
    const onError = (error: unknown) => this.faults.push(error);
    const chunks = new EventChunks(session, depictions, () => false);
    const scenery = { session, pool, depictions, chunks, onError, tally, commit: async () => {} };
    const viewer = new Viewer(scenery, this.connection, entry, svg, every === 0 ? undefined : every);
    session.observe({ changed: () => viewer.read(), ended: () => viewer.end() });
    viewer.read();
    await settled();
    return viewer;
  }

  /** Has a session played so far. */
  async play(session: AnnealingSession, step: number): Promise<void> {
    while (session.played < step) {
      await this.slicer.answerAll();
      this.now += ((step - session.played) / (session.stepsPerSecond ?? 1)) * 1000;
      session.play();
    }
    await settled();
  }
}

/** The ids of steps, from one to another. */
export const stepIds = (from: number, to: number, stride = 1): string[] =>
  Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, i) => String(from + i * stride));

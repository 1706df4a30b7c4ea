import {
  type ApiClient,
  type EventStream,
  openEventStream,
  type StreamEvent,
  type StreamState,
} from '@webfaulon/client';
import { coarseStride, PER_STEP_MAX_PACE } from '@webfaulon/protocol/coarse-grid';
import type { StepRecord } from './run-records.ts';
import type { Pace, RunnerEvent, RunState } from './runner.ts';
import type { RunnerClock } from './runner-clock.ts';
import { recordOf, recordsOf } from './server-record.ts';

/** What arrives within a frame is told at once. */
const FRAME_MILLISECONDS = 16;
/** Events that a pause has overtaken arrive within this, or the connection is broken. */
const MAX_WAIT_MILLISECONDS = 2000;

/** What there is to tell of a stream's state; nothing where the stream is on its way, or over. */
function linkOf(state: StreamState): RunnerEvent | undefined {
  if (state.name === 'live') return { kind: 'link', link: 'live' };
  if (state.name === 'gone' || state.name === 'refused') return { kind: 'link', link: 'lost' };
  if (state.name !== 'reconnecting') return undefined;
  return { kind: 'link', link: 'reconnecting', retryMilliseconds: state.milliseconds };
}

/** Where a session stands when it begins to be watched. */
export interface WatchedFrom {
  readonly id: string;
  readonly totalSteps: number;
  /** Resets so far. */
  readonly run: number;
  readonly pace: Pace;
  readonly state: RunState;
  /** The step of the last record that need not be told; -1 where all are to be. */
  readonly lastTold: number;
  /** Of the event after which the stream begins; undefined for all of them. */
  readonly lastEventId?: string;
}

/** What a session is watched with. */
export interface WatchedBy {
  /** '' is the page's own host. */
  readonly baseUrl: string;
  readonly api: ApiClient;
  readonly clock: RunnerClock;
  readonly listener: (event: RunnerEvent) => void;
}

/** A session of a server, watched over an event stream that resumes by itself. Once it is left it tells nothing. */
export class WatchedSession {
  readonly id: string;
  pace: Pace;
  /** Resets so far; events of an earlier run are passed over. */
  run: number;
  private readonly totalSteps: number;
  private readonly by: WatchedBy;
  private stream: EventStream;
  private isLeft = false;
  private runState: RunState;
  /** Arrived and not yet told, in order. */
  private arrived: StepRecord[] = [];
  private lastToldStep: number;
  private cancelFlush: (() => void) | undefined;
  /** Called after events were told, until it answers that it has seen enough. */
  private onTold: () => void = () => {};

  constructor({ id, totalSteps, run, pace, state, lastTold, lastEventId }: WatchedFrom, by: WatchedBy) {
    this.id = id;
    this.totalSteps = totalSteps;
    this.run = run;
    this.pace = pace;
    this.runState = state;
    this.lastToldStep = lastTold;
    this.by = by;
    this.stream = this.open(lastEventId);
  }

  get state(): RunState {
    return this.runState;
  }

  /** The step of the last record told. */
  get lastTold(): number {
    return this.lastToldStep;
  }

  reconnectNow(): void {
    this.stream.reconnectNow();
  }

  /** Watches a session whose stream has ended with its run. */
  watchAgain(): void {
    this.stream = this.open();
  }

  leave(): void {
    this.isLeft = true;
    this.cancelFlush?.();
    this.cancelFlush = undefined;
    this.stream.close();
  }

  /** Tells which session this is. */
  introduce(): void {
    this.emit({ kind: 'session', session: { id: this.id, resets: this.run } });
  }

  enter(state: RunState, step: number): void {
    this.runState = state;
    this.emit({ kind: 'state', state, step });
  }

  tell(rows: readonly StepRecord[]): void {
    this.lastToldStep = rows.at(-1)!.step;
    this.emit({ kind: 'records', step: this.lastToldStep, records: recordsOf(rows) });
  }

  /** The run is told from its start again. */
  beginAgain(): void {
    this.arrived = [];
    this.lastToldStep = -1;
    this.introduce();
    this.enter('idle', 0);
  }

  /** Waits until all is told that the server has sent of the steps up to this one, and tells its record. */
  async reach(step: number): Promise<void> {
    const isSampled = this.pace === null || this.pace > PER_STEP_MAX_PACE;
    const stride = isSampled ? coarseStride(this.totalSteps) : 1;
    const last = step === this.totalSteps ? step : step - (step % stride);
    this.flush();
    if (this.lastTold < last) {
      await new Promise<void>((resolve) => {
        const cancel = this.by.clock.after(MAX_WAIT_MILLISECONDS, resolve);
        this.onTold = () => {
          if (this.lastTold < last) return;
          cancel();
          resolve();
        };
      });
      this.onTold = () => {};
    }
    if (this.lastTold < step) this.tell([recordOf(await this.by.api.status(this.id))]);
  }

  private open(lastEventId?: string): EventStream {
    const stream = openEventStream({
      baseUrl: this.by.baseUrl,
      sessionId: this.id,
      svg: 'none',
      lastEventId,
      onEvent: (event) => this.take(stream, event),
      onState: (state) => this.follow(stream, state),
    });
    return stream;
  }

  private take(stream: EventStream, event: StreamEvent): void {
    if (this.isLeft || this.stream !== stream) return;
    if (event.type === 'error') {
      this.fail(event.data.code ?? 'internal', event.data.error);
      return;
    }
    if (event.type === 'waiting' || event.run < this.run) return;
    if (event.run > this.run) {
      // Another page that shows this session has reset it.
      this.run = event.run;
      this.beginAgain();
      this.enter('running', 0);
    }
    if (event.type === 'progress') {
      this.arrived.push(recordOf(event.data));
      this.cancelFlush ??= this.by.clock.after(FRAME_MILLISECONDS, () => this.flush());
      return;
    }
    this.flush();
    this.enter('complete', event.data.step);
  }

  private follow(stream: EventStream, state: StreamState): void {
    if (this.isLeft || this.stream !== stream) return;
    const link = linkOf(state);
    if (link !== undefined) this.emit(link);
    if (state.name === 'gone' || state.name === 'refused') this.fail(state.cause.code, state.cause.detail);
  }

  private flush(): void {
    this.cancelFlush?.();
    this.cancelFlush = undefined;
    if (this.isLeft || this.arrived.length === 0) return;
    this.tell(this.arrived.splice(0));
    this.onTold();
  }

  private fail(code: string, message: string): void {
    this.flush();
    this.enter('failed', this.lastTold);
    this.emit({ kind: 'failure', code, message });
  }

  private emit(event: RunnerEvent): void {
    if (!this.isLeft) this.by.listener(event);
  }
}

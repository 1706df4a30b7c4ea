import type { EventSourceMessage } from 'eventsource-parser';
import { type ApiError, ConnectionError } from './api-error.ts';
import { reconnectDelay } from './backoff.ts';
import { type ApiAddress, urlOf } from './request.ts';
import { type ConnectionOutcome, readConnection } from './stream-connection.ts';
import { type EventHead, eventHeadOf, type StreamEvent, streamEventOf } from './stream-event.ts';
import type { StreamEnd, StreamState } from './stream-state.ts';

/** The server says something every 15 seconds at least, so a connection that says nothing for so long is dead. */
const MAX_SILENCE_MILLISECONDS = 45_000;
/** Until the server has asked for another. */
const BASE_DELAY_MILLISECONDS = 1000;
/** Statuses of a server, or of a proxy before it, that may serve the same request later; so may all from 500 on. */
const PASSING_STATUSES: readonly number[] = [408, 425, 429];

export interface EventStreamOptions extends ApiAddress {
  readonly sessionId: string;
  /** "start" replays a run even if it was seen to its end; "now" begins with the next step. */
  readonly from?: 'start' | 'now' | undefined;
  /** Only the steps divisible by this, and the last. */
  readonly every?: number | undefined;
  /** Which events carry best_svg: those where it changed, or none; left out, every one. */
  readonly svg?: 'changes' | 'none' | undefined;
  /** Go on after this event: the {@link EventStream.lastEventId} of an earlier stream. */
  readonly lastEventId?: string | undefined;
  /** Closes the stream. */
  readonly signal?: AbortSignal | undefined;
  /** Called for each event, in order. What it throws ends the stream, and rejects {@link EventStream.ended}. */
  readonly onEvent: (event: StreamEvent) => void;
  /**
   * Asked of each event before its data is read, which takes most of the time: false leaves it out of `onEvent`. For whoever
   * counts events, or wants every hundredth. Left out, all are wanted.
   */
  readonly wants?: ((head: EventHead) => boolean) | undefined;
  /** Called whenever the state changes; not for the first one, "connecting". */
  readonly onState?: ((state: StreamState) => void) | undefined;
  /** Calls back after a time, unless the function that it returns was called before. Stands in for setTimeout. */
  readonly schedule?: ((callback: () => void, milliseconds: number) => () => void) | undefined;
  /** Uniform over [0, 1). Stands in for Math.random. */
  readonly random?: (() => number) | undefined;
}

/** A stream that is being read: see {@link openEventStream}. */
export interface EventStream {
  readonly state: StreamState;
  /** The id of the last event that has one. */
  readonly lastEventId: string | undefined;
  /** Settled when the stream has ended; rejected with what `onEvent` or `onState` threw. */
  readonly ended: Promise<StreamEnd>;
  /** Ends the stream: no event is told any more. */
  close(): void;
  /** While reconnecting: does it now, because the network is back or a person asked for it. */
  reconnectNow(): void;
}

/**
 * Watches a session from its first step, or from where the options say, until its run is complete. A connection that breaks, or
 * falls silent, is made again and goes on after the last event: none is lost and none comes twice. A reset is told as a `run`
 * that differs from that of the events before, and begins at its first step.
 */
export function openEventStream(options: EventStreamOptions): EventStream {
  return new ResumingStream(options);
}

class ResumingStream implements EventStream {
  state: StreamState = { name: 'connecting' };
  lastEventId: string | undefined;
  readonly ended: Promise<StreamEnd>;
  private readonly options: EventStreamOptions;
  private readonly closing = new AbortController();
  private baseDelay = BASE_DELAY_MILLISECONDS;
  /** Attempts to reconnect since the last event. */
  private attempts = 0;
  private hasConnected = false;
  /** Whether the run has been told to its end. */
  private isComplete = false;
  /** Present while a reconnect waits for its time. */
  private endWait: (() => void) | undefined;

  constructor(options: EventStreamOptions) {
    this.options = options;
    this.lastEventId = options.lastEventId;
    const { signal } = options;
    const close = () => this.close();
    if (signal?.aborted) close();
    signal?.addEventListener('abort', close, { once: true });
    this.ended = this.watch().finally(() => signal?.removeEventListener('abort', close));
  }

  close(): void {
    this.closing.abort();
    this.endWait?.();
  }

  reconnectNow(): void {
    this.endWait?.();
  }

  private async watch(): Promise<StreamEnd> {
    // Whoever opens a stream has it in hand before the first call back.
    await undefined;
    let end: StreamEnd | undefined;
    while (end === undefined) {
      const outcome = this.isClosed ? undefined : await this.attempt();
      end = this.endOf(outcome);
      if (end === undefined) await this.waitToReconnect(outcome);
    }
    this.enter(end);
    return end;
  }

  private get isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  private enter(state: StreamState): void {
    this.state = state;
    this.options.onState?.(state);
  }

  /** One connection, to its end. A broken one comes out as the error that broke it. */
  private async attempt(): Promise<ConnectionOutcome | ConnectionError> {
    const attempt = new AbortController();
    const abort = () => attempt.abort();
    this.closing.signal.addEventListener('abort', abort, { once: true });
    const silence = this.watchSilence(abort);
    try {
      return await readConnection(this.options, this.url(), attempt.signal, {
        opened: () => {
          this.hasConnected = true;
          this.enter({ name: 'live' });
        },
        heard: () => silence.interrupt(),
        message: (message) => this.receive(message),
        retry: (milliseconds) => {
          this.baseDelay = milliseconds;
        },
      });
    } catch (error) {
      if (error instanceof ConnectionError) return error;
      if (attempt.signal.aborted) return new ConnectionError('The connection fell silent.');
      throw error;
    } finally {
      silence.end();
      this.closing.signal.removeEventListener('abort', abort);
    }
  }

  private url(): string {
    const { options, lastEventId } = this;
    const { sessionId, every, svg } = options;
    // A server that has sent a complete event which never arrived takes the run for seen: ask for all of it again.
    const isRepeat = this.hasConnected && lastEventId === undefined && options.from === undefined;
    const from = isRepeat ? 'start' : options.from;
    // In the query, as a header of this name would cost another site's page a preflight request.
    const query = { from, every, svg, lastEventId };
    return urlOf(options, `/api/sa/${encodeURIComponent(sessionId)}/stream`, query);
  }

  private receive(message: EventSourceMessage): void {
    if (this.isClosed || this.isComplete) return;
    const head = eventHeadOf(message);
    if (head === undefined) return;
    const { wants, onEvent } = this.options;
    const event = wants === undefined || wants(head) ? streamEventOf(head, message.data) : undefined;
    this.attempts = 0;
    this.lastEventId = head.id ?? this.lastEventId;
    this.isComplete = head.type === 'complete';
    if (event !== undefined) onEvent(event);
  }

  /** undefined where it is worth another attempt. */
  private endOf(outcome: ConnectionOutcome | ConnectionError | undefined): StreamEnd | undefined {
    if (this.isComplete) return { name: 'complete' };
    if (outcome === undefined || this.isClosed) return { name: 'closed' };
    if (outcome instanceof ConnectionError || outcome.kind === 'ended') return undefined;
    if (outcome.kind === 'nothing left') return { name: 'complete' };
    const { error } = outcome;
    if (error.code === 'session_not_found') return { name: 'gone', cause: error };
    return error.status >= 500 || PASSING_STATUSES.includes(error.status)
      ? undefined
      : { name: 'refused', cause: error };
  }

  private async waitToReconnect(outcome: ConnectionOutcome | ConnectionError | undefined): Promise<void> {
    const { random = Math.random, schedule = scheduleOnce } = this.options;
    const cause = causeOf(outcome);
    const attempt = ++this.attempts;
    const asked = cause instanceof ConnectionError ? 0 : 1000 * (cause.retryAfterSeconds ?? 0);
    const milliseconds = asked + reconnectDelay(attempt, this.baseDelay, random());
    this.enter({ name: 'reconnecting', attempt, milliseconds, cause });
    if (this.isClosed) return;
    await new Promise<void>((resolve) => {
      const cancel = schedule(resolve, milliseconds);
      this.endWait = () => {
        cancel();
        resolve();
      };
    });
    this.endWait = undefined;
  }

  /** Calls back once nothing was heard for MAX_SILENCE_MILLISECONDS to twice that. */
  private watchSilence(onSilence: () => void): { interrupt: () => void; end: () => void } {
    const { schedule = scheduleOnce } = this.options;
    let wasHeard = false;
    let cancel: () => void;
    const listen = () => {
      cancel = schedule(() => {
        if (!wasHeard) onSilence();
        wasHeard = false;
        listen();
      }, MAX_SILENCE_MILLISECONDS);
    };
    listen();
    return {
      // Far too often for a timer of its own.
      interrupt: () => {
        wasHeard = true;
      },
      end: () => cancel(),
    };
  }
}

function causeOf(outcome: ConnectionOutcome | ConnectionError | undefined): ApiError | ConnectionError {
  if (outcome instanceof ConnectionError) return outcome;
  if (outcome?.kind === 'refused') return outcome.error;
  return new ConnectionError('The server ended the connection.');
}

function scheduleOnce(callback: () => void, milliseconds: number): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}

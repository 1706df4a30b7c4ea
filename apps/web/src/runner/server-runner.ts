import {
  type ApiClient,
  ApiError,
  ConnectionError,
  createApiClient,
  type EventStream,
  openEventStream,
  type StreamEvent,
  type StreamState,
} from '@webfaulon/client';
import { coarseStride, PER_STEP_MAX_PACE } from '@webfaulon/protocol/coarse-grid';
import { formatEventId } from '@webfaulon/protocol/event-id';
import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import type { Configuration } from '@webfaulon/sa-core';
import type { StepRecord } from './run-records.ts';
import {
  type IsomerMet,
  type Pace,
  type PreparedRun,
  type Runner,
  RunnerError,
  type RunnerEvent,
  type RunPlace,
  type RunState,
} from './runner.ts';
import type { RunnerClock } from './runner-clock.ts';
import { allIsomers } from './server-isomers.ts';
import { pastOf } from './server-past.ts';
import { recordOf, recordsOf } from './server-record.ts';

/** What arrives within a frame is told at once. */
const FRAME_MILLISECONDS = 16;
/** Events that a pause has overtaken arrive within this, or the connection is broken. */
const MAX_WAIT_MILLISECONDS = 2000;
const MAX_STEPS_AT_ONCE = 1000;

/** What there is to tell of a stream's state; nothing where the stream is on its way, or over. */
function linkOf(state: StreamState): RunnerEvent | undefined {
  if (state.name === 'live') return { kind: 'link', link: 'live' };
  if (state.name === 'gone' || state.name === 'refused') return { kind: 'link', link: 'lost' };
  if (state.name !== 'reconnecting') return undefined;
  return { kind: 'link', link: 'reconnecting', retryMilliseconds: state.milliseconds };
}

/** The session that is shown. */
interface Session {
  readonly id: string;
  readonly totalSteps: number;
  stream: EventStream;
  /** Resets so far; events of an earlier run are passed over. */
  run: number;
  pace: Pace;
  state: RunState;
  /** Arrived and not yet told, in order. */
  arrived: StepRecord[];
  /** The step of the last record told. */
  lastTold: number;
}

/** A run that a server computes and plays; this end watches it over an event stream that resumes by itself. */
export class ServerRunner implements Runner {
  readonly engine = 'server';
  private readonly baseUrl: string;
  private readonly api: ApiClient;
  private readonly clock: RunnerClock;
  private listener: (event: RunnerEvent) => void = () => {};
  private session: Session | undefined;
  private cancelFlush: (() => void) | undefined;
  /** Called after events were told, until it answers that it has seen enough. */
  private onTold: () => void = () => {};

  /** @param baseUrl '' is the page's own host */
  constructor(baseUrl: string, clock: RunnerClock) {
    this.baseUrl = baseUrl;
    this.api = createApiClient({ baseUrl });
    this.clock = clock;
  }

  listen(listener: (event: RunnerEvent) => void): void {
    this.listener = listener;
  }

  configure(configuration: Configuration, pace: Pace): Promise<PreparedRun> {
    return refusing(async () => {
      const { session_id: id } = await this.api.configure({ ...configuration, steps_per_second: pace });
      const status = await this.api.status(id);
      const { steps_per_second: _, ...resolved } = status.configuration;
      this.leaveSession();
      const totalSteps = status.total_steps;
      const session = { id, totalSteps, run: 0, pace, state: 'idle' as const, arrived: [], lastTold: -1 };
      this.session = { ...session, stream: this.watch(id) };
      this.tellSession();
      this.enter('idle', 0);
      this.tell([recordOf(status)]);
      return { configuration: resolved, totalSteps };
    });
  }

  resume({ session: left }: RunPlace): Promise<PreparedRun> {
    return refusing(async () => {
      if (left === null) throw new RunnerError('session_not_found', 'No server has computed this run.');
      const { id, resets } = left;
      const status = await this.api.status(id);
      const past = await pastOf(this.api, status);
      const { total_steps: totalSteps, session_state: state, step } = status;
      const { steps_per_second: pace, ...resolved } = status.configuration;
      this.leaveSession(id);
      const lastEventId = formatEventId({ step, run: resets, complete: state === 'complete' });
      const session = { id, totalSteps, run: resets, pace, state, arrived: [], lastTold: step };
      this.session = { ...session, stream: this.watch(id, lastEventId) };
      this.tellSession();
      this.enter('idle', 0);
      this.listener({ kind: 'past', past });
      this.tell([recordOf(status)]);
      if (state !== 'idle') this.enter(state, step);
      return { configuration: resolved, totalSteps };
    });
  }

  start(): Promise<void> {
    return refusing(async () => {
      const session = this.requireSession();
      const before = session.state;
      // A short run is over before the answer is there.
      this.enter('running', session.lastTold);
      try {
        await this.api.start(session.id);
      } catch (error) {
        if (session.state === 'running') this.enter(before, session.lastTold);
        throw error;
      }
    });
  }

  pause(): Promise<number> {
    return refusing(async () => {
      const session = this.requireSession();
      if (session.state !== 'running') return session.lastTold;
      try {
        const { step } = await this.api.pause(session.id);
        await this.reach(session, step);
        this.enter('paused', step);
        return step;
      } catch (error) {
        // It came to its end while the request was on its way.
        if (!(error instanceof ApiError) || error.code !== 'session_not_running') throw error;
        return session.lastTold;
      }
    });
  }

  reset(): Promise<void> {
    return refusing(async () => {
      const session = this.requireSession();
      session.run++;
      try {
        await this.api.reset(session.id);
      } catch (error) {
        session.run--;
        throw error;
      }
      if (session.state === 'complete') session.stream = this.watch(session.id);
      this.beginAgain(session);
      this.tell([recordOf(await this.api.status(session.id))]);
    });
  }

  step(count: number): Promise<number> {
    return refusing(async () => {
      const session = this.requireSession();
      let left = count;
      let reached = session.lastTold;
      while (left > 0 && session.state !== 'complete') {
        const { step, status } = await this.api.step(session.id, Math.min(left, MAX_STEPS_AT_ONCE));
        await this.reach(session, step);
        this.enter(status, step);
        left -= MAX_STEPS_AT_ONCE;
        reached = step;
      }
      return reached;
    });
  }

  setPace(pace: Pace): Promise<void> {
    return refusing(async () => {
      const session = this.requireSession();
      await this.api.setPace(session.id, pace);
      session.pace = pace;
    });
  }

  isomers(): Promise<readonly IsomerMet[]> {
    return refusing(() => allIsomers(this.api, this.requireSession().id));
  }

  explainStep(step: number): Promise<ExplainedStep> {
    return refusing(() => this.api.explainStep(this.requireSession().id, step));
  }

  async reconnectNow(): Promise<void> {
    this.session?.stream.reconnectNow();
  }

  dispose(): void {
    this.listener = () => {};
    this.leaveSession();
  }

  private watch(sessionId: string, lastEventId?: string): EventStream {
    const stream = openEventStream({
      baseUrl: this.baseUrl,
      sessionId,
      svg: 'none',
      lastEventId,
      onEvent: (event) => this.take(stream, event),
      onState: (state) => this.follow(stream, state),
    });
    return stream;
  }

  private take(stream: EventStream, event: StreamEvent): void {
    const { session } = this;
    if (session?.stream !== stream) return;
    if (event.type === 'error') {
      this.fail(event.data.code ?? 'internal', event.data.error);
      return;
    }
    if (event.type === 'waiting' || event.run < session.run) return;
    if (event.run > session.run) {
      // Another page that shows this session has reset it.
      session.run = event.run;
      this.beginAgain(session);
      this.enter('running', 0);
    }
    if (event.type === 'progress') {
      session.arrived.push(recordOf(event.data));
      this.cancelFlush ??= this.clock.after(FRAME_MILLISECONDS, () => this.flush());
      return;
    }
    this.flush();
    this.enter('complete', event.data.step);
  }

  private follow(stream: EventStream, state: StreamState): void {
    if (this.session?.stream !== stream) return;
    const link = linkOf(state);
    if (link !== undefined) this.listener(link);
    if (state.name === 'gone' || state.name === 'refused') this.fail(state.cause.code, state.cause.detail);
  }

  private flush(): void {
    this.cancelFlush?.();
    this.cancelFlush = undefined;
    const { session } = this;
    if (session === undefined || session.arrived.length === 0) return;
    this.tell(session.arrived.splice(0));
    this.onTold();
  }

  /** Waits until all is told that the server has sent of the steps up to this one, and tells its record. */
  private async reach(session: Session, step: number): Promise<void> {
    const isSampled = session.pace === null || session.pace > PER_STEP_MAX_PACE;
    const stride = isSampled ? coarseStride(session.totalSteps) : 1;
    const last = step === session.totalSteps ? step : step - (step % stride);
    this.flush();
    if (session.lastTold < last) {
      await new Promise<void>((resolve) => {
        const cancel = this.clock.after(MAX_WAIT_MILLISECONDS, resolve);
        this.onTold = () => {
          if (session.lastTold < last) return;
          cancel();
          resolve();
        };
      });
      this.onTold = () => {};
    }
    if (session.lastTold < step) this.tell([recordOf(await this.api.status(session.id))]);
  }

  private tell(rows: readonly StepRecord[]): void {
    const session = this.requireSession();
    session.lastTold = rows.at(-1)!.step;
    this.listener({ kind: 'records', step: session.lastTold, records: recordsOf(rows) });
  }

  private tellSession(): void {
    const { id, run: resets } = this.requireSession();
    this.listener({ kind: 'session', session: { id, resets } });
  }

  /** The run is told from its start again. */
  private beginAgain(session: Session): void {
    session.arrived = [];
    session.lastTold = -1;
    this.tellSession();
    this.enter('idle', 0);
  }

  private enter(state: RunState, step: number): void {
    this.requireSession().state = state;
    this.listener({ kind: 'state', state, step });
  }

  private fail(code: string, message: string): void {
    this.flush();
    this.enter('failed', this.requireSession().lastTold);
    this.listener({ kind: 'failure', code, message });
  }

  /** @param keptId of the session that is needed further */
  private leaveSession(keptId?: string): void {
    const { session } = this;
    this.session = undefined;
    this.cancelFlush?.();
    this.cancelFlush = undefined;
    session?.stream.close();
    // It would expire by itself: whether this works matters to nobody.
    if (session !== undefined && session.id !== keptId) void this.api.remove(session.id).catch(() => {});
  }

  private requireSession(): Session {
    if (this.session !== undefined) return this.session;
    throw new RunnerError('not_configured', 'There is no run yet: configure one first.');
  }
}

async function refusing<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof ApiError) {
      throw new RunnerError(error.code, error.detail, error.errors[0]?.pointer ?? '');
    }
    if (error instanceof ConnectionError) throw new RunnerError('unreachable', error.message);
    throw error;
  }
}
